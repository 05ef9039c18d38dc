package io.github.depends;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.depends.fixtures.arrows.graph.UpwardGraph;
import io.github.depends.fixtures.cycle.a.CycleA;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

class ArchitectureTests {

    private static final String ROOT = "io.github.depends";

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void looksAtTheLibrary() {
        assertThat(LIBRARY.contain(Depends.class)).isTrue();
        assertThat(LIBRARY.contain(ArchitectureTests.class)).isFalse();
    }

    @Test
    void keepsTheArrowsBetweenPackages() {
        arrows(ROOT).check(LIBRARY);
    }

    @Test
    void refusesAnArrowInTheOtherDirection() {
        JavaClasses planted = new ClassFileImporter().importPackages("io.github.depends.fixtures.arrows");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> arrows("io.github.depends.fixtures.arrows").check(planted))
                .withMessageContaining(UpwardGraph.class.getName());
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        noCycles().check(LIBRARY);
    }

    @Test
    void refusesACycleBetweenPackages() {
        JavaClasses planted = new ClassFileImporter().importPackages("io.github.depends.fixtures.cycle");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> noCycles().check(planted))
                .withMessageContaining("Cycle detected")
                .withMessageContaining(CycleA.class.getPackageName());
    }

    @Test
    void graphKnowsSpringCoreAndTheVocabulariesOnly() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".graph..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.springframework.asm..",
                        "org.springframework.core..",
                        "org.springframework.util..",
                        ROOT,
                        ROOT + ".security",
                        ROOT + ".graph..")
                .allowEmptyShould(true)
                .check(LIBRARY);
    }

    @Test
    void servletTypesStayInWebAndItsReaders() {
        noClasses()
                .that()
                .resideInAnyPackage(belowWeb())
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.servlet..", "org.springframework.web.servlet..")
                        .and(not(equivalentTo(WebMvcConfigurer.class))))
                .check(LIBRARY);
    }

    @Test
    void springdocStaysInOpenapi() {
        onlyIn("openapi", "org.springdoc..", "io.swagger..").check(LIBRARY);
    }

    @Test
    void springSecurityStaysInSpringsecurity() {
        onlyIn("springsecurity", "org.springframework.security..").check(LIBRARY);
    }

    @Test
    void transactionsStayInTransaction() {
        onlyIn("transaction", "org.springframework.transaction..").check(LIBRARY);
    }

    @Test
    void tomcatStaysInTomcat() {
        onlyIn("tomcat", "org.apache.catalina..", "org.springframework.boot.tomcat..")
                .check(LIBRARY);
    }

    @Test
    void actuatorStaysInActuate() {
        onlyIn("actuate", "org.springframework.boot.actuate..").check(LIBRARY);
    }

    @Test
    void micrometerStaysInObservation() {
        onlyIn("observation", "io.micrometer..").check(LIBRARY);
    }

    @Test
    void kotlinStaysInKotlin() {
        onlyIn("kotlin", "kotlin..", "kotlinx..").check(LIBRARY);
    }

    @Test
    void slf4jStaysInSlf4j() {
        onlyIn("slf4j", "org.slf4j..").check(LIBRARY);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes().should(beInANullMarkedPackage()).check(LIBRARY);
    }

    private static ArchRule arrows(String root) {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .ensureAllClassesAreContainedInArchitecture()
                .optionalLayer("depends")
                .definedBy(root)
                .optionalLayer("security")
                .definedBy(root + ".security")
                .optionalLayer("graph")
                .definedBy(root + ".graph", root + ".graph.rule")
                .optionalLayer("resolution")
                .definedBy(root + ".resolution")
                .optionalLayer("web")
                .definedBy(root + ".web", root + ".web.detection")
                .optionalLayer("transaction")
                .definedBy(root + ".transaction")
                .optionalLayer("tomcat")
                .definedBy(root + ".tomcat")
                .optionalLayer("openapi")
                .definedBy(root + ".openapi")
                .optionalLayer("springsecurity")
                .definedBy(root + ".springsecurity")
                .optionalLayer("slf4j")
                .definedBy(root + ".slf4j")
                .optionalLayer("kotlin")
                .definedBy(root + ".kotlin")
                .optionalLayer("actuate")
                .definedBy(root + ".actuate")
                .optionalLayer("observation")
                .definedBy(root + ".observation")
                .optionalLayer("test")
                .definedBy(root + ".test")
                .optionalLayer("autoconfigure")
                .definedBy(root + ".autoconfigure")
                .whereLayer("depends")
                .mayNotAccessAnyLayer()
                .whereLayer("security")
                .mayOnlyAccessLayers("depends")
                .whereLayer("graph")
                .mayOnlyAccessLayers("depends", "security")
                .whereLayer("resolution")
                .mayOnlyAccessLayers("depends", "security", "graph")
                .whereLayer("web")
                .mayOnlyAccessLayers("depends", "security", "graph", "resolution")
                .whereLayer("transaction")
                .mayOnlyBeAccessedByLayers("autoconfigure")
                .whereLayer("tomcat")
                .mayOnlyBeAccessedByLayers("autoconfigure")
                .whereLayer("openapi")
                .mayOnlyBeAccessedByLayers("autoconfigure")
                .whereLayer("springsecurity")
                .mayOnlyBeAccessedByLayers("autoconfigure")
                .whereLayer("slf4j")
                .mayOnlyBeAccessedByLayers("autoconfigure")
                .whereLayer("kotlin")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("actuate")
                .mayOnlyBeAccessedByLayers("autoconfigure")
                .whereLayer("observation")
                .mayOnlyBeAccessedByLayers("autoconfigure")
                .whereLayer("test")
                .mayOnlyBeAccessedByLayers("autoconfigure")
                .whereLayer("autoconfigure")
                .mayNotBeAccessedByAnyLayer();
    }

    /** A slice is one whole package, so that the root package and its sub-packages are told apart. */
    private static ArchRule noCycles() {
        return slices().matching("(**)").should().beFreeOfCycles();
    }

    private static ArchRule onlyIn(String layer, String... packages) {
        return noClasses()
                .that(not(resideInAPackage(ROOT + "." + layer)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages));
    }

    private static String[] belowWeb() {
        return Stream.of("", ".security", ".graph", ".resolution")
                .map(ROOT::concat)
                .toArray(String[]::new);
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package whose package-info is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " is not in a @NullMarked package"));
            }
        };
    }
}
