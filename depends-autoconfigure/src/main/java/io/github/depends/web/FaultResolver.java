package io.github.depends.web;

import io.github.depends.InvalidRequestException;
import io.github.depends.InvalidRequestException.RequestError;
import io.github.depends.security.NotAuthenticatedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.handler.HandlerExceptionResolverComposite;

/**
 * Answers invalid and unauthenticated requests as RFC 9457 problem details, unless the application handles them itself.
 *
 * <p>It comes before Spring's exception handlers, because Boot's own for problem details would take the cause of the
 * exception for the exception.
 */
final class FaultResolver implements HandlerExceptionResolver {

    private final ApplicationHandlers handlers;
    private final Supplier<List<HandlerExceptionResolver>> others;
    private final ProblemWriter writer;
    private final WrongRequests wrong;

    /**
     * Creates the resolver.
     *
     * @param handlers the application's exception handlers
     * @param others the resolvers of Spring's and of the application
     * @param writer writes problems
     * @param wrong how invalid requests are answered
     */
    FaultResolver(
            ApplicationHandlers handlers,
            Supplier<List<HandlerExceptionResolver>> others,
            ProblemWriter writer,
            WrongRequests wrong) {
        this.handlers = handlers;
        this.others = others;
        this.writer = writer;
        this.wrong = wrong;
    }

    /** Returns the resolvers of a composite that are not ours. */
    static List<HandlerExceptionResolver> others(HandlerExceptionResolver spring) {
        return spring instanceof HandlerExceptionResolverComposite composite
                ? composite.getExceptionResolvers().stream()
                        .filter(resolver -> !(resolver instanceof FaultResolver))
                        .toList()
                : List.of(spring);
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (!(thrown instanceof InvalidRequestException || thrown instanceof NotAuthenticatedException)) {
            return null;
        }
        Exception wanted = handlers.wanted(handler, thrown);
        for (HandlerExceptionResolver other : others.get()) {
            if (wanted != null || !ApplicationHandlers.platform(other.getClass())) {
                ModelAndView view =
                        other.resolveException(request, response, handler, wanted == null ? thrown : wanted);
                if (view != null) {
                    return view;
                }
            }
        }
        return thrown instanceof InvalidRequestException fault
                ? invalid(request, response, fault)
                : unauthenticated(request, response, (NotAuthenticatedException) thrown);
    }

    private ModelAndView invalid(
            HttpServletRequest request, HttpServletResponse response, InvalidRequestException fault) {
        ProblemDetail problem = new PathlessProblem(wrong.status());
        int all = fault.getErrors().size() + fault.getMoreErrors();
        List<RequestError> listed =
                fault.getErrors().stream().limit(wrong.maxErrors()).toList();
        problem.setDetail(detail(all, listed.size()));
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (route != null) {
            problem.setProperty("route", route.toString());
        }
        problem.setProperty("errors", listed);
        if (all > listed.size()) {
            problem.setProperty("moreErrors", all - listed.size());
        }
        return writer.write(request, response, problem, HttpHeaders.EMPTY);
    }

    private static String detail(int all, int listed) {
        String invalid = all + (all == 1 ? " request parameter is" : " request parameters are") + " invalid";
        if (all == listed) {
            return invalid;
        }
        return invalid + ", of which the first " + (listed == 1 ? "is" : listed + " are") + " listed";
    }

    private ModelAndView unauthenticated(
            HttpServletRequest request, HttpServletResponse response, NotAuthenticatedException fault) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, fault.getChallenge());
        ProblemDetail problem = new PathlessProblem(HttpStatus.UNAUTHORIZED);
        problem.setDetail(fault.getMessage());
        return writer.write(request, response, problem, headers);
    }

    /** A problem that keeps to itself which path was asked for. */
    private static final class PathlessProblem extends ProblemDetail {

        private static final long serialVersionUID = 1L;

        PathlessProblem(HttpStatusCode status) {
            super(status.value());
            HttpStatus known = HttpStatus.resolve(status.value());
            setTitle(known == null ? null : known.getReasonPhrase());
        }

        @Override
        public void setInstance(@Nullable URI instance) {}
    }
}
