package io.github.depends.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.github.depends.demo.Conduit.Member;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ConduitTest
class TagApiTests {

    @Autowired
    Conduit conduit;

    @Test
    void listsEachTagOnceMostUsedFirst() {
        Member author = conduit.register();
        author.publish("One", "aaa-once", "zzz-twice");
        author.publish("Two", "zzz-twice");
        conduit.stranger()
                .get("/api/tags")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.tags")
                .value(tags -> assertThat(tags)
                        .asInstanceOf(LIST)
                        .doesNotHaveDuplicates()
                        .containsSubsequence("zzz-twice", "aaa-once"));
    }
}
