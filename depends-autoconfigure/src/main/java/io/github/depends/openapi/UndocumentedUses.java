package io.github.depends.openapi;

import io.github.depends.graph.UseReader;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.discoverer.SpringDocParameterNameDiscoverer;
import org.springdoc.core.extractor.MethodParameterPojoExtractor;
import org.springdoc.core.service.GenericParameterService;
import org.springdoc.core.service.RequestBodyService;
import org.springdoc.webmvc.core.service.RequestService;
import org.springframework.core.MethodParameter;

/** Documents a controller method as springdoc does, without the parameters that only this library can fill. */
class UndocumentedUses extends RequestService {

    UndocumentedUses(
            GenericParameterService parameters,
            RequestBodyService bodies,
            SpringDocCustomizers customizers,
            SpringDocParameterNameDiscoverer names,
            MethodParameterPojoExtractor extractor) {
        super(parameters, bodies, customizers, names, extractor);
    }

    @Override
    public boolean isParamToIgnore(MethodParameter parameter) {
        return UseReader.ours(parameter) || super.isParamToIgnore(parameter);
    }
}
