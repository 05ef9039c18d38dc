package io.github.depends.openapi;

import io.github.depends.security.OAuth2PasswordRequestForm;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import org.springdoc.core.models.RequestBodyInfo;
import org.springframework.core.MethodParameter;

/** The form of a token request (RFC 6749, 4.3.2), as the document shows it. */
final class PasswordForm {

    private static final String FORM = org.springframework.http.MediaType.APPLICATION_FORM_URLENCODED_VALUE;
    private static final List<String> REQUIRED = List.of("grant_type", "username", "password");

    private PasswordForm() {}

    /** Whether a dependency binds the form by this parameter. */
    static boolean is(MethodParameter parameter) {
        return parameter.getParameterType() == OAuth2PasswordRequestForm.class;
    }

    /** Adds the form to a body, with fields that the method has besides. */
    static void add(RequestBodyInfo body) {
        if (body.getRequestBody() == null) {
            body.setRequestBody(new RequestBody());
        }
        RequestBody documented = body.getRequestBody();
        documented.setRequired(true);
        if (documented.getContent() == null) {
            documented.setContent(new Content());
        }
        if (body.getMergedSchema() == null) {
            body.setMergedSchema(new ObjectSchema());
        }
        Schema<?> form = body.getMergedSchema();
        addFields(form);
        MediaType fields = documented.getContent().computeIfAbsent(FORM, any -> new MediaType());
        // Another method on the same path may have told its fields, which springdoc keeps.
        if (fields.getSchema() == null) {
            fields.setSchema(form);
        }
    }

    private static void addFields(Schema<?> form) {
        StringSchema grant = new StringSchema();
        grant.addEnumItem("password");
        form.addProperty("grant_type", grant)
                .addProperty("username", new StringSchema())
                .addProperty("password", new StringSchema().format("password"))
                .addProperty("scope", new StringSchema().description("OAuth2 scopes, separated by blanks"))
                .addProperty("client_id", new StringSchema())
                .addProperty("client_secret", new StringSchema().format("password"));
        REQUIRED.forEach(form::addRequiredItem);
    }
}
