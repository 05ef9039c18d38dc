package io.github.depends.web.detection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Knows which packages carry uses; each package is read once. */
final class GuardingPackages {

    private final Map<String, Boolean> carrying = new ConcurrentHashMap<>();

    /** Returns the nearest package around a class that carries a use, as messages name it; {@code null} if none does. */
    @Nullable String nearest(Class<?> type) {
        String name = type.getPackageName();
        while (!name.isEmpty()) {
            if (carries(name, type.getClassLoader())) {
                return "package " + name;
            }
            name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }
        return null;
    }

    private boolean carries(String name, ClassLoader loader) {
        return carrying.computeIfAbsent(
                name, any -> !EndpointScan.ownPackageUses(name, loader).isEmpty());
    }
}
