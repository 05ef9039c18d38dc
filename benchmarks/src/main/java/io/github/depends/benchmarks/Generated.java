package io.github.depends.benchmarks;

import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles classes that nobody wants to write by hand, and loads them. */
final class Generated {

    private Generated() {}

    /**
     * Compiles a class and loads it with its member classes.
     *
     * @param name the class, in no package
     * @param source its source
     * @return the member classes
     */
    static Class<?>[] members(String name, String source) {
        try {
            Path directory = Files.createTempDirectory("benchmark");
            compile(name, source, directory);
            URL[] path = {directory.toUri().toURL()};
            Class<?> type = Class.forName(name, true, new URLClassLoader(path, Generated.class.getClassLoader()));
            directory.toFile().deleteOnExit();
            return type.getDeclaredClasses();
        } catch (ClassNotFoundException | MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static void compile(String name, String source, Path directory) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-parameters", "-proc:none", "-d", directory.toString(), "-cp", System.getProperty("java.class.path"));
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        if (!compiler.getTask(messages, null, null, options, null, Arrays.asList(file))
                .call()) {
            throw new IllegalStateException(messages.toString());
        }
    }
}
