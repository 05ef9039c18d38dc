package io.github.depends.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A jar made for a test from classes of the test, which a class loader of its own loads from there. */
public final class OtherJar implements AutoCloseable {

    private final URLClassLoader loader;

    private OtherJar(URLClassLoader loader) {
        this.loader = loader;
    }

    /** Makes a jar with this title, none if it is empty. */
    public static OtherJar of(Path file, String title, Class<?>... types) throws IOException {
        return of(file, title, types[0].getClassLoader(), types);
    }

    /** Makes a jar whose classes see those of another class loader. */
    public static OtherJar of(Path file, String title, ClassLoader parent, Class<?>... types) throws IOException {
        write(file, title, "", types);
        return new OtherJar(loader(file.toUri().toURL(), parent, types));
    }

    /** Makes a jar that has its classes where Spring Boot puts those of the application. */
    public static OtherJar executable(Path file, String title, Class<?>... types) throws IOException {
        write(file, title, "BOOT-INF/classes/", types);
        return new OtherJar(loader(
                URI.create("jar:" + file.toUri() + "!/BOOT-INF/classes/").toURL(), types[0].getClassLoader(), types));
    }

    private static void write(Path file, String title, String directory, Class<?>... types) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!title.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_TITLE, title);
        }
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (Class<?> type : types) {
                write(jar, directory, type.getName().replace('.', '/') + ".class", type);
            }
        }
    }

    private static void write(JarOutputStream jar, String directory, String name, Class<?> type) throws IOException {
        jar.putNextEntry(new JarEntry(directory + name));
        try (InputStream bytes = type.getResourceAsStream("/" + name)) {
            bytes.transferTo(jar);
        }
        jar.closeEntry();
    }

    private static URLClassLoader loader(URL url, ClassLoader parent, Class<?>... types) {
        Set<String> names = Stream.of(types).map(Class::getName).collect(Collectors.toSet());
        return new URLClassLoader(new URL[] {url}, parent) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (!names.contains(name)) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        };
    }

    /** Returns a class as it was loaded from the jar. */
    public Class<?> load(Class<?> type) throws ClassNotFoundException {
        return loader.loadClass(type.getName());
    }

    /** Returns the class loader. */
    public ClassLoader loader() {
        return loader;
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
