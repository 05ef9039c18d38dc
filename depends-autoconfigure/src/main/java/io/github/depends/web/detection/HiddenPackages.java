package io.github.depends.web.detection;

import io.github.depends.graph.Fault;
import io.github.depends.graph.Site;
import io.github.depends.graph.UseReader;
import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.util.StringUtils;

/**
 * Finds uses on a package that another declaration of the same package hides: of several {@code package-info} in folders
 * and archives, only the first on the class path is there when it runs.
 */
final class HiddenPackages {

    private final ClassLoader loader;
    private final MetadataReaderFactory classes;
    private final Consumer<Fault> faults;

    HiddenPackages(ClassLoader loader, Consumer<Fault> faults) {
        this.loader = loader;
        this.classes = new SimpleMetadataReaderFactory(loader);
        this.faults = faults;
    }

    /** Looks at packages. */
    void check(Collection<String> packages) {
        packages.stream().filter(name -> !name.isEmpty()).sorted().forEach(this::check);
    }

    private void check(String name) {
        String file = name.replace('.', '/') + "/package-info.class";
        try {
            List<URL> found = Collections.list(loader.getResources(file));
            for (URL hidden : found.size() < 2 ? List.<URL>of() : found.subList(1, found.size())) {
                if (hides(found.get(0), hidden)) {
                    refuse(name, place(hidden, file), place(found.get(0), file));
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("The class path cannot be searched for " + file, unreadable);
        }
    }

    private boolean hides(URL first, URL hidden) throws IOException {
        Resource resource = new UrlResource(hidden);
        return !Arrays.equals(new UrlResource(first).getContentAsByteArray(), resource.getContentAsByteArray())
                && UseReader.carriesUse(classes.getMetadataReader(resource)
                        .getAnnotationMetadata()
                        .getAnnotations());
    }

    private void refuse(String name, String hidden, String first) {
        faults.accept(new Fault(
                "The use on package " + name + " in '" + hidden
                        + "' guards nothing, because the package-info of the same" + " package in '" + first
                        + "' comes first on the class path and hides it",
                Site.of("package " + name),
                "Keep one package-info of this package, or repeat the use in the other."));
    }

    /** Returns the name of the archive or folder that a file lies in. */
    private static String place(URL url, String file) {
        String location = url.getPath();
        String root = location.substring(0, Math.max(0, location.length() - file.length()));
        String name = StringUtils.getFilename(root.replaceAll("[!/]+$", ""));
        return name == null ? root : name;
    }
}
