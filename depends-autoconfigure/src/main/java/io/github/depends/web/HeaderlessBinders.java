package io.github.depends.web;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/**
 * Makes binders that fill no model attribute from some headers.
 *
 * @param binders makes the binders
 * @param left which headers are left out
 */
record HeaderlessBinders(WebDataBinderFactory binders, Predicate<String> left) implements WebDataBinderFactory {

    @Override
    public WebDataBinder createBinder(
            NativeWebRequest request, @Nullable Object target, String name, ResolvableType type) throws Exception {
        return without(binders.createBinder(request, target, name, type));
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    public WebDataBinder createBinder(NativeWebRequest request, @Nullable Object target, String name) throws Exception {
        return without(binders.createBinder(request, target, name));
    }

    private WebDataBinder without(WebDataBinder binder) {
        if (binder instanceof ExtendedServletRequestDataBinder extended) {
            extended.addHeaderPredicate(left.negate());
        }
        return binder;
    }
}
