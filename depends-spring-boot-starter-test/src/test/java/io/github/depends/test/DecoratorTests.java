package io.github.depends.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.depends.Dependencies;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.security.Security;
import io.github.depends.security.SecurityScopes;
import java.io.UnsupportedEncodingException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Replacements that take what they replace, where that takes a composed annotation. */
@SpringBootTest(classes = DecoratorTests.Sayings.class)
@AutoConfigureMockMvc
class DecoratorTests {

    @Autowired
    DependencyOverrides overrides;

    @Autowired
    Dependencies dependencies;

    @Autowired
    MockMvcTester mvc;

    static Stream<Arguments> decorators() {
        return Stream.of(
                arguments(ByType.class, "ONE from one, TWO from two, true"),
                arguments(WithoutTheAnnotation.class, "ONE, TWO, true"),
                arguments(ByName.class, "ONE from one, TWO from two, true"),
                arguments(ByBeanAndName.class, "ONE from one, TWO from two, true"),
                arguments(ByDeclaringClass.class, "ONE from one, TWO from two, true"),
                arguments(NeverShared.class, "ONE from one, TWO from two, true"),
                arguments(Lazily.class, "ONE from one, TWO from two, true"),
                arguments(AsOptional.class, "ONE from one, TWO from two, true"),
                arguments(LazilyAsOptional.class, "ONE from one, TWO from two, true"),
                arguments(OpenedText.class, "ONE from one, TWO from two, true"),
                arguments(AsRecord.class, "ONE from one, TWO from two, true"),
                arguments(WithAnAnnotationOfItsOwn.class, "MORE than one, MORE than two, true"),
                arguments(Twice.class, "one and one, two and two, true"));
    }

    @ParameterizedTest
    @MethodSource("decorators")
    void givesEachUseItsOwnAnnotationAndItsOwnOriginal(Class<?> decorator, String expected) {
        overrides.replace(Text.class).by(decorator);
        assertThat(body("/two")).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("decorators")
    void doesSoWhereTheAnnotationIsReplaced(Class<?> decorator, String expected) {
        overrides.replace(Say.class).by(decorator);
        assertThat(body("/two")).isEqualTo(expected);
    }

    @Test
    void tellsUsesApartByTheAnnotationsOfBoth() {
        overrides.replace(Shout.class).by(TakesOuter.class);
        assertThat(body("/shout")).isEqualTo("ONE!, TWO!!, TWO!");
        overrides.replace(Mark.class).by(TakesInner.class);
        assertThat(body("/marks")).isEqualTo("one says !, one says ?, two says !");
    }

    @Test
    void givesTheOAuth2ScopesOfTheUseToBoth() {
        overrides.replace(Granted.class).by(WithScopes.class);
        assertThat(body("/granted")).isEqualTo("read of a + read of a; read of b + read of b");
    }

    @Test
    void letsADecoratorOfACheckRunTheOriginalFirst() {
        assertThat(status("/guarded", "one")).isEqualTo(200);
        overrides.replace(LevelCheck.class).by(Stricter.class);
        assertThat(status("/guarded", "one")).isEqualTo(418);
        assertThat(status("/guarded", "none")).isEqualTo(403);
        overrides.replace(Level.class).by(StricterByBean.class);
        assertThat(status("/guarded", "one")).isEqualTo(418);
        assertThat(status("/guarded", "none")).isEqualTo(403);
        overrides.clear();
        overrides.replace(LevelCheck.class).by(OtherCheck.class);
        assertThat(status("/guarded", "none")).isEqualTo(410);
    }

    @Test
    void keepsGuardsInFront() {
        overrides.replace(Permit.class).by(StricterPermit.class);
        assertThat(status("/permit", "none")).isEqualTo(403);
        assertThat(status("/permit", "one")).isEqualTo(418);
        assertThat(status("/permit?number=1", "two")).isEqualTo(200);
    }

    @Test
    void decoratesTwoDependenciesThatNeedEachOther() {
        overrides.replace(Text.class).by(ByType.class);
        overrides.replace(Tone.class).by(Doubled.class);
        assertThat(body("/tone")).isEqualTo("ONE.. from one");
        overrides.clear();
        assertThat(body("/tone")).isEqualTo("one.");
    }

    @Test
    void drawsACycleOfDecorators() {
        overrides.replace(Text.class).by(OfTone.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> overrides.replace(Tone.class).by(OfText.class))
                .withMessageStartingWith("Dependencies form a cycle: Sayings.text (replaced) -> Sayings.tone (replaced)"
                        + " -> Sayings.text (replaced)");
    }

    @Test
    void decoratesOutsideRequests() {
        overrides.replace(Text.class).by(ByType.class);
        assertThat(dependencies.<String, RuntimeException>call(open -> {
                    Letter letter = open.get(Letter.class);
                    return letter.first().value() + ", " + letter.second().value() + ", "
                            + open.get(Note.class).text().value();
                }))
                .isEqualTo("ONE from one, TWO from two, THREE from three");
        overrides.replace(Text.class).by(WithoutTheAnnotation.class);
        assertThat(dependencies.<String, RuntimeException>call(
                        open -> open.get(Letter.class).second().value() + ", "
                                + open.get(Note.class).text().value()))
                .isEqualTo("TWO, THREE");
        overrides.outsideRequests().replace(Sign.class).by(Flourish.class);
        assertThat(dependencies.<String, RuntimeException>call(
                        open -> open.get(Signed.class).value()))
                .isEqualTo("(x), (y)");
    }

    @Test
    void stillNeedsAnAnnotationThatTheUseCarries() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> overrides.replace(Tone.class).by(ToneWithAnnotation.class))
                .withMessageStartingWith("'Sayings.tone (replaced)', used by ")
                .withMessageContaining(", takes @Say, which this use does not carry");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> overrides.replace(Tone.class).by(OfPlainText.class))
                .withMessageStartingWith("'Sayings.text', used by ")
                .withMessageContaining(", takes @Say, which this use does not carry");
    }

    @Test
    void stillRefusesTheValueOfACheck() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> overrides.replace(LevelCheck.class).by(OfCheck.class))
                .withMessage(
                        "'LevelCheck.check', used by OfCheck.check(Level, String), is a mere check and has no value. Change"
                                + " the parameter's type to Void: the check then runs first, and the parameter is null.");
    }

    private String body(String path) {
        try {
            return mvc.get().uri(path).exchange().getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int status(String path, String level) {
        return mvc.get()
                .uri(path)
                .header("X-Level", level)
                .exchange()
                .getResponse()
                .getStatus();
    }

    // the application

    @Depends
    @Retention(RetentionPolicy.RUNTIME)
    @interface Say {
        String value();
    }

    @Say("")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Shout {

        @AliasFor(annotation = Say.class, attribute = "value")
        String value();

        String mark() default "!";
    }

    @Depends
    @Retention(RetentionPolicy.RUNTIME)
    @interface Marked {
        String value();
    }

    @Marked("")
    @Retention(RetentionPolicy.RUNTIME)
    @interface MarkedBy {

        @AliasFor(annotation = Marked.class, attribute = "value")
        String value();

        String mark() default "!";
    }

    @Security(scopes = "read")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Read {
        String value();
    }

    @Depends(LevelCheck.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Level {
        String value();
    }

    @Depends
    @Retention(RetentionPolicy.RUNTIME)
    @interface Permitted {
        String value();
    }

    @Depends
    @Retention(RetentionPolicy.RUNTIME)
    @interface Signature {
        String value();
    }

    interface Text {
        String value();
    }

    record Tone(String value) {}

    record Mark(String value) {}

    record Granted(String value) {}

    record Permit(String value) {}

    record Sign(String value) {}

    record Letter(@Say("one") Text first, @Say("two") Text second) {}

    record Note(@Say("three") Text text) {}

    record Signed(
            @Signature("x") Sign first, @Signature("y") Sign second) {

        String value() {
            return first.value() + ", " + second.value();
        }
    }

    static Text said(String value) {
        return () -> value;
    }

    static Text loud(Say say, Text original) {
        return said(original.value().toUpperCase(Locale.ROOT) + " from " + say.value());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({LevelCheck.class, Grants.class, Endpoints.class})
    static class Sayings {

        @Dependency
        static Text text(Say say) {
            return said(say.value());
        }

        @Dependency
        static Tone tone() {
            return new Tone(".");
        }

        @Dependency
        static Mark mark(MarkedBy by) {
            return new Mark(by.mark());
        }

        @Dependency
        static Sign sign(Signature signature) {
            return new Sign(signature.value());
        }

        @Dependency(guard = true)
        static Permit permit(Permitted permitted, @RequestHeader("X-Level") String level) {
            if (level.equals("none")) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
            return new Permit(permitted.value() + " for " + level);
        }
    }

    static class Grants {

        @Dependency
        static Granted granted(Read read, SecurityScopes scopes) {
            return new Granted(scopes.scopeString() + " of " + read.value());
        }
    }

    static class LevelCheck {

        @Dependency
        void check(Level level, @RequestHeader("X-Level") String given) {
            if (!given.equals(level.value())) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
        }
    }

    @RestController
    static class Endpoints {

        @GetMapping("/two")
        String two(@Say("one") Text one, @Say("two") Text two, @Say("one") Text again) {
            return one.value() + ", " + two.value() + ", " + (one == again);
        }

        @GetMapping("/tone")
        String tone(@Say("one") Text text, @Depends Tone tone) {
            return text.value().replaceFirst("( from .*)?$", tone.value() + "$1");
        }

        @GetMapping("/shout")
        String shout(@Shout("one") Text one, @Shout(value = "two", mark = "!!") Text two, @Shout("two") Text same) {
            return one.value() + ", " + two.value() + ", " + same.value();
        }

        @GetMapping("/marks")
        String marks(
                @MarkedBy("one") Mark one, @MarkedBy(value = "one", mark = "?") Mark same, @MarkedBy("two") Mark two) {
            return one.value() + ", " + same.value() + ", " + two.value();
        }

        @GetMapping("/granted")
        String granted(@Read("a") Granted a, @Read("b") Granted b) {
            return a.value() + "; " + b.value();
        }

        @Level("one")
        @GetMapping("/guarded")
        String guarded() {
            return "guarded";
        }

        @GetMapping("/permit")
        String permit(@Permitted("all") Permit permit, @RequestParam int number) {
            return permit.value() + number;
        }
    }

    // the decorators

    static class ByType {

        @Dependency
        Text text(Say say, @Depends Text original) {
            return loud(say, original);
        }
    }

    static class WithoutTheAnnotation {

        @Dependency
        Text text(@Depends Text original) {
            return said(original.value().toUpperCase(Locale.ROOT));
        }
    }

    static class ByName {

        @Dependency
        Text text(@Depends(name = "text") Text original, Say say) {
            return loud(say, original);
        }
    }

    static class ByBeanAndName {

        @Dependency
        static Text text(Say say, @Depends(name = "decoratorTests.Sayings.text") Text original) {
            return loud(say, original);
        }
    }

    static class ByDeclaringClass {

        @Dependency
        Text text(Say say, @Depends(value = Sayings.class, name = "text") Text original) {
            return loud(say, original);
        }
    }

    static class NeverShared {

        @Dependency
        Text text(Say say, @Depends(useCache = false) Text original) {
            return loud(say, original);
        }
    }

    static class Lazily {

        @Dependency
        Text text(Say say, @Depends Supplier<Text> original) {
            return loud(say, original.get());
        }
    }

    static class AsOptional {

        @Dependency
        Text text(Say say, @Depends Optional<Text> original) {
            return loud(say, original.orElseThrow());
        }
    }

    static class LazilyAsOptional {

        @Dependency
        Text text(Say say, @Depends Supplier<Optional<Text>> original) {
            return loud(say, original.get().orElseThrow());
        }
    }

    static class OpenedText {

        @Dependency
        Yield<Text> text(Say say, @Depends Text original) {
            return Yield.of(loud(say, original));
        }
    }

    record AsRecord(Say say, @Depends Text original) implements Text {

        @Override
        public String value() {
            return loud(say, original).value();
        }
    }

    static class WithAnAnnotationOfItsOwn {

        @Dependency
        Text text(Say say, @Say("more") Text more) {
            return said(more.value().toUpperCase(Locale.ROOT) + " than " + say.value());
        }
    }

    static class Twice {

        @Dependency
        Text text(@Depends Text original, @Depends Supplier<Text> same) {
            return said(original.value() + " and " + same.get().value());
        }
    }

    static class TakesOuter {

        @Dependency
        Text text(Shout shout, @Depends Text original) {
            return said(original.value().toUpperCase(Locale.ROOT) + shout.mark());
        }
    }

    static class TakesInner {

        @Dependency
        Mark mark(Marked marked, @Depends Mark original) {
            return new Mark(marked.value() + " says " + original.value());
        }
    }

    static class WithScopes {

        @Dependency
        Granted granted(Read read, SecurityScopes scopes, @Depends Granted original) {
            return new Granted(scopes.scopeString() + " of " + read.value() + " + " + original.value());
        }
    }

    static class Stricter {

        @Dependency
        void check(Level level, @Depends(LevelCheck.class) Void original) {
            if (level.value().equals("one")) {
                throw new ResponseStatusException(HttpStatus.I_AM_A_TEAPOT);
            }
        }
    }

    static class StricterByBean {

        private final LevelCheck original;

        StricterByBean(LevelCheck original) {
            this.original = original;
        }

        @Dependency
        void check(Level level, @RequestHeader("X-Level") String given) {
            original.check(level, given);
            throw new ResponseStatusException(HttpStatus.I_AM_A_TEAPOT);
        }
    }

    static class OtherCheck {

        @Dependency
        void check(Level level) {
            throw new ResponseStatusException(level.value().equals("one") ? HttpStatus.GONE : HttpStatus.CONFLICT);
        }
    }

    static class OfCheck {

        @Dependency
        void check(Level level, @Depends(LevelCheck.class) String original) {
            throw new IllegalStateException(level.value() + original);
        }
    }

    static class StricterPermit {

        @Dependency
        Permit permit(Permitted permitted, @Depends Permit original) {
            if (original.value().endsWith("one")) {
                throw new ResponseStatusException(HttpStatus.I_AM_A_TEAPOT);
            }
            return new Permit(permitted.value());
        }
    }

    static class Doubled {

        @Dependency
        Tone tone(@Depends Tone original) {
            return new Tone(original.value() + original.value());
        }
    }

    static class OfTone {

        @Dependency
        Text text(Say say, @Depends Text original, @Depends Tone tone) {
            return said(say.value() + original.value() + tone.value());
        }
    }

    static class OfText {

        @Dependency
        Tone tone(@Depends Tone original, @Say("one") Text text) {
            return new Tone(original.value() + text.value());
        }
    }

    static class OfPlainText {

        @Dependency
        Tone tone(@Depends Text text) {
            return new Tone(text.value());
        }
    }

    static class ToneWithAnnotation {

        @Dependency
        Tone tone(Say say) {
            return new Tone(say.value());
        }
    }

    static class Flourish {

        @Dependency
        Sign sign(Signature signature, @Depends Sign original) {
            return new Sign("(" + (signature.value().equals(original.value()) ? original.value() : "?") + ")");
        }
    }
}
