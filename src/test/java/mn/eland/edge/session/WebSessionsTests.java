package mn.eland.edge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import mn.eland.identity.account.Sessions;
import mn.eland.kernel.PartyId;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** How long a session of the pages lives at the most. */
class WebSessionsTests {

    private static final UUID ROW = UUID.randomUUID();
    private static final UUID DEVICE = UUID.randomUUID();

    private final Sessions rows = mock(Sessions.class);
    private final MachineClock machine = new MachineClock();
    private final WebSessions sessions = new WebSessions(rows, Duration.ofHours(12), machine);
    private final MockHttpSession session = new MockHttpSession();

    @Test
    void aSessionThatIsUsedAllTheTimeEndsTwelveHoursAfterTheSignIn() throws Exception {
        when(rows.begin(any(), any(), any(), any())).thenReturn(ROW);
        when(rows.seen(ROW)).thenReturn(true);
        sessions.begin(request(), new PartyId(UUID.randomUUID()), Device.of(request()));

        machine.passes(Duration.ofHours(12).minusSeconds(1));
        use();
        assertThat(session.isInvalid()).isFalse();
        verify(rows, never()).end(ROW);
        machine.passes(Duration.ofSeconds(2));
        use();

        assertThat(session.isInvalid()).isTrue();
        verify(rows).end(ROW);
    }

    private void use() throws Exception {
        sessions.filter().doFilter(request(), new MockHttpServletResponse(), new MockFilterChain());
    }

    private MockHttpServletRequest request() {
        var request = new MockHttpServletRequest("GET", "/deals");
        request.setSession(session);
        request.setCookies(new Cookie(Device.COOKIE, DEVICE.toString()));
        request.addHeader("User-Agent", "Chrome");
        return request;
    }

    private static final class MachineClock extends Clock {

        private Instant now = Instant.parse("2026-11-27T01:00:00Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
