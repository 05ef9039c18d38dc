package io.github.depends.web.detection;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.Advised;
import org.springframework.core.DecoratingProxy;
import org.springframework.util.ClassUtils;

/**
 * The class of the object that serves a handler, behind all proxies. What Spring says of the type of a bean is what the
 * bean was declared as, and may be an interface or a super-class of it.
 *
 * @param type the class, {@code null} where a proxy does not say what is behind it
 */
public record ServedClass(@Nullable Class<?> type) {

    /**
     * Looks at the object that is about to serve a request; for the thread of the request.
     *
     * @param bean the object that the handler is called on
     */
    public static ServedClass of(Object bean) {
        Object current = bean;
        while (current instanceof Advised proxy) {
            Object target = target(proxy.getTargetSource());
            if (target == null) {
                return new ServedClass(null);
            }
            current = target;
        }
        return new ServedClass(userClass(current));
    }

    /**
     * Looks at an object outside a request, without asking any scope for another.
     *
     * @param bean the object
     * @return its class, {@code null} where it can only be known in a request
     */
    static @Nullable Class<?> outsideRequests(Object bean) {
        return changes(bean) ? null : of(bean).type();
    }

    private static boolean changes(Object bean) {
        Object current = bean;
        while (current instanceof Advised proxy) {
            TargetSource source = proxy.getTargetSource();
            Object target = source.isStatic() ? target(source) : null;
            if (target == null) {
                return true;
            }
            current = target;
        }
        return false;
    }

    private static @Nullable Object target(TargetSource source) {
        try {
            Object target = source.getTarget();
            if (target != null && !source.isStatic()) {
                source.releaseTarget(target);
            }
            return target;
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("The target of a proxy could not be reached", failed);
        }
    }

    private static @Nullable Class<?> userClass(Object object) {
        Class<?> type =
                object instanceof DecoratingProxy proxy ? proxy.getDecoratedClass() : ClassUtils.getUserClass(object);
        return Proxy.isProxyClass(type) ? null : type;
    }
}
