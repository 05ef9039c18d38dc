package io.github.depends.demo.syndication;

/**
 * The partner for whom a request is made.
 *
 * @param name what the partner is called in {@code X-Tenant}
 * @param tag tag of the articles that the partner shows
 */
record Tenant(String name, String tag) {}
