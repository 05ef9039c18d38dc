package io.github.depends.resolution;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/** Tells which yields are open, and which of them for longer than they should be. */
public final class OverdueYields {

    private static final Log LOGGER = LogFactory.getLog(OverdueYields.class);

    private final Consumer<Consumer<OpenYield>> all;
    private final Duration age;
    private Set<OpenYield> told = Set.of();

    /**
     * Watches yields.
     *
     * @param all gives those that are open now
     * @param age how long they may be open; zero if that does not matter
     */
    public OverdueYields(Consumer<Consumer<OpenYield>> all, Duration age) {
        this.all = all;
        this.age = age;
    }

    /** Returns how many are open. */
    public long open() {
        AtomicLong open = new AtomicLong();
        all.accept(each -> open.incrementAndGet());
        return open.get();
    }

    /** Returns how many have been open for too long. */
    public long overdue() {
        return find().size();
    }

    /** Logs those that have been open for too long, each once. */
    public synchronized void warn() {
        Set<OpenYield> overdue = find();
        overdue.stream().filter(each -> !told.contains(each)).forEach(this::warn);
        told = overdue;
    }

    private void warn(OpenYield overdue) {
        LOGGER.warn("'" + overdue.dependency() + "', opened for " + overdue.owner() + ", has been open for "
                + overdue.age().toMillis()
                + " ms. Look for a call that hangs, or set depends.yields.open-warning-age (now "
                + age.toMillis() + "ms) to what is usual here");
    }

    private Set<OpenYield> find() {
        Set<OpenYield> found = Collections.newSetFromMap(new IdentityHashMap<>());
        if (!age.isZero()) {
            all.accept(each -> {
                if (each.age().compareTo(age) >= 0) {
                    found.add(each);
                }
            });
        }
        return found;
    }
}
