package io.github.depends.graph;

import io.github.depends.security.SecurityScopes;
import java.util.function.Consumer;

/** Refuses OAuth2 scopes that no token can have (RFC 6749, 3.3), wherever a use requires them. */
final class MalformedScopes {

    private MalformedScopes() {}

    static void tell(Use use, Consumer<Fault> faults) {
        for (String scope : use.oauth2Scopes()) {
            if (!SecurityScopes.isScope(scope)) {
                faults.accept(fault(use, scope));
            }
        }
    }

    private static Fault fault(Use use, String scope) {
        return new Fault(
                "The OAuth2 scope '" + scope + "', required by " + use.site() + ", "
                        + (scope.isEmpty() ? "is empty" : "has a character that RFC 6749 does not allow in a scope"),
                use.site(),
                scope.indexOf(' ') >= 0
                        ? "Give each scope a string of its own, such as \"read\", \"write\"."
                        : "Write visible ASCII characters other than the quotation mark and the backslash.");
    }
}
