package io.github.depends.demo.syndication;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The partners who show articles on their pages.
 *
 * @param tenants tag of the articles that each one shows, by the partner's name
 */
@ConfigurationProperties("conduit.syndication")
record SyndicationSettings(@DefaultValue Map<String, String> tenants) {}
