package io.github.depends.web;

import io.github.depends.Dependency;
import io.github.depends.security.OAuth2PasswordRequestForm;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives the form of a token request, which is bound with everything else that the request must have. */
public final class PasswordRequestForms {

    /** Creates it. */
    public PasswordRequestForms() {}

    /** Returns the form as it was bound. */
    @Dependency
    public OAuth2PasswordRequestForm passwordRequestForm(OAuth2PasswordRequestForm form) {
        return form;
    }

    /**
     * Returns what binds the form for this dependency, and for nobody else.
     *
     * @param messages texts of faults
     */
    public static HandlerMethodArgumentResolver resolver(MessageSource messages) {
        return new Resolver(new Messages(messages));
    }

    private record Resolver(Messages messages) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getDeclaringClass() == PasswordRequestForms.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer model,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return new SentPasswordForm(
                            Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)), messages)
                    .read();
        }
    }
}
