package io.github.depends.web;

import io.micrometer.context.ContextRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.slf4j.MDC;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.request.RequestContextHolder;

/** One mark for each library that keeps something for the current thread, as far as it is on the class path. */
interface ThreadMarks {

    Map<String, ThreadMarks> KNOWN = known();

    void mark(String value);

    void unmark();

    Object marked();

    static void set(String value) {
        KNOWN.values().forEach(mark -> mark.mark(value));
    }

    static void clear() {
        KNOWN.values().forEach(ThreadMarks::unmark);
    }

    static Map<String, String> get() {
        Map<String, String> all = new LinkedHashMap<>();
        KNOWN.forEach((name, mark) -> all.put(name, Objects.toString(mark.marked(), "none")));
        all.put("request", RequestContextHolder.getRequestAttributes() == null ? "none" : "there");
        return all;
    }

    private static Map<String, ThreadMarks> known() {
        Map<String, ThreadMarks> known = new LinkedHashMap<>();
        known.put("locale", new OfLocale());
        known.put("zone", new OfZone());
        add(known, "mdc", "org.slf4j.MDC", () -> new OfMdc());
        add(
                known,
                "security",
                "org.springframework.security.core.context.SecurityContextHolder",
                () -> new OfSecurity());
        add(known, "observation", "io.micrometer.observation.Observation", () -> new OfObservation());
        add(known, "tenant", "io.micrometer.context.ContextRegistry", () -> new OfTenant());
        return known;
    }

    private static void add(Map<String, ThreadMarks> to, String name, String library, Supplier<ThreadMarks> mark) {
        if (ClassUtils.isPresent(library, ThreadMarks.class.getClassLoader())) {
            to.put(name, mark.get());
        }
    }

    final class OfLocale implements ThreadMarks {

        @Override
        public void mark(String value) {
            LocaleContextHolder.setLocaleContext(new SimpleTimeZoneAwareLocaleContext(
                    new Locale(value), TimeZone.getTimeZone(value.equals("acme") ? "Asia/Tokyo" : "Asia/Hovd")));
        }

        @Override
        public void unmark() {
            LocaleContextHolder.resetLocaleContext();
        }

        @Override
        public Object marked() {
            return LocaleContextHolder.getLocaleContext() == null
                    ? null
                    : LocaleContextHolder.getLocale().getLanguage();
        }
    }

    /** Marked together with the locale. */
    final class OfZone implements ThreadMarks {

        @Override
        public void mark(String value) {}

        @Override
        public void unmark() {}

        @Override
        public Object marked() {
            return LocaleContextHolder.getLocaleContext() instanceof TimeZoneAwareLocaleContext aware
                    ? aware.getTimeZone().getID().replace("Asia/Tokyo", "acme")
                    : null;
        }
    }

    final class OfMdc implements ThreadMarks {

        @Override
        public void mark(String value) {
            MDC.put("mark", value);
        }

        @Override
        public void unmark() {
            MDC.remove("mark");
        }

        @Override
        public Object marked() {
            return MDC.get("mark");
        }
    }

    final class OfSecurity implements ThreadMarks {

        @Override
        public void mark(String value) {
            SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(value, "secret"));
        }

        @Override
        public void unmark() {
            SecurityContextHolder.clearContext();
        }

        @Override
        public Object marked() {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            return authentication == null ? null : authentication.getName();
        }
    }

    final class OfObservation implements ThreadMarks {

        private final ObservationRegistry registry = ObservationRegistry.create();

        OfObservation() {
            registry.observationConfig().observationHandler(context -> true);
        }

        @Override
        public void mark(String value) {
            Observation.start(value, registry).openScope();
        }

        @Override
        public void unmark() {
            while (registry.getCurrentObservationScope() != null) {
                registry.getCurrentObservationScope().close();
            }
        }

        @Override
        public Object marked() {
            Observation current = registry.getCurrentObservation();
            return current == null ? null : current.getContext().getName();
        }
    }

    /** What an application has made known to context propagation. */
    final class OfTenant implements ThreadMarks {

        private final ThreadLocal<String> tenant = new ThreadLocal<>();

        OfTenant() {
            ContextRegistry.getInstance().registerThreadLocalAccessor("tenant", tenant);
        }

        @Override
        public void mark(String value) {
            tenant.set(value);
        }

        @Override
        public void unmark() {
            tenant.remove();
        }

        @Override
        public Object marked() {
            return tenant.get();
        }
    }
}
