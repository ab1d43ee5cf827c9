package mn.eland.audit.catching;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import mn.eland.audit.Deed.Outcome;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Which requests that only read are a look at somebody's data: those of signed-in people that get what is not open to all, or
 * are refused it. A page that asks for itself again and again is one look a minute.
 */
@Component
class Looks {

    /** What anybody may read, and what holds nobody's data. */
    private static final Pattern OPEN = Pattern.compile("/|/(properties|pictures|verify|sign-in|register|password|error|assets|css|js|img|icons|fonts|vendor|diagrams"
            + "|swagger-ui|v3|actuator|oauth2|login|\\.well-known|favicon|apple-touch-icon|api/v1/properties|api/v1/verifications)([/.?-].*)?");
    private static final long AGAIN_NANOS = 60_000_000_000L;
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<String, Long> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** Nothing to record, whoever reads it. */
    boolean isOfAll(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) && OPEN.matcher(request.getRequestURI()).matches();
    }

    boolean isOne(RequestedAct act, HttpServletRequest request, Answer answer) {
        if (act.person() == null) {
            return false;
        }
        return answer.outcome() == Outcome.DONE ? act.wasHandled() && isNew(act.person() + " " + request.getRequestURI() + "?" + request.getQueryString())
                : act.wasHandled() || answer.status() == HttpStatus.FORBIDDEN.value();
    }

    private boolean isNew(String look) {
        long now = System.nanoTime();
        synchronized (last) {
            var before = last.get(look);
            if (before != null && now - before < AGAIN_NANOS) {
                return false;
            }
            last.put(look, now);
            return true;
        }
    }
}
