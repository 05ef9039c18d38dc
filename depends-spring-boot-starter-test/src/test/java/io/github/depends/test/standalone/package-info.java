@Depends(ClientCheck.class)
package io.github.depends.test.standalone;

import io.github.depends.Depends;
