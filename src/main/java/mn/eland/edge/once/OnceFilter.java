package mn.eland.edge.once;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import mn.eland.edge.once.Answers.Answer;
import mn.eland.edge.once.Answers.Standing;
import mn.eland.edge.web.Unsaid;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A form carries a token that is new with every page. The second click of the same form waits for the first and is led to
 * the same place; a form that came back with other content is a new act. Only forms that led somewhere are remembered.
 */
public class OnceFilter extends OncePerRequestFilter {

    static final String FIELD = "_once";
    private static final Pattern FORM = Pattern.compile("[0-9a-f-]{36}");
    private static final String HTMX_REDIRECT = "HX-Redirect";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 250;

    private final Answers answers;
    private final Object clicks = new Object();

    public OnceFilter(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = "POST".equals(request.getMethod()) ? request.getParameter(FIELD) : null;
        if (token == null) {
            chain.doFilter(request, response);
        } else if (!FORM.matcher(token).matches()) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        } else {
            once(request, response, chain, token);
        }
    }

    private void once(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String token)
            throws ServletException, IOException {
        var person = request.getUserPrincipal() == null ? "-" : request.getUserPrincipal().getName();
        var content = content(request);
        var key = "form:" + token + ":" + content.substring(0, 16);
        for (var end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; awaitAnother()) {
            var standing = answers.begin(person, key, content);
            if (standing instanceof Standing.Mine) {
                first(new Tokenless(request), response, chain, person, key);
                return;
            }
            if (standing instanceof Standing.Answered again) {
                response.setStatus(again.answer().status());
                var header = again.answer().headers().split(": ", 2);
                response.setHeader(header[0], header[1]);
                return;
            }
        }
        response.sendError(HttpStatus.CONFLICT.value());
    }

    private void first(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String person, String key)
            throws ServletException, IOException {
        var done = false;
        try {
            chain.doFilter(request, response);
            var header = response.getHeader(HttpHeaders.LOCATION) != null ? HttpHeaders.LOCATION : HTMX_REDIRECT;
            var target = response.getHeader(header);
            if (target != null && response.getStatus() < HttpStatus.BAD_REQUEST.value()) {
                answers.finish(person, key, new Answer(response.getStatus(), header + ": " + target, new byte[0]));
                done = true;
            }
        } finally {
            if (!done) {
                answers.forget(person, key);
            }
            synchronized (clicks) {
                clicks.notifyAll();
            }
        }
    }

    private static String content(HttpServletRequest request) {
        var print = new Fingerprint().add(request.getRequestURI()).add(request.getQueryString());
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!name.equals("_csrf") && !Unsaid.isField(name)) {
                print.add(name);
                Arrays.stream(values).forEach(print::add);
            }
        });
        return print.toString();
    }

    /** Until a click that was first here is done; one that another node does is asked for again after the pause. */
    private void awaitAnother() {
        synchronized (clicks) {
            try {
                clicks.wait(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The form as its controller knows it: without our token. */
    private static final class Tokenless extends HttpServletRequestWrapper {

        private Tokenless(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return name.equals(FIELD) ? null : super.getParameter(name);
        }

        @Override
        public String[] getParameterValues(String name) {
            return name.equals(FIELD) ? null : super.getParameterValues(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var fields = new TreeMap<>(super.getParameterMap());
            fields.remove(FIELD);
            return Collections.unmodifiableMap(fields);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }
    }
}
