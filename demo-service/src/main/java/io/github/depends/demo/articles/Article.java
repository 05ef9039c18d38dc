package io.github.depends.demo.articles;

/**
 * An article as it is kept; as a dependency, the one whose slug is in the path.
 *
 * @param slug its name in a path, unique
 */
public record Article(long id, String slug, String title, long authorId) {}
