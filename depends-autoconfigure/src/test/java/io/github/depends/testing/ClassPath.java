package io.github.depends.testing;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** Calls code where some libraries are not on the class path; what it returns must be of the JDK's types. */
public final class ClassPath {

    private ClassPath() {}

    /** Makes a callable in a class loader of its own, which lacks the jars whose file names begin so, and calls it. */
    @SuppressWarnings("unchecked")
    public static <T> T without(String libraries, Class<? extends Callable<T>> code) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader outer = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(jars(libraries), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            var constructor = loader.loadClass(code.getName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            return ((Callable<T>) constructor.newInstance()).call();
        } finally {
            thread.setContextClassLoader(outer);
        }
    }

    private static URL[] jars(String libraries) throws IOException {
        Pattern left = Pattern.compile("(" + libraries + ")-?[^/]*\\.jar");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(file -> !left.matcher(file.getName()).matches())
                .map(ClassPath::url)
                .toArray(URL[]::new);
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
