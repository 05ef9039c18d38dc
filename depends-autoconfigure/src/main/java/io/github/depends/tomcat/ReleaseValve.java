package io.github.depends.tomcat;

import io.github.depends.web.RequestDependencies;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.Container;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Tells when Tomcat is done with a dispatch, error pages included. A {@code ServletRequestListener} would hear of it too,
 * but where there is one, Tomcat makes an event of each attribute that anyone sets on any request.
 */
final class ReleaseValve extends ValveBase {

    private final RequestDependencies dependencies;

    ReleaseValve(RequestDependencies dependencies) {
        super(true);
        this.dependencies = dependencies;
    }

    /** Called when Tomcat takes the valve, before the application can add listeners, and when it drops it. */
    @Override
    public void setContainer(@Nullable Container container) {
        super.setContainer(container);
        if (container != null) {
            dependencies.serverTells();
        }
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        try {
            getNext().invoke(request, response);
        } finally {
            dependencies.served(request);
        }
    }
}
