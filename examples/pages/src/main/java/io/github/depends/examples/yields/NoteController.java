package io.github.depends.examples.yields;

import io.github.depends.Depends;
import java.sql.SQLException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class NoteController {

    @PostMapping("/notes")
    int add(@RequestParam String text, @Depends Notes notes) throws SQLException {
        notes.add(text);
        if (text.isBlank()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return notes.count();
    }
}
