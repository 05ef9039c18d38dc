package io.github.depends.examples.tenants;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class TenantsApplication {}
