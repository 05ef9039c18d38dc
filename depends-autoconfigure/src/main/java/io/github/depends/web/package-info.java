/** Spring MVC: serves planned endpoints in phases, binds and validates, answers faults, releases after the response. */
@NullMarked
package io.github.depends.web;

import org.jspecify.annotations.NullMarked;
