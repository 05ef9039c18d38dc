package io.github.depends.examples.jpa;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.transaction.RequestTransaction;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.springframework.stereotype.Component;

@Component
class Persistence {

    @PersistenceContext
    private EntityManager shared;

    @Dependency
    EntityManager entityManager(@Depends RequestTransaction transaction) {
        return shared;
    }
}
