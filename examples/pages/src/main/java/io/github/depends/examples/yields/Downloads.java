package io.github.depends.examples.yields;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
class Downloads {

    @Dependency
    Yield<ClientHttpResponse> answer(@Depends RestClient files, @PathVariable String id) {
        return Yield.<ClientHttpResponse>open(
                        () -> files.get().uri("/{id}", id).exchange((request, response) -> response, false))
                .onClose(ClientHttpResponse::close);
    }

    @GetMapping("/downloads/{id}")
    ResponseEntity<StreamingResponseBody> download(@Depends ClientHttpResponse answer) throws IOException {
        return ResponseEntity.status(answer.getStatusCode())
                .body(out -> answer.getBody().transferTo(out));
    }
}
