package io.github.depends.web.detection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * The class files in the packages of an application that declare or inherit dependency methods. No class is loaded; of
 * each file the header is read, and its text is searched for the annotation.
 */
final class ClassFiles {

    private static final String DEPENDENCY = "Lio/github/depends/Dependency;";
    private static final List<String> TEST_FRAMEWORKS =
            List.of("Lorg/junit/", "Lorg/testng/", "spock/lang/", "io/kotest/");
    private static final List<String> TEST_COMPONENTS = List.of(
            "Lorg/springframework/boot/test/context/TestConfiguration;",
            "Lorg/springframework/boot/test/context/TestComponent;");
    /** Where Maven, Gradle and IDEs put the classes of tests. */
    private static final Pattern TEST_FOLDER =
            Pattern.compile(".*/(test-classes|(java|kotlin|groovy|out|bin)/(\\w*[tT]est|testFixtures)(/[^/]*)?)/");

    private final Map<String, ClassFile> files = new HashMap<>();
    private final List<ClassFile> declaring = new ArrayList<>();
    private final Set<String> testRoots = new HashSet<>();
    private final Set<String> testClasses = new HashSet<>();

    private ClassFiles() {}

    /** Reads the class files of packages and of their sub-packages. */
    static ClassFiles read(Collection<String> packages, ClassLoader loader) {
        ClassFiles read = new ClassFiles();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver(loader);
        for (String name : packages) {
            // The default package would be the whole class path.
            if (!name.isEmpty()) {
                try {
                    for (Resource each : resolver.getResources(
                            "classpath*:" + ClassUtils.convertClassNameToResourcePath(name) + "/**/*.class")) {
                        read.add(each);
                    }
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        read.keepDeclaring();
        return read;
    }

    private void add(Resource resource) throws IOException {
        byte[] bytes = resource.getContentAsByteArray();
        try {
            ClassReader header = new ClassReader(bytes);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            String root = root(resource.getURL(), header.getClassName());
            if (TEST_FRAMEWORKS.stream().anyMatch(text::contains)) {
                testRoots.add(root);
                testClasses.add(outermost(header.getClassName()));
            }
            files.put(
                    header.getClassName(),
                    new ClassFile(
                            header.getClassName(),
                            root,
                            parents(header),
                            text.contains(DEPENDENCY),
                            TEST_COMPONENTS.stream().anyMatch(text::contains)));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            // A class of a later Java: Spring cannot read it either.
        }
    }

    private static List<String> parents(ClassReader header) {
        List<String> parents = new ArrayList<>(List.of(header.getInterfaces()));
        String superclass = header.getSuperName();
        if (superclass != null) {
            parents.add(superclass);
        }
        return parents;
    }

    private void keepDeclaring() {
        files.values().stream()
                .filter(file -> !file.testComponent() && declares(file.name()))
                .sorted(Comparator.comparing(ClassFile::name))
                .forEach(declaring::add);
        files.clear();
    }

    /** Returns those that are no components of tests, in the order of their names. */
    List<ClassFile> declaring() {
        return declaring;
    }

    /**
     * Whether a use of a class could mean what a class file declares. What stands in test sources is a replacement, unless
     * the class that is asked for stands there itself.
     */
    boolean meantBy(Class<?> asked, ClassFile file) {
        String name = asked.getName().replace('.', '/');
        boolean ofTests = ofTests(file.root()) && !file.root().equals(root(asked, name));
        boolean ofOtherTest = testClasses.contains(outermost(file.name()))
                && !outermost(file.name()).equals(outermost(name));
        return !ofTests && !ofOtherTest;
    }

    private static @Nullable String root(Class<?> type, String name) {
        ClassLoader loader = type.getClassLoader();
        URL url = loader == null ? null : loader.getResource(name + ".class");
        return url == null ? null : root(url, name);
    }

    private boolean declares(String name) {
        ClassFile file = files.get(name);
        return file != null && (file.declares() || file.parents().stream().anyMatch(this::declares));
    }

    private boolean ofTests(String root) {
        return testRoots.contains(root) || TEST_FOLDER.matcher(root).matches();
    }

    private static String root(URL url, String name) {
        String location = url.toString();
        return location.substring(0, Math.max(0, location.length() - name.length() - ".class".length()));
    }

    private static String outermost(String name) {
        int nested = name.indexOf('$', name.lastIndexOf('/') + 2);
        return nested < 0 ? name : name.substring(0, nested);
    }

    /**
     * What the header of a class file says.
     *
     * @param name its internal name
     * @param root the folder or archive that it lies in
     * @param parents what it extends and implements
     * @param declares whether it declares dependency methods or constructors
     * @param testComponent whether it is a component of tests, which nobody finds unasked
     */
    record ClassFile(String name, String root, List<String> parents, boolean declares, boolean testComponent) {}
}
