package io.github.depends.openapi;

import io.github.depends.graph.Argument.Place;
import io.github.depends.openapi.DocumentedEndpoint.Bound;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.discoverer.SpringDocParameterNameDiscoverer;
import org.springdoc.core.extractor.DelegatingMethodParameter;
import org.springdoc.core.extractor.MethodParameterPojoExtractor;
import org.springdoc.core.models.MethodAttributes;
import org.springdoc.core.service.GenericParameterService;
import org.springdoc.core.service.RequestBodyService;
import org.springdoc.core.service.SecurityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Documents a controller method as springdoc does, then what its dependencies bind, by the same steps. */
final class DependencyRequestService extends UndocumentedUses {

    private final Supplier<DocumentedEndpoints> endpoints;
    private final ObjectProvider<SecurityService> security;

    DependencyRequestService(
            GenericParameterService parameters,
            RequestBodyService bodies,
            SpringDocCustomizers customizers,
            SpringDocParameterNameDiscoverer names,
            MethodParameterPojoExtractor extractor,
            Supplier<DocumentedEndpoints> endpoints,
            ObjectProvider<SecurityService> security) {
        super(parameters, bodies, customizers, names, extractor);
        this.endpoints = endpoints;
        this.security = security;
    }

    @Override
    public Operation build(
            HandlerMethod handler,
            RequestMethod method,
            Operation operation,
            MethodAttributes attributes,
            OpenAPI document) {
        OtherMethods others = OtherMethods.of(operation, attributes);
        Operation built = super.build(handler, method, operation, attributes, document);
        DocumentedEndpoint endpoint = endpoints.get().find(handler);
        MethodSecurity declared = MethodSecurity.of(built, security.getObject(), handler);
        if (endpoint == null) {
            declared.keep(built);
        } else {
            addParameters(handler, method, attributes, document, built, endpoint, others);
            new SecurityRequirements(endpoints.get().schemeNames()).add(endpoint, built, document, declared);
        }
        return built;
    }

    private void addParameters(
            HandlerMethod handler,
            RequestMethod method,
            MethodAttributes attributes,
            OpenAPI document,
            Operation operation,
            DocumentedEndpoint endpoint,
            OtherMethods others) {
        OperationParameters parameters =
                new OperationParameters(this, endpoint, operation, method, attributes, document, others);
        Set<Place> bodies = new HashSet<>();
        boolean body = endpoint.readsBodyItself();
        for (Bound bound : endpoint.parameters()) {
            boolean again = bound.argument().place().body()
                    && (body || !bodies.add(bound.argument().place()));
            for (MethodParameter parameter : exploded(bound, handler)) {
                if (!super.isParamToIgnore(BoundParameter.withoutIndex(parameter))) {
                    parameters.add(parameter, bound, again);
                }
            }
        }
        parameters.finish();
    }

    private List<MethodParameter> exploded(Bound bound, HandlerMethod handler) {
        MethodParameter parameter = new BoundParameter(bound.argument().parameter(), handler.getMethod());
        return List.of(DelegatingMethodParameter.customize(
                new String[] {parameter.getParameterName()},
                new MethodParameter[] {parameter},
                getOptionalDelegatingMethodParameterCustomizers(),
                getMethodParameterPojoExtractor(),
                isDefaultFlatParamObject()));
    }

    /** Lets springdoc's customizers have their say, as for a parameter of the controller method. */
    void customize(
            io.swagger.v3.oas.models.parameters.@org.jspecify.annotations.Nullable Parameter parameter,
            org.springdoc.core.models.ParameterInfo info,
            List<io.swagger.v3.oas.models.parameters.Parameter> parameters) {
        customiseParameter(parameter, info, parameters);
    }
}
