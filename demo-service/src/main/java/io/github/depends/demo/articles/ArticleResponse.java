package io.github.depends.demo.articles;

/** One article. */
record ArticleResponse(ArticleView article) {}
