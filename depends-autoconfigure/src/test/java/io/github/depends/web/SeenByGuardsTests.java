package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.security.ApiKey;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

class SeenByGuardsTests {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> OTHERS =
            List.of("param", "model", "bean", "part", "map", "multi", "form", "below");
    private static App app;
    private static App first;

    @BeforeAll
    static void start() {
        app = App.start(Guards.class, Endpoints.class, Schemes.class, "spring.web.locale=en");
        first = App.start(Guards.class, Endpoints.class, Schemes.class, "depends.validation.accumulate=false");
    }

    @AfterAll
    static void stop() {
        app.close();
        first.close();
    }

    @BeforeEach
    void forget() {
        app.events().clear();
    }

    static Stream<String> ways() {
        return Stream.of("param", "model", "bean", "named")
                .flatMap(guard -> OTHERS.stream().map(other -> "/" + guard + "/" + other));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void refusesAFormThatGivesWhatNoGuardHasSeen(String path) {
        for (App each : List.of(app, first)) {
            assertDuplicate(each.send("POST", path, "tenant=victim", "Content-Type", FORM));
            assertDuplicate(each.send("PUT", path, "tenant=victim", "Content-Type", FORM));
            assertDuplicate(each.send("POST", path + "?tenant=mine", "tenant=victim", "Content-Type", FORM));
            assertDuplicate(
                    each.send("POST", path + "?tenant=mine", "tenant=mine&tenant=victim", "Content-Type", FORM));
            if (path.endsWith("/form")) {
                continue;
            }
            assertDuplicate(each.send(
                    "POST",
                    path,
                    "--b\r\nContent-Disposition: form-data; name=\"tenant\"\r\n\r\nvictim\r\n--b--\r\n",
                    "Content-Type",
                    "multipart/form-data; boundary=b"));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void letsInAFormThatRepeatsWhatAGuardHasSeen(String path) {
        HttpResponse<String> answer = app.send("POST", path + "?tenant=mine", "tenant=mine", "Content-Type", FORM);

        if (!path.endsWith("/form") && !path.endsWith("/part")) {
            assertThat(answer.body()).isIn("mine", "[mine]");
        }
        assertThat(answer.statusCode()).isIn(200, 400, 415);
        assertThat(answer.body()).doesNotContain("duplicate");
    }

    @ParameterizedTest
    @CsvSource({
        "param, model, %21tenant=victim",
        "param, bean, %21tenant=victim",
        "param, bean, _tenant=on",
        "param, bean, tenant%5B0%5D=victim",
        "model, param, %21tenant=mine",
        "bean, param, %21tenant=mine",
        "number, list, tenant=1&tenant=2",
        "number, param, tenant=1&tenant=2",
        "map, param, tenant=mine&tenant=victim",
        "map, list, tenant=1&tenant=2",
        "param, map, tenant=mine&tenant=victim",
        "param, list, tenant=1&tenant=2"
    })
    void refusesAQueryThatGivesWhatNoGuardHasSeen(String guard, String other, String query) {
        assertDuplicate(app.get("/" + guard + "/" + other + "?" + query));
    }

    @Test
    void refusesOtherSpellingsInAForm() {
        for (String other : List.of("model", "bean", "param", "below")) {
            for (String pair :
                    List.of("%21tenant=victim", "_tenant=on", "tenant%5B%5D=victim", "tenant%5B0%5D=victim")) {
                assertDuplicate(app.send("POST", "/param/" + other, pair, "Content-Type", FORM));
            }
        }
    }

    @Test
    void comparesWhatAMapOfAGuardHasSeen() {
        assertDuplicate(app.send("POST", "/map/param?tenant=mine", "tenant=victim", "Content-Type", FORM));
        assertThat(app.send("POST", "/map/param?tenant=mine", "other=1", "Content-Type", FORM)
                        .body())
                .isEqualTo("mine");
    }

    @Test
    void fillsAGuardsModelAttributeFromNoHeader() {
        assertThat(app.get("/model/param?tenant=victim", "tenant", "mine").body())
                .isEqualTo("victim");
        assertThat(app.events().list()).containsExactly("judged victim");
        app.events().clear();
        app.get("/bean/param?tenant=victim", "Tenant", "mine");
        app.get("/bean/nothing", "Tenant", "mine");
        app.get("/model/nothing", "tenant", "mine");
        assertThat(app.events().list()).containsExactly("judged victim", "judged null", "judged null");
    }

    @Test
    void fillsNoModelAttributeFromAHeaderInPlaceOfWhatAGuardHasJudged() {
        assertThat(app.get("/param/model", "tenant", "victim").body()).isEqualTo("null");
        assertThat(app.get("/param/bean", "Tenant", "victim").body()).isEqualTo("null");
        assertThat(app.get("/param/bean", "Other", "kept").headers().firstValue("Other"))
                .isEmpty();
        assertThat(app.get("/nothing/bean", "Tenant", "header").body()).isEqualTo("header");
    }

    @Test
    void comparesPathVariablesWithModelAttributes() {
        assertDuplicate(app.get("/of/mine/variable/model?tenant=victim"));
        assertDuplicate(app.get("/of/victim/model/variable?tenant=mine"));
        assertDuplicate(app.send("POST", "/of/mine/variable/model", "tenant=victim", "Content-Type", FORM));
        assertThat(app.get("/of/mine/variable/model").body()).isEqualTo("mine");
        assertThat(app.get("/of/mine/model/variable").body()).isEqualTo("mine");
        assertThat(app.get("/of/mine/variable/model?tenant=mine").body()).isEqualTo("mine");
    }

    @Test
    void comparesTheKeyOfASchemeWithAForm() {
        assertDuplicate(app.send("POST", "/key/endpoint?key=mine", "key=victim", "Content-Type", FORM), "key");
        assertThat(app.send("POST", "/key/endpoint?key=mine", "other=1", "Content-Type", FORM)
                        .body())
                .isEqualTo("mine");
        assertThat(app.send("POST", "/key/endpoint?key=mine", "key=mine", "Content-Type", FORM)
                        .body())
                .isEqualTo("mine");
    }

    @Test
    void letsTheSameNameMeanTheSameElsewhere() {
        assertThat(app.get("/param/param?tenant=mine").body()).isEqualTo("mine");
        assertThat(app.get("/param/param?tenant=a&tenant=b").body()).isEqualTo("a,b");
        assertThat(app.send("POST", "/param/other", "other=1", "Content-Type", FORM)
                        .body())
                .isEqualTo("1");
        assertThat(app.send("POST", "/nothing/param?tenant=a", "tenant=b", "Content-Type", FORM)
                        .body())
                .isEqualTo("a,b");
        assertThat(app.send("POST", "/ordinary/param?tenant=a", "tenant=b", "Content-Type", FORM)
                        .body())
                .isEqualTo("a,b");
    }

    @Test
    void comparesAPartOfAGuardWithTheQuery() {
        String body = "--b\r\nContent-Disposition: form-data; name=\"tenant\"\r\n\r\nmine\r\n--b--\r\n";
        String type = "multipart/form-data; boundary=b";

        assertDuplicate(app.send("POST", "/parted?tenant=victim", body, "Content-Type", type));
        assertThat(app.send("POST", "/parted", body, "Content-Type", type).body())
                .isEqualTo("mine");
    }

    @Test
    void comparesOnlyWhatOthersRead() {
        assertThat(app.send("POST", "/param/other?tenant=a", "tenant=b&other=1", "Content-Type", FORM)
                        .body())
                .isEqualTo("1");
        assertDuplicate(app.send("POST", "/param/raw?tenant=a", "tenant=b&other=1", "Content-Type", FORM));
    }

    @Test
    void judgesBeforeItCompares() {
        HttpResponse<String> answer =
                app.send("POST", "/param/param?tenant=refused", "tenant=victim", "Content-Type", FORM);

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void echoesNoKeyOfAForm() {
        HttpResponse<String> answer = app.send("POST", "/param/bean", "tenant%5BhElLo%5D=victim", "Content-Type", FORM);

        assertDuplicate(answer);
        assertThat(answer.body()).doesNotContain("hElLo", "victim");
    }

    private static void assertDuplicate(HttpResponse<String> answer) {
        assertDuplicate(answer, "tenant");
    }

    private static void assertDuplicate(HttpResponse<String> answer, String name) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"name\":\"" + name + "\",\"code\":\"duplicate\"");
    }

    record Tenant(String tenant) {}

    record Named(@BindParam("tenant") String who) {}

    public static class Holder {

        private String tenant;

        public String getTenant() {
            return tenant;
        }

        public void setTenant(String tenant) {
            this.tenant = tenant;
        }
    }

    record Below(@RequestParam(required = false) String tenant) {}

    @Component
    static class Guards {

        private final Events events;

        Guards(Events events) {
            this.events = events;
        }

        private String judge(String tenant) {
            events.add("judged " + tenant);
            if ("refused".equals(tenant)) {
                throw new org.springframework.web.server.ResponseStatusException(
                        org.springframework.http.HttpStatus.FORBIDDEN);
            }
            return "judged";
        }

        @Dependency(guard = true, name = "param")
        String param(@RequestParam(defaultValue = "mine") String tenant) {
            return judge(tenant);
        }

        @Dependency(guard = true, name = "number")
        String number(@RequestParam(defaultValue = "1") int tenant) {
            return judge(String.valueOf(tenant));
        }

        @Dependency(guard = true, name = "map")
        String map(@RequestParam Map<String, String> all) {
            return judge(all.getOrDefault("tenant", "mine"));
        }

        @Dependency(guard = true, name = "model")
        String model(@ModelAttribute Tenant tenant) {
            return judge(tenant.tenant());
        }

        @Dependency(guard = true, name = "named")
        String named(@ModelAttribute Named tenant) {
            return judge(tenant.who());
        }

        @Dependency(guard = true, name = "bean")
        String bean(@ModelAttribute Holder tenant) {
            return judge(tenant.getTenant());
        }

        @Dependency(guard = true, name = "variable")
        String variable(@PathVariable String tenant) {
            return judge(tenant);
        }

        @Dependency(name = "ordinary")
        String ordinary(@RequestParam(defaultValue = "mine") String tenant) {
            return tenant;
        }

        @Dependency(guard = true, name = "nothing")
        String nothing() {
            return "judged";
        }

        @Dependency(guard = true, name = "parted")
        String parted(@RequestPart String tenant) {
            return judge(tenant);
        }

        @Dependency(name = "key")
        String key(@Depends(ApiKey.class) String key) {
            return key;
        }
    }

    static class Schemes {

        @Bean
        ApiKey key() {
            return ApiKey.query("key");
        }
    }

    @RestController
    static class Endpoints {

        @RequestMapping("/param/param")
        String paramParam(@Depends(name = "param") String judged, @RequestParam(required = false) String tenant) {
            return String.valueOf(tenant);
        }

        @RequestMapping("/param/model")
        String paramModel(@Depends(name = "param") String judged, @ModelAttribute Tenant tenant) {
            return String.valueOf(tenant.tenant());
        }

        @RequestMapping("/param/bean")
        String paramBean(@Depends(name = "param") String judged, @ModelAttribute Holder tenant) {
            return String.valueOf(tenant.getTenant());
        }

        @RequestMapping("/param/part")
        String paramPart(@Depends(name = "param") String judged, @RequestPart(required = false) String tenant) {
            return String.valueOf(tenant);
        }

        @RequestMapping("/param/map")
        String paramMap(@Depends(name = "param") String judged, @RequestParam Map<String, String> all) {
            return String.valueOf(all.get("tenant"));
        }

        @RequestMapping("/param/multi")
        String paramMulti(@Depends(name = "param") String judged, @RequestParam MultiValueMap<String, String> all) {
            return String.valueOf(all.get("tenant"));
        }

        @RequestMapping("/param/form")
        String paramForm(@Depends(name = "param") String judged, @RequestBody MultiValueMap<String, String> all) {
            return String.valueOf(all.get("tenant"));
        }

        @RequestMapping("/param/below")
        String paramBelow(@Depends(name = "param") String judged, @Depends Below below) {
            return String.valueOf(below.tenant());
        }

        @RequestMapping("/model/param")
        String modelParam(@Depends(name = "model") String judged, @RequestParam(required = false) String tenant) {
            return String.valueOf(tenant);
        }

        @RequestMapping("/model/model")
        String modelModel(@Depends(name = "model") String judged, @ModelAttribute Tenant tenant) {
            return String.valueOf(tenant.tenant());
        }

        @RequestMapping("/model/bean")
        String modelBean(@Depends(name = "model") String judged, @ModelAttribute Holder tenant) {
            return String.valueOf(tenant.getTenant());
        }

        @RequestMapping("/model/part")
        String modelPart(@Depends(name = "model") String judged, @RequestPart(required = false) String tenant) {
            return String.valueOf(tenant);
        }

        @RequestMapping("/model/map")
        String modelMap(@Depends(name = "model") String judged, @RequestParam Map<String, String> all) {
            return String.valueOf(all.get("tenant"));
        }

        @RequestMapping("/model/multi")
        String modelMulti(@Depends(name = "model") String judged, @RequestParam MultiValueMap<String, String> all) {
            return String.valueOf(all.get("tenant"));
        }

        @RequestMapping("/model/form")
        String modelForm(@Depends(name = "model") String judged, @RequestBody MultiValueMap<String, String> all) {
            return String.valueOf(all.get("tenant"));
        }

        @RequestMapping("/model/below")
        String modelBelow(@Depends(name = "model") String judged, @Depends Below below) {
            return String.valueOf(below.tenant());
        }

        @RequestMapping("/bean/param")
        String beanParam(@Depends(name = "bean") String judged, @RequestParam(required = false) String tenant) {
            return String.valueOf(tenant);
        }

        @RequestMapping("/bean/model")
        String beanModel(@Depends(name = "bean") String judged, @ModelAttribute Tenant tenant) {
            return String.valueOf(tenant.tenant());
        }

        @RequestMapping("/bean/bean")
        String beanBean(@Depends(name = "bean") String judged, @ModelAttribute Holder tenant) {
            return String.valueOf(tenant.getTenant());
        }

        @RequestMapping("/bean/part")
        String beanPart(@Depends(name = "bean") String judged, @RequestPart(required = false) String tenant) {
            return String.valueOf(tenant);
        }

        @RequestMapping("/bean/map")
        String beanMap(@Depends(name = "bean") String judged, @RequestParam Map<String, String> all) {
            return String.valueOf(all.get("tenant"));
        }

        @RequestMapping("/bean/multi")
        String beanMulti(@Depends(name = "bean") String judged, @RequestParam MultiValueMap<String, String> all) {
            return String.valueOf(all.get("tenant"));
        }

        @RequestMapping("/bean/form")
        String beanForm(@Depends(name = "bean") String judged, @RequestBody MultiValueMap<String, String> all) {
            return String.valueOf(all.get("tenant"));
        }

        @RequestMapping("/bean/below")
        String beanBelow(@Depends(name = "bean") String judged, @Depends Below below) {
            return String.valueOf(below.tenant());
        }

        @RequestMapping("/named/param")
        String namedParam(@Depends(name = "named") String judged, @RequestParam(required = false) String tenant) {
            return String.valueOf(tenant);
        }

        @RequestMapping("/named/model")
        String namedModel(@Depends(name = "named") String judged, @ModelAttribute Tenant tenant) {
            return String.valueOf(tenant.tenant());
        }

        @RequestMapping("/named/bean")
        String namedBean(@Depends(name = "named") String judged, @ModelAttribute Holder tenant) {
            return String.valueOf(tenant.getTenant());
        }

        @RequestMapping("/named/part")
        String namedPart(@Depends(name = "named") String judged, @RequestPart(required = false) String tenant) {
            return String.valueOf(tenant);
        }

        @RequestMapping("/named/map")
        String namedMap(@Depends(name = "named") String judged, @RequestParam Map<String, String> all) {
            return String.valueOf(all.get("tenant"));
        }

        @RequestMapping("/named/multi")
        String namedMulti(@Depends(name = "named") String judged, @RequestParam MultiValueMap<String, String> all) {
            return String.valueOf(all.get("tenant"));
        }

        @RequestMapping("/named/form")
        String namedForm(@Depends(name = "named") String judged, @RequestBody MultiValueMap<String, String> all) {
            return String.valueOf(all.get("tenant"));
        }

        @RequestMapping("/named/below")
        String namedBelow(@Depends(name = "named") String judged, @Depends Below below) {
            return String.valueOf(below.tenant());
        }

        @RequestMapping("/param/list")
        String paramList(@Depends(name = "param") String judged, @RequestParam List<Integer> tenant) {
            return tenant.toString();
        }

        @RequestMapping("/param/other")
        String paramOther(@Depends(name = "param") String judged, @RequestParam(required = false) String other) {
            return String.valueOf(other);
        }

        @RequestMapping("/number/list")
        String numberList(@Depends(name = "number") String judged, @RequestParam List<Integer> tenant) {
            return tenant.toString();
        }

        @RequestMapping("/number/param")
        String numberParam(@Depends(name = "number") String judged, @RequestParam(required = false) String tenant) {
            return String.valueOf(tenant);
        }

        @RequestMapping("/map/param")
        String mapParam(@Depends(name = "map") String judged, @RequestParam(required = false) String tenant) {
            return String.valueOf(tenant);
        }

        @RequestMapping("/map/list")
        String mapList(@Depends(name = "map") String judged, @RequestParam List<Integer> tenant) {
            return tenant.toString();
        }

        @RequestMapping("/bean/nothing")
        String beanNothing(@Depends(name = "bean") String judged) {
            return "nothing";
        }

        @RequestMapping("/model/nothing")
        String modelNothing(@Depends(name = "model") String judged) {
            return "nothing";
        }

        @RequestMapping("/nothing/bean")
        String nothingBean(@Depends(name = "nothing") String judged, @ModelAttribute Holder tenant) {
            return String.valueOf(tenant.getTenant());
        }

        @RequestMapping("/nothing/param")
        String nothingParam(@Depends(name = "nothing") String judged, @RequestParam(required = false) String tenant) {
            return String.valueOf(tenant);
        }

        @RequestMapping("/ordinary/param")
        String ordinaryParam(@Depends(name = "ordinary") String judged, @RequestParam(required = false) String tenant) {
            return String.valueOf(tenant);
        }

        @RequestMapping("/of/{tenant}/variable/model")
        String variable(@Depends(name = "variable") String judged, @ModelAttribute Tenant tenant) {
            return tenant.tenant();
        }

        @RequestMapping("/of/{tenant}/model/variable")
        String model(@Depends(name = "model") String judged, @PathVariable String tenant) {
            return tenant;
        }

        @RequestMapping("/parted")
        String parted(@Depends(name = "parted") String judged, @RequestParam String tenant) {
            return tenant;
        }

        @RequestMapping("/param/raw")
        String raw(@Depends(name = "param") String judged, @RequestParam String other, WebRequest request) {
            return request.getParameter("tenant");
        }

        @RequestMapping("/key/endpoint")
        String key(@Depends(name = "key") String judged, @RequestParam String key) {
            return key;
        }
    }
}
