package io.github.depends.test;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Replaces dependencies while a test method runs; a bean, to be injected into a test. The rules of {@code @Depends} say
 * which dependency is meant. What matches nothing fails at once, and everything is undone after the test method. It may
 * be called from {@code @BeforeEach} on, on the thread that runs the test. The last replacement of a dependency counts.
 */
public interface DependencyOverrides {

    /**
     * Replaces a dependency by its type.
     *
     * @throws IllegalArgumentException when it is given a replacement and no endpoint uses such a dependency
     */
    <T> Replacement<T> replace(Class<T> type);

    /** Replaces a dependency by its type and name, where several have the type. */
    <T> Replacement<T> replace(Class<T> type, String name);

    /** Replaces a dependency whose value has another type than the class that names it, such as a security scheme. */
    <T> Replacement<T> replace(Class<?> dependency, Class<T> result);

    /** Replaces a dependency whose value has another type than the class that names it, by its name. */
    <T> Replacement<T> replace(Class<?> dependency, String name, Class<T> result);

    /** Replaces a dependency by its type with type arguments. */
    <T> Replacement<T> replace(ParameterizedTypeReference<T> type);

    /**
     * Lets a mere check pass.
     *
     * @param check class of the check, or a composed annotation, all uses of which then pass
     */
    void skip(Class<?> check);

    /** Lets a mere check pass, by its name. */
    void skip(Class<?> check, String name);

    /**
     * Returns the same for dependencies that no endpoint uses, but that the application opens outside requests, with
     * {@link io.github.depends.Dependencies}: in a job, a listener or a task.
     */
    DependencyOverrides outsideRequests();

    /** Undoes everything replaced so far by this test method; mocks of fields stay. */
    void clear();
}
