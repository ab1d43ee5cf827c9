package mn.eland.audit.catching;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import mn.eland.audit.Deed.Outcome;
import mn.eland.audit.Doer;
import mn.eland.audit.writing.Lines;
import mn.eland.audit.writing.PersonKeys;
import mn.eland.audit.writing.Recorder;
import mn.eland.edge.web.Actors;
import mn.eland.edge.web.RequestWatch;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Records every request that asks for something to be done, whoever asks and whatever becomes of it, and every look of a
 * signed-in person at what is not open to all. What is done is recorded in the transactions that do it; here the rest is.
 */
@Component
class RequestRecorder implements RequestWatch, HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(RequestRecorder.class);
    private static final Pattern SIGN_IN = Pattern.compile("/sign-in(/.*)?|/login/webauthn");

    private final Acts acts;
    private final Lines lines;
    private final Recorder recorder;
    private final PersonKeys keys;
    private final Parties parties;
    private final Looks looks;

    RequestRecorder(Acts acts, Lines lines, Recorder recorder, PersonKeys keys, Parties parties, Looks looks) {
        this.acts = acts;
        this.lines = lines;
        this.recorder = recorder;
        this.keys = keys;
        this.parties = parties;
        this.looks = looks;
    }

    @Override
    public void watch(HttpServletRequest request, HttpServletResponse response, FilterChain rest) throws IOException, ServletException {
        if (looks.isOfAll(request)) {
            rest.doFilter(request, response);
            return;
        }
        var act = new RequestedAct(request, lines::of);
        if (act.changes()) {
            know(act, Actors.current().orElse(null));
        }
        boolean answered = false;
        acts.begin(act);
        try {
            rest.doFilter(act.heard(), response);
            answered = true;
        } finally {
            acts.end();
            recordRest(act, request, answered ? Answer.of(request, response) : new Answer(Outcome.FAILED, "INTERNAL_ERROR"));
        }
    }

    /** The person of a token is known now, and no transaction is under way yet. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        acts.current().ifPresent(act -> {
            know(act, Actors.current().orElse(null));
            if (handler instanceof HandlerMethod) {
                act.isHandled(request);
            }
        });
        return true;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, Exception thrown) {
        acts.current().ifPresent(RequestedAct::isOver);
    }

    private void know(RequestedAct act, Actor actor) {
        if (actor != null) {
            act.isBy(Doer.of(actor));
        }
        if (act.changes()) {
            keys.ready(act.person());
        }
    }

    /** The answer is on its way: what cannot be recorded now is told to operators, not to the person. */
    private void recordRest(RequestedAct act, HttpServletRequest request, Answer answer) {
        try {
            Actors.current().ifPresent(actor -> act.isBy(Doer.of(actor)));
            if (act.changes() && SIGN_IN.matcher(request.getRequestURI()).matches()) {
                whoSignsIn(act, request);
            }
            if (act.changes() ? !isRecorded(act, answer) : looks.isOne(act, request, answer)) {
                keys.ready(act.person());
                recorder.add(act.line(answer.outcome(), answer.why()));
            }
        } catch (RuntimeException e) {
            LOG.error("No audit record of {} {}", request.getMethod(), act.path(), e);
        }
    }

    /** Floods of strangers are counted by the limits, not written down one by one. */
    private static boolean isRecorded(RequestedAct act, Answer answer) {
        return answer.outcome() == Outcome.DONE && act.hasStood() || act.person() == null && answer.status() == HttpStatus.TOO_MANY_REQUESTS.value();
    }

    private void whoSignsIn(RequestedAct act, HttpServletRequest request) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && signedIn.isAuthenticated()) {
            parties.actor(signedIn.getName()).ifPresent(actor -> act.isBy(Doer.of(actor)));
        } else if (request.getParameter("username") != null) {
            parties.actor(request.getParameter("username")).ifPresent(actor -> act.isAbout(actor.party()));
        }
    }
}
