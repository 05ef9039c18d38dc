package io.github.depends.demo.articles;

/** The article of the path, for its author; others do not get past it. */
record OwnArticle(Article article) {}
