package io.github.depends.benchmarks;

import java.lang.management.ManagementFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Whether requests leave something in the heap: serves many, and prints what is kept after each tenth of them, as lines of
 * JSON.
 */
final class RetainedHeap {

    private RetainedHeap() {}

    /** Serves as many requests of the scenario as the first argument says, by default ten million. */
    public static void main(String[] arguments) throws Exception {
        long requests = arguments.length == 0 ? 10_000_000 : Long.parseLong(arguments[0]);
        try (ConfigurableApplicationContext context = Applications.scenario()) {
            DispatcherServlet servlet = context.getBean(DispatcherServlet.class);
            for (int tenth = 1; tenth <= 10; tenth++) {
                serve(servlet, requests / 10);
                System.out.printf("""
                        {"parameters": {"benchmark": "retained", "requests": "%d"}, "measure": "heap", "unit": "B", "value": %d}
                        """, tenth * requests / 10, kept());
            }
        }
    }

    private static void serve(DispatcherServlet servlet, long requests) throws Exception {
        for (long request = 0; request < requests; request++) {
            servlet.service(Applications.request("/items"), new MockHttpServletResponse());
        }
    }

    private static long kept() {
        for (int times = 0; times < 5; times++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
