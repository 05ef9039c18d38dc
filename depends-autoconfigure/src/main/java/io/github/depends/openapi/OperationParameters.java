package io.github.depends.openapi;

import static org.springframework.core.annotation.AnnotatedElementUtils.findMergedAnnotation;
import static org.springframework.core.annotation.AnnotatedElementUtils.forAnnotations;

import com.fasterxml.jackson.annotation.JsonView;
import io.github.depends.graph.Argument.Place;
import io.github.depends.openapi.DocumentedEndpoint.Bound;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.models.MethodAttributes;
import org.springdoc.core.models.ParameterInfo;
import org.springdoc.core.models.RequestBodyInfo;
import org.springdoc.core.service.GenericParameterService;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMethod;

/** The parameters and the body of one operation, to which those of its dependencies are added one by one. */
final class OperationParameters {

    private static final String BINDING = "org.springframework.web.bind.annotation.";

    private static final Set<Place> PROPERTIES = Set.of(Place.PART, Place.QUERY);

    private final DependencyRequestService springdoc;
    private final GenericParameterService builder;
    private final DocumentedEndpoint endpoint;
    private final Operation operation;
    private final RequestMethod method;
    private final MethodAttributes attributes;
    private final OpenAPI document;
    private final List<Parameter> parameters;
    private final RequestBodyInfo body = new RequestBodyInfo();
    private final Set<String> properties = new HashSet<>();
    /** Parameters of other methods on the same path, with which those of this one are merged as springdoc does. */
    private final Set<Parameter> others;

    private final List<Parameter> before;

    OperationParameters(
            DependencyRequestService springdoc,
            DocumentedEndpoint endpoint,
            Operation operation,
            RequestMethod method,
            MethodAttributes attributes,
            OpenAPI document,
            OtherMethods others) {
        this.springdoc = springdoc;
        this.builder = springdoc.getParameterBuilder();
        this.endpoint = endpoint;
        this.operation = operation;
        this.method = method;
        this.attributes = attributes;
        this.document = document;
        this.parameters =
                operation.getParameters() == null ? new ArrayList<>() : new ArrayList<>(operation.getParameters());
        this.others = Collections.newSetFromMap(new IdentityHashMap<>());
        this.others.addAll(others.parameters(endpoint));
        this.before = others.parameters();
        this.body.setRequestBody(operation.getRequestBody());
        this.body.setMergedSchema(others.properties(operation.getRequestBody(), attributes));
    }

    /** Adds a parameter; {@code known} if the body that it is has been added before. */
    void add(MethodParameter parameter, Bound bound, boolean known) {
        if (PasswordForm.is(bound.argument().parameter())) {
            PasswordForm.add(body);
            return;
        }
        Annotation[] annotations = parameter.getParameterAnnotations();
        io.swagger.v3.oas.annotations.@Nullable Parameter text = text(annotations);
        if (text != null && (text.hidden() || text.schema().hidden())) {
            return;
        }
        ParameterInfo info = new ParameterInfo(parameter.getParameterName(), parameter, builder, text);
        if (info.getParamType() != null) {
            info.setRequired(required(bound.argument().parameter()));
        }
        Parameter documented = documented(info, bound);
        if (text != null) {
            info.setParameterModel(builder.buildParameterFromDoc(
                    text, document.getComponents(), attributes.getJsonViewAnnotation(), attributes.getLocale()));
        } else if (documented != null) {
            info.setParameterModel(documented);
        }
        Parameter built =
                springdoc.buildParams(info, document.getComponents(), method, attributes, document.getOpenapi());
        if (built != null && (bound.guarded() || springdoc.isValidParameter(built, attributes))) {
            Parameter other = other(built);
            if (other == null) {
                validate(built, parameter, info);
                place(built);
            } else {
                GenericParameterService.mergeParameter(built, other);
                validate(other, parameter, info);
            }
        } else if (bodyAllowed()) {
            addBody(parameter, bound, known, info, annotations);
        }
        springdoc.customize(built, info, parameters);
    }

    // springdoc asks the controller method, whose parameter with this index is another one and may have a default.
    private static boolean required(MethodParameter parameter) {
        return !parameter.isOptional()
                && MergedAnnotations.from(parameter.getParameterAnnotations()).stream()
                        .filter(annotation -> annotation.getType().getName().startsWith(BINDING))
                        .flatMap(annotation -> annotation.getValue("required", Boolean.class).stream())
                        .findFirst()
                        .orElse(true);
    }

    /** Puts everything on the operation. */
    void finish() {
        conditionsLast();
        for (Parameter parameter : parameters) {
            if (!StringUtils.hasText(parameter.getIn()) && parameter.get$ref() == null) {
                parameter.setIn("query");
            }
        }
        if (!parameters.isEmpty()) {
            operation.setParameters(parameters);
        }
        if (body.getRequestBody() != null) {
            operation.setRequestBody(body.getRequestBody());
        }
    }

    // springdoc tells the headers that a mapping demands after the parameters of its method.
    private void conditionsLast() {
        List<Parameter> conditions = parameters.stream()
                .filter(parameter -> parameter.getRequired() == null && "header".equals(parameter.getIn()))
                .filter(parameter -> attributes.getHeaders().containsKey(parameter.getName()))
                .filter(parameter -> !before.contains(parameter))
                .toList();
        parameters.removeAll(conditions);
        parameters.addAll(conditions);
    }

    private io.swagger.v3.oas.annotations.@Nullable Parameter text(Annotation[] annotations) {
        io.swagger.v3.oas.annotations.Parameter text =
                findMergedAnnotation(forAnnotations(annotations), io.swagger.v3.oas.annotations.Parameter.class);
        if (text != null) {
            return text;
        }
        Schema schema = findMergedAnnotation(forAnnotations(annotations), Schema.class);
        return schema == null ? null : builder.generateParameterBySchema(schema);
    }

    // What annotations on the controller method say of a parameter that it does not have itself.
    private @Nullable Parameter documented(ParameterInfo info, Bound bound) {
        return endpoint.bindsItself(info.getpName(), Set.of(bound.argument().place()))
                ? null
                : parameters.stream()
                        .filter(parameter -> same(parameter, info.getpName(), info.getParamType()))
                        .filter(parameter -> parameter.getRequired() == null)
                        .findFirst()
                        .orElse(null);
    }

    private void validate(Parameter documented, MethodParameter parameter, ParameterInfo info) {
        springdoc.applyBeanValidatorAnnotations(
                parameter,
                documented,
                List.of(parameter.getParameterAnnotations()),
                info.isParameterObject(),
                document.getOpenapi());
    }

    /** Returns what another method on the same path has told of a parameter, once: then it is one of this method too. */
    private @Nullable Parameter other(Parameter built) {
        Parameter there = there(built);
        return there != null && there != built && others.remove(there) ? there : null;
    }

    private @Nullable Parameter there(Parameter built) {
        return parameters.stream()
                .filter(parameter -> parameter == built || same(parameter, built.getName(), built.getIn()))
                .findFirst()
                .orElse(null);
    }

    private void place(Parameter built) {
        Parameter there = there(built);
        if (there == null) {
            parameters.add(built);
        } else if (there != built) {
            Stricter.narrow(there, built, document.getSpecVersion());
            GenericParameterService.mergeParameter(built, there);
        }
    }

    private static boolean same(Parameter parameter, @Nullable String name, @Nullable String in) {
        return name != null
                && parameter.getName() != null
                && in(parameter.getIn()).equals(in(in))
                && (in(in).equals("header")
                        ? name.equalsIgnoreCase(parameter.getName())
                        : name.equals(parameter.getName()));
    }

    private static String in(@Nullable String in) {
        return StringUtils.hasText(in) ? in : "query";
    }

    private boolean bodyAllowed() {
        return method != RequestMethod.GET || document.getOpenapi().startsWith("3.1");
    }

    private void addBody(
            MethodParameter parameter, Bound bound, boolean known, ParameterInfo info, Annotation[] annotations) {
        if (PROPERTIES.contains(bound.argument().place()) && hasProperty(bound, info)) {
            narrowProperty(info);
        } else if (!known) {
            read(info, body);
        }
        RequestBody built = body.getRequestBody();
        if (built != null) {
            springdoc.applyBeanValidatorAnnotations(built, List.of(annotations), parameter.isOptional());
        }
    }

    private boolean hasProperty(Bound bound, ParameterInfo info) {
        String name = bound.argument().name().isEmpty()
                ? info.getpName()
                : bound.argument().name();
        return endpoint.bindsItself(name, PROPERTIES) || !properties.add(name);
    }

    private void narrowProperty(ParameterInfo info) {
        RequestBodyInfo alone = new RequestBodyInfo();
        read(info, alone);
        io.swagger.v3.oas.models.media.Schema<?> there = body.getMergedSchema();
        io.swagger.v3.oas.models.media.Schema<?> other = alone.getMergedSchema();
        if (there != null && other != null) {
            Stricter.narrowProperty(there, other, info.getpName(), document.getSpecVersion());
        }
    }

    private void read(ParameterInfo info, RequestBodyInfo into) {
        JsonView view = info.getMethodParameter().getParameterAnnotation(JsonView.class);
        if (view != null) {
            attributes.setJsonViewAnnotationForRequestBody(view);
        }
        springdoc.getRequestBodyBuilder().calculateRequestBodyInfo(document.getComponents(), attributes, info, into);
    }
}
