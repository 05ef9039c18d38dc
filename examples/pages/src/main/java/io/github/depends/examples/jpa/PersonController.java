package io.github.depends.examples.jpa;

import io.github.depends.Depends;
import jakarta.persistence.EntityManager;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class PersonController {

    @PostMapping("/people")
    long add(@RequestParam String name, @Depends EntityManager entityManager, @Depends People people) {
        entityManager.persist(new Person(name));
        if (name.isBlank()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return people.count();
    }
}
