package io.github.depends.catalogue.guarded;

import io.github.depends.catalogue.Controllers.PlainApi;

/** Is guarded by its package only. */
public class PackageApi extends PlainApi {}
