package mn.eland.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import mn.eland.edge.limits.Allowance.Terms;
import mn.eland.edge.web.ProblemWriter;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Costs are taken from who asks, come back with time, and what is left is told. */
class AllowanceTests {

    private final Clock time = new Clock();
    private final ProblemWriter problems = mock();
    private final Allowance allowance = new Allowance(new Terms("person", 60, Duration.ofMinutes(1), true), request -> request.getHeader("Who"),
            Costs::of, problems, time);

    @Test
    void anExportTakesAllThatSixtyCallsTakeAndComesBackWithTime() throws Exception {
        assertThat(ask("GET", "/api/v1/me/exports/1/file", "a").getHeader("RateLimit")).isEqualTo("\"person\";r=0;t=61");
        var refused = ask("GET", "/api/v1/sales", "a");
        assertThat(refused.getHeader("Retry-After")).isEqualTo("2");
        assertThat(refused.getHeader("RateLimit-Policy")).isEqualTo("\"person\";q=60;w=60");
        verify(problems).write(any(), any(), eq(HttpStatus.TOO_MANY_REQUESTS), eq("TOO_MANY_REQUESTS"), eq(Map.of("seconds", 2L)));

        time.passes(Duration.ofSeconds(1));

        assertThat(ask("GET", "/api/v1/sales", "a").getHeader("Retry-After")).isNull();
        assertThat(ask("GET", "/api/v1/sales", "a").getHeader("Retry-After")).isEqualTo("2");
        assertThat(ask("POST", "/api/v1/me/exports", "a").getHeader("Retry-After")).as("a dear call waits longer").isEqualTo("61");
    }

    @Test
    void everybodyHasAnAllowanceOfHisOwnAndSomeThingsAreFree() throws Exception {
        ask("POST", "/me/exports", "a");

        assertThat(ask("GET", "/deals", "b").getStatus()).isEqualTo(200);
        assertThat(ask("GET", "/assets/app.css", "a").getStatus()).isEqualTo(200);
        assertThat(ask("GET", "/deals", "a").getStatus()).isEqualTo(429);
        assertThat(ask("GET", "/deals", null).getStatus()).as("none of this filter").isEqualTo(200);
    }

    @Test
    void pagesAreNotToldWhatIsLeftUntilNothingIs() throws Exception {
        assertThat(ask("GET", "/deals", "a").getHeader("RateLimit")).isNull();
        ask("POST", "/documents/1/code", "a");
        var refused = ask("POST", "/documents/1/code", "a");

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("RateLimit")).isEqualTo("\"person\";r=29;t=32");
    }

    private MockHttpServletResponse ask(String method, String path, String who) throws ServletException, IOException {
        var request = new MockHttpServletRequest(method, path);
        if (who != null) {
            request.addHeader("Who", who);
        }
        var response = new MockHttpServletResponse();
        allowance.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static final class Clock implements TimeMeter {

        private long nanos;

        private void passes(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
