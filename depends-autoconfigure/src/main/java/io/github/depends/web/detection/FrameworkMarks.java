package io.github.depends.web.detection;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;

/**
 * The annotations and interfaces by which frameworks other than Spring MVC find what they call. By name, because most of
 * them are in libraries that an application need not have. What Spring calls to make a bean is not among them.
 */
final class FrameworkMarks {

    private static final String MESSAGING = "org.springframework.messaging.";
    private static final String GRAPHQL = "org.springframework.graphql.data.method.annotation.";
    private static final String ACTUATOR = "org.springframework.boot.actuate.endpoint.annotation.";
    private static final String INTEGRATION = "org.springframework.integration.annotation.";
    private static final String BROKERS = "org.springframework.";

    /** What answers a client that is not served by Spring MVC. */
    private static final Set<String> OF_CLIENTS = Set.of(
            MESSAGING + "handler.annotation.MessageMapping",
            MESSAGING + "simp.annotation.SubscribeMapping",
            MESSAGING + "rsocket.annotation.ConnectMapping",
            MESSAGING + "rsocket.service.RSocketExchange",
            GRAPHQL + "SchemaMapping",
            GRAPHQL + "BatchMapping",
            GRAPHQL + "QueryMapping",
            GRAPHQL + "MutationMapping",
            GRAPHQL + "SubscriptionMapping",
            "com.netflix.graphql.dgs.DgsData",
            ACTUATOR + "ReadOperation",
            ACTUATOR + "WriteOperation",
            ACTUATOR + "DeleteOperation",
            "org.springframework.jmx.export.annotation.ManagedOperation",
            "org.springframework.jmx.export.annotation.ManagedAttribute",
            "org.springframework.ws.server.endpoint.annotation.PayloadRoot",
            "org.springframework.ws.soap.server.endpoint.annotation.SoapAction",
            "org.springframework.ws.soap.addressing.server.annotation.Action",
            "org.springframework.ai.tool.annotation.Tool",
            "org.springaicommunity.mcp.annotation.McpTool",
            "org.springaicommunity.mcp.annotation.McpResource",
            "org.springaicommunity.mcp.annotation.McpPrompt",
            "org.springframework.shell.standard.ShellMethod",
            "org.springframework.shell.command.annotation.Command",
            "jakarta.jws.WebMethod",
            "jakarta.websocket.OnMessage",
            "jakarta.websocket.OnOpen",
            "jakarta.ws.rs.HttpMethod",
            "jakarta.ws.rs.Path");

    /** What reacts to messages, events and time. */
    private static final Set<String> OF_EVENTS = Set.of(
            "org.springframework.context.event.EventListener",
            "org.springframework.transaction.event.TransactionalEventListener",
            "org.springframework.scheduling.annotation.Scheduled",
            BROKERS + "kafka.annotation.KafkaListener",
            BROKERS + "kafka.annotation.KafkaHandler",
            BROKERS + "amqp.rabbit.annotation.RabbitListener",
            BROKERS + "amqp.rabbit.annotation.RabbitHandler",
            BROKERS + "jms.annotation.JmsListener",
            BROKERS + "pulsar.annotation.PulsarListener",
            BROKERS + "pulsar.reactive.config.annotation.ReactivePulsarListener",
            BROKERS + "cloud.stream.annotation.StreamListener",
            "io.awspring.cloud.sqs.annotation.SqsListener",
            "io.awspring.cloud.sqs.annotation.SqsHandler",
            INTEGRATION + "ServiceActivator",
            INTEGRATION + "Transformer",
            INTEGRATION + "Filter",
            INTEGRATION + "Router",
            INTEGRATION + "Splitter",
            INTEGRATION + "Aggregator",
            INTEGRATION + "InboundChannelAdapter");

    /** The interfaces whose methods are called without any annotation. */
    private static final Set<String> INTERFACES = Set.of(
            "org.springframework.context.ApplicationListener",
            "org.springframework.web.HttpRequestHandler",
            "org.springframework.web.servlet.mvc.Controller",
            "org.springframework.web.servlet.function.HandlerFunction",
            "org.springframework.web.servlet.function.RouterFunction",
            "org.springframework.web.socket.WebSocketHandler",
            "org.springframework.messaging.MessageHandler",
            "org.springframework.kafka.listener.MessageListener",
            "org.springframework.amqp.core.MessageListener",
            "graphql.schema.DataFetcher",
            "jakarta.jms.MessageListener",
            "jakarta.servlet.Servlet",
            "jakarta.servlet.Filter");

    private FrameworkMarks() {}

    /** Whether an annotation marks a method, itself or by one that stands on it, or is the container of one that does. */
    static boolean marks(Class<?> annotation) {
        return marked(annotation.getName())
                || MergedAnnotations.from(annotation).stream().anyMatch(FrameworkMarks::marked)
                || ofMarks(annotation);
    }

    private static boolean ofMarks(Class<?> annotation) {
        Class<?> repeated = MethodAnnotations.repeated(annotation);
        return repeated != null && marks(repeated);
    }

    /** Returns what marks a method, {@code null} if only Spring MVC and the application call it. */
    static @Nullable Mark of(Method method) {
        return MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY).stream()
                .filter(FrameworkMarks::marked)
                .findFirst()
                .map(annotation -> new Mark(
                        annotation.getRoot().getType(),
                        OF_CLIENTS.contains(annotation.getType().getName())))
                .orElse(null);
    }

    /** Returns the interface by which a framework calls a class, {@code null} if it implements none. */
    static @Nullable Class<?> interfaceOf(@Nullable Class<?> type) {
        if (type == null || type == Object.class) {
            return null;
        }
        for (Class<?> each : type.getInterfaces()) {
            Class<?> found = INTERFACES.contains(each.getName()) ? each : interfaceOf(each);
            if (found != null) {
                return found;
            }
        }
        return interfaceOf(type.getSuperclass());
    }

    private static boolean marked(MergedAnnotation<?> annotation) {
        return marked(annotation.getType().getName());
    }

    private static boolean marked(String annotation) {
        return OF_CLIENTS.contains(annotation) || OF_EVENTS.contains(annotation);
    }

    /**
     * What marks a method.
     *
     * @param annotation the annotation that stands on it
     * @param ofClients whether what calls it answers clients
     */
    record Mark(Class<? extends Annotation> annotation, boolean ofClients) {}
}
