package io.github.depends.pool;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What is reachable in this virtual machine. */
final class Heap {

    private Heap() {}

    /** Returns the size in bytes of what is reachable. */
    static long used() {
        histogram();
        histogram(); // twice, for what is freed only after a finalizer or a reference queue
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Returns how many reachable instances there are of these classes, of those that have any. */
    static Map<String, Long> instances(Set<String> classes) {
        return histogram()
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length >= 4 && classes.contains(columns[3]))
                .collect(Collectors.toMap(columns -> columns[3], columns -> Long.valueOf(columns[1])));
    }

    private static String histogram() {
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
            return (String) beans.invoke(
                    commands, "gcClassHistogram", new Object[] {new String[0]}, new String[] {String[].class.getName()
                    });
        } catch (JMException unsupported) {
            throw new IllegalStateException(unsupported);
        }
    }
}
