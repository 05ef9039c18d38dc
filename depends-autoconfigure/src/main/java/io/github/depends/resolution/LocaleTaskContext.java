package io.github.depends.resolution;

import io.github.depends.BackgroundTasks.Task;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;

/** The locale and the time zone. */
final class LocaleTaskContext implements TaskContext {

    @Override
    public Task captured(Task task) {
        LocaleContext current = current();
        return () -> {
            LocaleContext outer = LocaleContextHolder.getLocaleContext();
            LocaleContextHolder.setLocaleContext(current);
            try {
                task.run();
            } finally {
                LocaleContextHolder.setLocaleContext(outer);
            }
        };
    }

    // Read now: Spring MVC's context asks the request each time.
    private static @Nullable LocaleContext current() {
        LocaleContext context = LocaleContextHolder.getLocaleContext();
        if (context == null) {
            return null;
        }
        Locale locale = context.getLocale();
        TimeZone zone = context instanceof TimeZoneAwareLocaleContext aware ? aware.getTimeZone() : null;
        return zone == null ? new SimpleLocaleContext(locale) : new SimpleTimeZoneAwareLocaleContext(locale, zone);
    }
}
