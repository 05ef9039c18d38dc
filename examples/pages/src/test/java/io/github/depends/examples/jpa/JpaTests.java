package io.github.depends.examples.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(properties = {"spring.autoconfigure.exclude=", "spring.jpa.open-in-view=false"})
@AutoConfigureMockMvc
class JpaTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Test
    void writesInTheTransactionOfTheRequest() {
        assertThat(mvc.post().uri("/people?name=ann")).hasStatusOk().bodyText().isEqualTo("1");
        assertThat(mvc.post().uri("/people?name= ")).hasStatus(HttpStatus.CONFLICT);
        assertThat(people.findAll()).extracting(Person::name).containsExactly("ann");
    }
}
