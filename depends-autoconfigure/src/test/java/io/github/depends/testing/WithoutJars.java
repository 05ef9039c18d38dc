package io.github.depends.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.function.Supplier;

/** Runs code with a class path that lacks some jars, as in an application that does not have them. */
public final class WithoutJars {

    private WithoutJars() {}

    /**
     * Runs what a class of the class path supplies.
     *
     * @param type a class with a constructor without parameters
     * @param prefixes what the names of the missing jars begin with
     */
    public static String run(Class<? extends Supplier<String>> type, String... prefixes) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URL[] urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(file -> Arrays.stream(prefixes).noneMatch(file.getName()::startsWith))
                .map(WithoutJars::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            var constructor = loader.loadClass(type.getName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (String) ((Supplier<?>) constructor.newInstance()).get();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
