package io.github.depends.examples.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row of a table. */
@Entity
class Person {

    @Id
    private String name;

    Person(String name) {
        this.name = name;
    }

    /** For JPA. */
    protected Person() {
        this("");
    }

    String name() {
        return name;
    }
}
