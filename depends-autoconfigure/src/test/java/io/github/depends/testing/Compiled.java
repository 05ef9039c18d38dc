package io.github.depends.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Sources that are compiled into folders of their own, as those of an application and of its tests are. */
public final class Compiled implements AutoCloseable {

    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("\\bpublic (?:\\w+ )*(?:class|record|enum|@?interface) (\\w+)");

    private final Path folder;
    private final List<Path> folders = new ArrayList<>();
    private URLClassLoader loader;

    /** Compiles into a folder. */
    public Compiled(Path folder) {
        this.folder = folder;
    }

    /** Compiles sources into a folder that the class path gets; each declares its package and one public type. */
    public Compiled into(String name, String... sources) {
        try {
            Path target = Files.createDirectories(folder.resolve(name));
            List<String> arguments = new ArrayList<>(List.of("-proc:none", "-parameters", "-d", target.toString()));
            if (!folders.isEmpty()) {
                arguments.addAll(List.of("-cp", System.getProperty("java.class.path") + ":" + join(folders)));
            }
            Path written = Files.createDirectories(folder.resolve(name + ".sources"));
            for (String source : sources) {
                Path file = Files.createDirectories(written.resolve(find(PACKAGE, source)))
                        .resolve((source.startsWith("@") ? "package-info" : find(TYPE, source)) + ".java");
                Files.writeString(file, source);
                arguments.add(file.toString());
            }
            int errors = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            assertThat(errors).isZero();
            folders.add(target);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Loads classes of it. */
    public Class<?>[] load(String... names) {
        try {
            if (loader == null) {
                loader = new URLClassLoader(
                        folders.stream().map(Compiled::url).toArray(URL[]::new), Compiled.class.getClassLoader());
            }
            List<Class<?>> loaded = new ArrayList<>();
            for (String name : names) {
                loaded.add(loader.loadClass(name));
            }
            return loaded.toArray(Class<?>[]::new);
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException(missing);
        }
    }

    /** Starts an application made of classes of it, with its class loader. */
    public App start(String... names) {
        return within(() -> App.start((Object[]) load(names)));
    }

    /** Starts an application that is expected to fail, and returns why. */
    public Throwable failure(String... names) {
        return within(() -> App.failure((Object[]) load(names)));
    }

    private <T> T within(Supplier<T> action) {
        load();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return action.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String join(List<Path> paths) {
        return String.join(":", paths.stream().map(Path::toString).toList());
    }

    private static String find(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        assertThat(matcher.find()).as(source).isTrue();
        return matcher.group(1);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        if (loader != null) {
            loader.close();
        }
    }
}
