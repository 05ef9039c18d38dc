package io.github.depends.test;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Warns when an application that no test starts has this module on its class path. */
final class MisplacedModule implements SmartInitializingSingleton {

    private static final Log LOGGER = LogFactory.getLog(MisplacedModule.class);

    // As Spring Boot's devtools recognise tests: by who has called.
    private static final List<String> TESTS = List.of(
            "org.springframework.test.context.",
            "org.springframework.boot.test.",
            "org.junit.",
            "org.testng.",
            "io.cucumber.",
            "cucumber.runtime.");

    @Override
    public void afterSingletonsInstantiated() {
        if (Arrays.stream(Thread.currentThread().getStackTrace()).noneMatch(MisplacedModule::ofTest)) {
            LOGGER.warn(
                    "depends-spring-boot-starter-test is on the class path of an application that was not started by"
                            + " a test. It replaces nothing here, and the header " + TestIdentity.HEADER
                            + " means nothing. Give the dependency the scope of tests (Maven: <scope>test</scope>, Gradle:"
                            + " testImplementation), so that production runs without it");
        }
    }

    private static boolean ofTest(StackTraceElement call) {
        return TESTS.stream().anyMatch(call.getClassName()::startsWith);
    }
}
