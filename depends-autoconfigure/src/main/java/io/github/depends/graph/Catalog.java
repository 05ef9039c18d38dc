package io.github.depends.graph;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/** What detection found in the application: the graph asks it, and knows no other way to a bean or a controller. */
public interface Catalog {

    /** Returns all controller methods, with the uses that stand on them or above. */
    List<EndpointDeclaration> endpoints();

    /** Whether the application itself wrote a controller, rather than a library. */
    default boolean ofApplication(EndpointDeclaration endpoint) {
        return true;
    }

    /** Returns all dependency methods of all beans. */
    List<Provider.OfMethod> methods();

    /** Returns the beans of a type, subtypes and generics considered. */
    List<Provider.OfBean> beans(ResolvableType type);

    /**
     * Returns the beans of a type that are known only to factories which have to be created first. Costs their creation, so
     * it is asked where nothing else has the type.
     */
    default List<Provider.OfBean> beansOfFactories(ResolvableType type) {
        return List.of();
    }

    /** Returns the security schemes of a class. */
    List<Provider.OfScheme> schemes(Class<?> type);

    /** Returns the parameters of exception handlers that only this library can fill. */
    List<MethodParameter> exceptionHandlerUses();

    /** Returns the parameters of methods that Spring MVC calls before endpoints, and fills as it fills theirs. */
    default List<MethodParameter> modelParameters() {
        return List.of();
    }

    /**
     * Returns classes of the application that declare dependency methods but are no beans, and that a use of a class could
     * have meant. Costs a look at all classes of the application when it is first asked.
     */
    default List<Class<?>> forgotten(Class<?> asked) {
        return List.of();
    }

    /**
     * Returns methods of the application's beans that could be dependency methods and are none. Costs a look at all of them.
     *
     * @param wanted what the type that a method returns must be
     */
    default List<Method> undeclared(Predicate<ResolvableType> wanted) {
        return List.of();
    }

    /** Returns the classes of the application's beans. */
    default Collection<Class<?>> ownClasses() {
        return List.of();
    }

    /** Returns the type of a bean with its type arguments, as far as it is known. */
    default ResolvableType type(Provider.OfBean bean) {
        return bean.valueType();
    }

    /** Returns the names of classes and dependencies that could be meant by a name that means nothing. */
    List<String> knownNames();

    /** Returns why a dependency cannot have this parameter; {@code null} if Spring MVC binds it. */
    @Nullable Refusal refusal(MethodParameter parameter);

    /** Returns why a dependency method cannot be called on its bean; {@code null} if it can. */
    @Nullable Fault fault(Provider.OfMethod method);

    /** Whether a parameter carries an annotation that binds it from the request. */
    boolean binds(MethodParameter parameter);

    /** Returns what a parameter is in the request. */
    Argument.OfRequest request(MethodParameter parameter);

    /** Returns what detection itself found wrong, such as uses where nothing reads them. */
    List<Fault> faults();

    /** Returns what of that is wrong also where only a part of the application is there, such as a slice. */
    default List<Fault> faultsOfPart() {
        return faults();
    }
}
