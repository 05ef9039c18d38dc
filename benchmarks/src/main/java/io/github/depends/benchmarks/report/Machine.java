package io.github.depends.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The machine that measured, without its name. */
record Machine(String cpu, int cores, long memoryInGiB, String system) {

    private static final Path CPU = Path.of("/proc/cpuinfo");

    /** Describes the machine this runs on; cores that the process is not pinned to are not counted. */
    static Machine here() throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                processor(), system.getAvailableProcessors(), system.getTotalMemorySize() >> 30, system.getName());
    }

    String label() {
        return "%s, %d cores, %d GiB, %s".formatted(cpu, cores, memoryInGiB, system);
    }

    private static String processor() throws IOException {
        if (!Files.exists(CPU)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst(".*: *", ""))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
