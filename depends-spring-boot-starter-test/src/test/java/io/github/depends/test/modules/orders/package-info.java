@Depends(PackageCheck.class)
package io.github.depends.test.modules.orders;

import io.github.depends.Depends;
import io.github.depends.test.modules.security.PackageCheck;
