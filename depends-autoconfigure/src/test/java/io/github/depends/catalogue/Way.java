package io.github.depends.catalogue;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.github.depends.DependsConfigurer;
import io.github.depends.autoconfigure.DependsAutoConfiguration;
import io.github.depends.catalogue.Controllers.Family;
import io.github.depends.catalogue.Controllers.Guard;
import io.github.depends.catalogue.Controllers.Level;
import io.github.depends.catalogue.Controllers.Visitors;
import io.github.depends.catalogue.GuardCatalogueTests.Answer;
import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.InvalidDependencyGraphException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.aop.interceptor.DebugInterceptor;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanDefinitionHolder;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One way in which Spring comes to know and call a controller. */
record Way(Declared declared, Scoped scoped, Proxied proxied, Read read, Mapped mapped, Level level) {

    private static final String BEAN = "api";

    /** Returns all ways that make sense. */
    static List<Way> all() {
        List<Way> ways = new ArrayList<>();
        for (Declared declared : Declared.values()) {
            for (Scoped scoped : Scoped.values()) {
                for (Proxied proxied : Proxied.values()) {
                    for (Read read : Read.values()) {
                        for (Mapped mapped : Mapped.values()) {
                            for (Level level : Level.values()) {
                                ways.add(new Way(declared, scoped, proxied, read, mapped, level));
                            }
                        }
                    }
                }
            }
        }
        ways.removeIf(way -> !way.makesSense());
        return ways;
    }

    // What is mapped by hand, what reads the graph early and the other families of classes are combined with the plain
    // forms of the rest only; Spring has no scopes for the products of a FactoryBean.
    private boolean makesSense() {
        boolean singleton = scoped == Scoped.SINGLETON || scoped == Scoped.LAZY;
        boolean plain = proxied == Proxied.NOT && singleton;
        boolean detected = mapped == Mapped.DETECTED;
        return (declared != Declared.FACTORY_BEAN || singleton && !proxied.scoped)
                && (detected || plain && read == Read.WHEN_STARTED)
                && (read == Read.WHEN_STARTED || plain)
                && (level.family == Family.PLAIN
                        || detected && (proxied == Proxied.NOT || proxied == Proxied.ADVISED_CLASS));
    }

    /** Starts an application with the controller, and asks it as a client who wants to be somebody else. */
    Answer ask() {
        Answer[] answer = {Answer.BROKEN};
        Controllers.GUARDED.set(0);
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        HttpMessageConvertersAutoConfiguration.class,
                        DispatcherServletAutoConfiguration.class,
                        WebMvcAutoConfiguration.class,
                        DependsAutoConfiguration.class))
                .withInitializer(context -> register((GenericApplicationContext) context))
                .run(context -> {
                    Throwable failure = context.getStartupFailure();
                    answer[0] = failure == null ? ask(context.getSourceApplicationContext()) : refused(failure);
                });
        return answer[0];
    }

    private static Answer refused(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof InvalidDependencyGraphException ? Answer.REFUSED_AT_START : Answer.BROKEN;
    }

    private Answer ask(ConfigurableApplicationContext context) throws Exception {
        mapped.map(context, level);
        MockMvc client = MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
                .build();
        MockHttpServletResponse response;
        try {
            response = client.perform(get("/api/visit?visitor=eve")).andReturn().getResponse();
        } catch (Exception refused) {
            return refusal(refused);
        }
        if (response.getStatus() != 200) {
            return Answer.BROKEN;
        }
        if (!level.guarded()) {
            boolean plain = response.getContentAsString().equals("handled for eve");
            return Controllers.GUARDED.get() == 0 && plain ? Answer.SERVED : Answer.BROKEN;
        }
        boolean taken = level.givesValue() && !response.getContentAsString().equals("handled for trusted");
        return Controllers.GUARDED.get() == 1 && !taken ? Answer.GUARDED : Answer.OPEN;
    }

    private static Answer refusal(Exception thrown) {
        String message = String.valueOf(
                thrown.getCause() == null ? null : thrown.getCause().getMessage());
        if (message.contains("refused rather than")) {
            return Answer.REFUSED;
        }
        return message.contains("use class-based proxying") ? Answer.REFUSED_BY_SPRING : Answer.BROKEN;
    }

    private void register(GenericApplicationContext context) {
        if (read == Read.EARLY) {
            context.registerBean("aReader", EarlyReader.class);
        }
        context.registerBean(Guard.class);
        context.registerBean(Visitors.class);
        if (level == Level.PATH) {
            context.registerBean(
                    "uses",
                    DependsConfigurer.class,
                    () -> registry -> registry.path("/api/**").depends(Guard.class));
            context.registerBean("other", Controllers.Other.class);
        }
        if (level == Level.APPLICATION) {
            context.registerBean("uses", DependsConfigurer.class, () -> registry -> registry.depends(Guard.class));
        }
        proxied.add(context);
        RootBeanDefinition definition = declared.definition(level);
        definition.setScope(scoped.name);
        definition.setLazyInit(scoped == Scoped.LAZY);
        if (proxied.scoped) {
            BeanDefinitionHolder proxy = ScopedProxyUtils.createScopedProxy(
                    new BeanDefinitionHolder(definition, BEAN), context, proxied == Proxied.SCOPED_CLASS);
            context.registerBeanDefinition(BEAN, proxy.getBeanDefinition());
        } else {
            context.registerBeanDefinition(BEAN, definition);
        }
        mapped.register(context, level);
    }

    /** What the bean is declared as. */
    enum Declared {
        IMPLEMENTATION,
        INTERFACE,
        ABSTRACT_CLASS,
        SUPERCLASS,
        FACTORY_BEAN;

        RootBeanDefinition definition(Level level) {
            Supplier<Object> made = () -> BeanUtils.instantiateClass(level.implementation);
            return switch (this) {
                case IMPLEMENTATION -> new RootBeanDefinition(level.implementation);
                case INTERFACE -> supplied(level.family.mapping, made);
                case ABSTRACT_CLASS -> supplied(level.family.abstractClass, made);
                case SUPERCLASS -> supplied(level.family.superclass, made);
                case FACTORY_BEAN -> {
                    RootBeanDefinition definition = new RootBeanDefinition(ApiFactory.class);
                    definition.getConstructorArgumentValues().addIndexedArgumentValue(0, level);
                    yield definition;
                }
            };
        }

        private static RootBeanDefinition supplied(Class<?> type, Supplier<Object> made) {
            RootBeanDefinition definition = new RootBeanDefinition();
            definition.setBeanClass(type);
            definition.setInstanceSupplier(made);
            return definition;
        }
    }

    /** How long the bean lives. */
    enum Scoped {
        SINGLETON("singleton"),
        LAZY("singleton"),
        PROTOTYPE("prototype"),
        REQUEST("request");

        private final String name;

        Scoped(String name) {
            this.name = name;
        }
    }

    /** What stands in front of the bean. */
    enum Proxied {
        NOT(false),
        SCOPED_INTERFACE(true),
        SCOPED_CLASS(true),
        ADVISED_INTERFACE(false),
        ADVISED_CLASS(false),
        ADVISED_OPAQUE(false);

        private final boolean scoped;

        Proxied(boolean scoped) {
            this.scoped = scoped;
        }

        void add(GenericApplicationContext context) {
            if (this == ADVISED_INTERFACE || this == ADVISED_CLASS || this == ADVISED_OPAQUE) {
                context.registerBean("advice", DebugInterceptor.class);
                context.registerBean(BeanNameAutoProxyCreator.class, () -> creator(this));
            }
        }

        private static BeanNameAutoProxyCreator creator(Proxied proxied) {
            BeanNameAutoProxyCreator creator = new BeanNameAutoProxyCreator();
            creator.setBeanNames(BEAN);
            creator.setInterceptorNames("advice");
            creator.setProxyTargetClass(proxied != ADVISED_INTERFACE);
            creator.setOpaque(proxied == ADVISED_OPAQUE);
            return creator;
        }
    }

    /** When the graph is read. */
    enum Read {
        WHEN_STARTED,
        EARLY
    }

    /** How requests come to the controller. */
    enum Mapped {
        DETECTED,
        BY_NAME,
        BY_OBJECT,
        BY_URL;

        void register(GenericApplicationContext context, Level level) {
            if (this == BY_URL) {
                context.registerBean(
                        "urls",
                        SimpleUrlHandlerMapping.class,
                        () -> new SimpleUrlHandlerMapping(
                                Map.of("/api/visit", new HandlerMethod(context.getBean(BEAN), level.mapped())),
                                Ordered.HIGHEST_PRECEDENCE));
            }
        }

        void map(ConfigurableApplicationContext context, Level level) {
            if (this != BY_NAME && this != BY_OBJECT) {
                return;
            }
            RequestMappingHandlerMapping mapping =
                    context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
            mapping.getHandlerMethods().forEach((info, handler) -> {
                if (handler.getMethod().getName().equals("get")) {
                    mapping.unregisterMapping(info);
                }
            });
            mapping.registerMapping(
                    RequestMappingInfo.paths("/api/visit")
                            .options(mapping.getBuilderConfiguration())
                            .build(),
                    this == BY_NAME ? BEAN : context.getBean(BEAN),
                    level.mapped());
        }
    }

    /** Makes a controller, and says no more of it than its interface. */
    static final class ApiFactory implements FactoryBean<Object> {

        private final Level level;

        ApiFactory(Level level) {
            this.level = level;
        }

        @Override
        public Object getObject() {
            return BeanUtils.instantiateClass(level.implementation);
        }

        @Override
        public Class<?> getObjectType() {
            return level.family.mapping;
        }
    }

    /** Reads the graph before the controller has been made. */
    static final class EarlyReader {

        EarlyReader(DependencyGraph graph) {
            graph.endpoints();
        }
    }
}
