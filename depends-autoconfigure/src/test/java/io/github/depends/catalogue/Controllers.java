package io.github.depends.catalogue;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.catalogue.guarded.PackageApi;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.BeanUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Controllers that are mapped by an interface, and guarded where only their own class says so. */
public final class Controllers {

    private Controllers() {}

    /** Counts how often the guard has run, since a test has set it to zero. */
    public static final AtomicInteger GUARDED = new AtomicInteger();

    /** Declares a guard that only checks. */
    public static class Guard {

        @Dependency
        void check() {
            GUARDED.incrementAndGet();
        }
    }

    /** Declares a guard that gives a value. */
    public static class Visitors {

        @Dependency(guard = true)
        String visitor() {
            GUARDED.incrementAndGet();
            return "trusted";
        }
    }

    /** Maps the request. */
    @RestController
    public interface Api {

        /** Answers. */
        @GetMapping("/api/visit")
        String get(String visitor);
    }

    /** What a bean may be declared as. */
    public abstract static class AbstractApi implements Api {}

    /** Carries no use, and is a class that can be made. */
    public static class PlainApi extends AbstractApi {

        @Override
        public String get(String visitor) {
            return "handled for " + visitor;
        }
    }

    static class ParameterApi extends PlainApi {

        @Override
        public String get(@Depends(Visitors.class) String visitor) {
            return "handled for " + visitor;
        }
    }

    static class MethodApi extends PlainApi {

        @Override
        @Depends(Guard.class)
        public String get(String visitor) {
            return super.get(visitor);
        }
    }

    @Depends(Guard.class)
    static class ClassApi extends PlainApi {}

    @Depends(Guard.class)
    abstract static class GuardedSuperclass extends PlainApi {}

    static class SuperclassApi extends GuardedSuperclass {}

    @Depends(Guard.class)
    interface GuardedInterface {}

    static class InterfaceApi extends PlainApi implements GuardedInterface {}

    /** Maps the request by a method whose parameter is a type variable. */
    @RestController
    interface GenericApi<T> {

        @GetMapping("/api/visit")
        String get(T visitor);
    }

    abstract static class AbstractGenericApi implements GenericApi<String> {}

    static class PlainGenericApi extends AbstractGenericApi {

        @Override
        public String get(String visitor) {
            return "handled for " + visitor;
        }
    }

    static class GenericParameterApi extends PlainGenericApi {

        @Override
        public String get(@Depends(Visitors.class) String visitor) {
            return super.get(visitor);
        }
    }

    static class GenericMethodApi extends PlainGenericApi {

        @Override
        @Depends(Guard.class)
        public String get(String visitor) {
            return super.get(visitor);
        }
    }

    /** Maps the request by a method that classes need not implement. */
    @RestController
    interface DefaultApi {

        @GetMapping("/api/visit")
        default String get(String visitor) {
            return "handled for " + visitor;
        }
    }

    abstract static class AbstractDefaultApi implements DefaultApi {}

    static class PlainDefaultApi extends AbstractDefaultApi {}

    @Depends(Guard.class)
    static class DefaultClassApi extends PlainDefaultApi {}

    static class DefaultMethodApi extends PlainDefaultApi {

        @Override
        @Depends(Guard.class)
        public String get(String visitor) {
            return super.get(visitor);
        }
    }

    /** Lets a path pattern cover something, whatever becomes of the other controller. */
    @RestController
    static class Other {

        @GetMapping("/api/other")
        String other() {
            return "other";
        }
    }

    /** What a bean may be declared as, when it is not declared as what it is. */
    enum Family {
        PLAIN(Api.class, AbstractApi.class, PlainApi.class),
        GENERIC(GenericApi.class, AbstractGenericApi.class, PlainGenericApi.class),
        DEFAULT(DefaultApi.class, AbstractDefaultApi.class, PlainDefaultApi.class);

        final Class<?> mapping;
        final Class<?> abstractClass;
        final Class<?> superclass;

        Family(Class<?> mapping, Class<?> abstractClass, Class<?> superclass) {
            this.mapping = mapping;
            this.abstractClass = abstractClass;
            this.superclass = superclass;
        }
    }

    /** Where the guard stands. */
    enum Level {
        PARAMETER(Family.PLAIN, ParameterApi.class),
        METHOD(Family.PLAIN, MethodApi.class),
        CLASS(Family.PLAIN, ClassApi.class),
        SUPERCLASS(Family.PLAIN, SuperclassApi.class),
        INTERFACE(Family.PLAIN, InterfaceApi.class),
        PACKAGE(Family.PLAIN, PackageApi.class),
        PATH(Family.PLAIN, PlainApi.class),
        APPLICATION(Family.PLAIN, PlainApi.class),
        NONE(Family.PLAIN, PlainApi.class),
        GENERIC_PARAMETER(Family.GENERIC, GenericParameterApi.class),
        GENERIC_METHOD(Family.GENERIC, GenericMethodApi.class),
        DEFAULT_CLASS(Family.DEFAULT, DefaultClassApi.class),
        DEFAULT_METHOD(Family.DEFAULT, DefaultMethodApi.class),
        DEFAULT_NONE(Family.DEFAULT, PlainDefaultApi.class);

        final Family family;
        final Class<?> implementation;

        Level(Family family, Class<?> implementation) {
            this.family = family;
            this.implementation = implementation;
        }

        /** Returns the method that Spring maps. */
        Method mapped() {
            return BeanUtils.findMethodWithMinimalParameters(family.mapping, "get");
        }

        boolean guarded() {
            return this != NONE && this != DEFAULT_NONE;
        }

        boolean givesValue() {
            return this == PARAMETER || this == GENERIC_PARAMETER;
        }
    }
}
