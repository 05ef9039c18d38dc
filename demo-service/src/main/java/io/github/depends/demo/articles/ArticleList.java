package io.github.depends.demo.articles;

import java.util.List;

/**
 * One page of articles, latest first.
 *
 * @param articlesCount number of articles on all pages
 */
public record ArticleList(List<ArticleView> articles, long articlesCount) {}
