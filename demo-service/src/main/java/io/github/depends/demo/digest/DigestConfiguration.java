package io.github.depends.demo.digest;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Turns on what runs by the clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DigestConfiguration {}
