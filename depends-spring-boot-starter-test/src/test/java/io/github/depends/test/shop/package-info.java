/** A small application under test. */
package io.github.depends.test.shop;
