package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamelessParametersTests {

    @Test
    void refusesParametersWithoutANameInTheByteCode(@TempDir Path folder) throws Exception {
        Path source = folder.resolve("Nameless.java");
        Files.writeString(source, """
                import io.github.depends.*;
                import org.springframework.web.bind.annotation.*;

                @RestController
                public class Nameless {
                    @Dependency String text(@RequestParam String q, @RequestParam("p") String named) { return q; }
                    @GetMapping("/nameless") void get(@Depends(Nameless.class) String text) {}
                }
                """);
        int errors = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString());
        assertThat(errors).isZero();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            assertThat(StartReport.faults(App.failure(loader.loadClass("Nameless"))))
                    .containsExactly(
                            "Parameter 1 (String arg0) of Nameless.text(String, String) has no name in the byte"
                                    + " code. | at Nameless.text(Nameless.java)"
                                    + " | => Compile with -parameters, or write the name: @RequestParam(\"...\").");
        }
    }
}
