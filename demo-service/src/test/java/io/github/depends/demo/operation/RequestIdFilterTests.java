package io.github.depends.demo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestIdFilterTests {

    private final RequestIdFilter filter = new RequestIdFilter();
    private final List<String> logged = new ArrayList<>();
    private final FilterChain chain = (request, response) -> logged.add(MDC.get(RequestIdFilter.KEY));

    @Test
    void tellsTheLogTheSameIdUntilTheErrorPageIsDone() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        request.setDispatcherType(DispatcherType.ERROR);
        filter.doFilter(request, response, chain);
        String id = response.getHeader(RequestIdFilter.HEADER);
        assertThat(logged).containsExactly(id, id);
    }

    @Test
    void leavesNothingOnTheThread() throws Exception {
        filter.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), chain);
        assertThat(MDC.get(RequestIdFilter.KEY)).isNull();
    }
}
