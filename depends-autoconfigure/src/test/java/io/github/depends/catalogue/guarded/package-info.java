/** A package whose use covers the controllers in it. */
@Depends(Guard.class)
package io.github.depends.catalogue.guarded;

import io.github.depends.Depends;
import io.github.depends.catalogue.Controllers.Guard;
