package io.github.depends.web;

import io.github.depends.BackgroundTasks;
import io.github.depends.Dependencies;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.autoconfigure.DependsAutoConfiguration;
import io.github.depends.observation.TaskContextAutoConfiguration;
import io.github.depends.slf4j.Slf4jAutoConfiguration;
import io.github.depends.springsecurity.SecurityTaskContextAutoConfiguration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Adds background tasks in every way there is, and returns the marks of a thread that each has seen. */
final class TasksInEveryWay implements Callable<Map<String, Map<String, String>>> {

    @Override
    public Map<String, Map<String, String>> call() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        new WebApplicationContextRunner()
                .withUserConfiguration(Pages.class, Parts.class)
                .run(context -> all.putAll(seen(context)));
        return all;
    }

    private static Map<String, Map<String, String>> seen(AssertableWebApplicationContext context) throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
        Seen seen = context.getBean(Seen.class);
        OneThread executor = context.getBean(OneThread.class);
        mvc.perform(MockMvcRequestBuilders.get("/all"));
        executor.refuses = true;
        mvc.perform(MockMvcRequestBuilders.get("/refused"));
        executor.refuses = false;
        context.getBean(Dependencies.class).run(open -> open.get(Outside.class).adds(seen));
        seen.note("outside afterwards");
        executor.thread.submit(() -> seen.note("afterwards")).get();
        return seen.marks;
    }

    /** Adds a task under one set of marks, and changes all of them afterwards. */
    private static void marked(Runnable adding) {
        ThreadMarks.set("acme");
        try {
            adding.run();
        } finally {
            ThreadMarks.set("other");
            ThreadMarks.clear();
        }
    }

    /** What has been seen, by the way the task was added. */
    static final class Seen {

        final Map<String, Map<String, String>> marks = new ConcurrentHashMap<>();

        BackgroundTasks.Task task(String way) {
            return () -> {
                note(way);
                ThreadMarks.set("dirty");
            };
        }

        void note(String way) {
            marks.put(way, new TreeMap<>(ThreadMarks.get()));
        }
    }

    /** An executor that refuses on demand. */
    static final class OneThread implements Executor, DisposableBean {

        final ExecutorService thread = Executors.newSingleThreadExecutor();
        volatile boolean refuses;

        @Override
        public void execute(Runnable command) {
            if (refuses) {
                throw new RejectedExecutionException("full");
            }
            thread.execute(command);
        }

        @Override
        public void destroy() {
            thread.shutdown();
        }
    }

    // Imported as Spring Boot does, so that conditions on classes are read without the classes.
    @ImportAutoConfiguration({
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        DependsAutoConfiguration.class,
        TaskContextAutoConfiguration.class,
        Slf4jAutoConfiguration.class,
        SecurityTaskContextAutoConfiguration.class
    })
    static class Parts {

        @Bean
        OneThread applicationTaskExecutor() {
            return new OneThread();
        }

        @Bean
        Seen seen() {
            return new Seen();
        }

        @Dependency
        static Outside outside(BackgroundTasks tasks) {
            return new Outside(tasks);
        }
    }

    record Outside(BackgroundTasks tasks) {

        void adds(Seen seen) {
            marked(() -> {
                tasks.addBeforeRelease(seen.task("outside before"));
                tasks.add(seen.task("outside add"));
            });
        }
    }

    @RestController
    static class Pages {

        @GetMapping("/all")
        String all(BackgroundTasks tasks, @Depends Seen seen) throws InterruptedException {
            marked(() -> {
                tasks.addBeforeRelease(seen.task("before"));
                tasks.add(seen.task("add"));
            });
            Thread other = new Thread(() -> marked(() -> tasks.add(seen.task("thread"))));
            other.start();
            other.join();
            return "all";
        }

        @GetMapping("/refused")
        String refused(BackgroundTasks tasks, @Depends Seen seen) {
            marked(() -> tasks.add(seen.task("refused")));
            return "refused";
        }
    }
}
