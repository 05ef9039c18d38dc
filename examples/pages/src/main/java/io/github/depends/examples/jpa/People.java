package io.github.depends.examples.jpa;

import org.springframework.data.jpa.repository.JpaRepository;

/** Spring Data's way to the same table. */
interface People extends JpaRepository<Person, String> {}
