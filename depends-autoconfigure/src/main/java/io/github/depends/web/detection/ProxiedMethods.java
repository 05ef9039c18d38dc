package io.github.depends.web.detection;

import io.github.depends.graph.Fault;
import io.github.depends.graph.Names;
import io.github.depends.graph.Provider;
import io.github.depends.graph.Site;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.BeansException;

/** Tells which dependency methods a proxy in front of their bean would not pass on. */
final class ProxiedMethods {

    private ProxiedMethods() {}

    /** Returns why a method cannot be called on its bean, {@code null} if it can. */
    static @Nullable Fault fault(Provider.OfMethod dependency) {
        Method method = dependency.method();
        if (Modifier.isStatic(method.getModifiers())) {
            return null;
        }
        Object bean = bean(dependency);
        if (bean == null || !AopUtils.isAopProxy(bean)) {
            return null;
        }
        boolean hidden = Modifier.isPrivate(method.getModifiers()) || Modifier.isFinal(method.getModifiers());
        if (hidden) {
            return new Fault(
                    "'" + Names.of(method) + "' is " + (Modifier.isPrivate(method.getModifiers()) ? "private" : "final")
                            + ", but its bean '" + dependency.bean()
                            + "' is a proxy, on which the method would see no fields",
                    Site.of(method),
                    "Make the method neither private nor final.");
        }
        return passedOn(method, bean)
                ? null
                : new Fault(
                        "'" + Names.of(method) + "' is in no interface of its class, but its bean '" + dependency.bean()
                                + "' is a proxy that has only the interfaces",
                        Site.of(method),
                        "Declare the method in an interface of the class, or remove spring.aop.proxy-target-class=false.");
    }

    private static boolean passedOn(Method method, Object bean) {
        try {
            AopUtils.selectInvocableMethod(method, bean.getClass());
            return true;
        } catch (IllegalStateException notExposed) {
            return false;
        }
    }

    private static @Nullable Object bean(Provider.OfMethod dependency) {
        try {
            return dependency.instance().get();
        } catch (BeansException onlyInARequest) {
            return null;
        }
    }
}
