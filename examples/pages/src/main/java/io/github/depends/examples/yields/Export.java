package io.github.depends.examples.yields;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
class Export {

    @Dependency
    Yield<Path> scratch() {
        return Yield.open(() -> Files.createTempFile("export", ".csv")).onClose(Files::deleteIfExists);
    }

    @GetMapping("/export")
    StreamingResponseBody export(@Depends(name = "scratch") Path scratch) throws IOException {
        Files.writeString(scratch, "name;price\npen;2\n");
        return out -> Files.copy(scratch, out);
    }
}
