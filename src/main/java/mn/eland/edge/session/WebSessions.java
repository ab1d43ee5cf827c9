package mn.eland.edge.session;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import mn.eland.identity.account.Sessions;
import mn.eland.kernel.PartyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The sessions of this process and the rows that stand for them: who ends a row ends the session, at once here, soon on other nodes.
 * However often it is used, no session lives longer than {@code eland.sign-in.longest-session} after its sign-in.
 */
@Component
public class WebSessions implements HttpSessionListener {

    private static final long ASKED_AGAIN_NANOS = Duration.ofSeconds(20).toNanos();

    private final Sessions sessions;
    private final Duration longest;
    private final Clock machine;
    private final Map<UUID, HttpSession> live = new ConcurrentHashMap<>();
    private final Map<UUID, Long> asked = new ConcurrentHashMap<>();

    @Autowired
    WebSessions(Sessions sessions, @Value("${eland.sign-in.longest-session:PT12H}") Duration longest) {
        this(sessions, longest, Clock.systemUTC());
    }

    WebSessions(Sessions sessions, Duration longest, Clock machine) {
        this.sessions = sessions;
        this.longest = longest;
        this.machine = machine;
    }

    /** Stands before everything that reads the person out of a session. */
    public Filter filter() {
        return new Standing();
    }

    /** The row of a session, or null. */
    public static UUID idOf(HttpSession session) {
        return session != null && session.getAttribute(SignedIn.NAME) instanceof SignedIn mine ? mine.id() : null;
    }

    /** Notes a sign-in in this browser; to be called before the device is noted. */
    public void begin(HttpServletRequest request, PartyId person, Device device) {
        var session = request.getSession();
        var id = sessions.begin(person, device.id(), request.getHeader(HttpHeaders.USER_AGENT), request.getRemoteAddr());
        session.setAttribute(SignedIn.NAME, new SignedIn(id, device.id(), device.agentHash(), machine.instant()));
        live.put(id, session);
    }

    /** Ends the session behind a row that was ended. */
    void end(UUID id) {
        var session = live.remove(id);
        asked.remove(id);
        if (session != null) {
            invalidate(session);
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        var id = idOf(event.getSession());
        if (id != null) {
            live.remove(id);
            asked.remove(id);
            sessions.end(id);
        }
    }

    private static void invalidate(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            return;
        }
    }

    private boolean stands(SignedIn mine, HttpServletRequest request) {
        if (!mine.isFrom(Device.of(request))) {
            sessions.takenElsewhere(mine.id());
            return false;
        }
        if (mine.isOver(machine.instant(), longest)) {
            sessions.end(mine.id());
            return false;
        }
        long now = System.nanoTime();
        var before = asked.get(mine.id());
        if (before != null && now - before < ASKED_AGAIN_NANOS) {
            return true;
        }
        asked.put(mine.id(), now);
        return sessions.seen(mine.id());
    }

    /** A session that stands no more is thrown away: whoever sent it is a visitor. */
    private final class Standing extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest) throws ServletException, IOException {
            var session = request.getSession(false);
            if (session != null && session.getAttribute(SignedIn.NAME) instanceof SignedIn mine && !stands(mine, request)) {
                live.remove(mine.id());
                invalidate(session);
            }
            rest.doFilter(request, response);
        }
    }
}
