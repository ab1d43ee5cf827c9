package mn.eland.audit.catching;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import mn.eland.audit.Deed;
import mn.eland.audit.Deed.Kind;
import mn.eland.audit.Deed.Outcome;
import mn.eland.audit.Doer;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.WebUtils;

/** What somebody asks for with one request: who, what, on which case; known better the further the request gets. */
final class RequestedAct implements Acts.Act {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String DEVICE = "ELAND_DEVICE";
    private static final int LONGEST_PATH = 200;
    /** A name in a path that says which shape its value has: {@code {number:S-\d{4}-\d{6}}}. */
    private static final Pattern SHAPE = Pattern.compile("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}");

    private final HttpServletRequest request;
    private final Content content;
    private final Function<Deed, String> lines;
    private final List<PartyId> about = new ArrayList<>();
    private Doer by = Doer.VISITOR;
    private CaseRef caseRef;
    private boolean handled;
    private boolean underWay;
    private boolean stands;

    RequestedAct(HttpServletRequest request, Function<Deed, String> lines) {
        this.request = request;
        this.lines = lines;
        this.content = changes() ? new Content(request) : null;
    }

    @Override
    public boolean changes() {
        return !SAFE.contains(request.getMethod());
    }

    @Override
    public String written() {
        return line(Outcome.WRITTEN, null);
    }

    @Override
    public void stands() {
        stands = true;
    }

    boolean hasStood() {
        return stands;
    }

    String line(Outcome outcome, String why) {
        return lines.apply(new Deed(changes() ? Kind.ACT : Kind.ACCESS, name(), outcome, why, caseRef(), doer(), about,
                content == null ? null : content.hash(request)));
    }

    HttpServletRequest heard() {
        return content == null ? request : content.heard(request);
    }

    /** A method of ours takes the request. */
    void isHandled(HttpServletRequest dispatched) {
        handled = true;
        underWay = true;
        if (content != null) {
            content.hearFiles(dispatched);
        }
    }

    /** The method has returned; what filters write after it is no part of the act. */
    void isOver() {
        underWay = false;
    }

    boolean isUnderWay() {
        return underWay;
    }

    boolean wasHandled() {
        return handled;
    }

    void isBy(Doer doer) {
        by = doer.insteadOf(by.principal());
    }

    void isInsteadOf(PartyId principal) {
        by = by.principal() == null && !principal.equals(by.person()) ? by.insteadOf(principal) : by;
    }

    void isOn(CaseRef known) {
        caseRef = caseRef == null ? known : caseRef;
    }

    void isAbout(PartyId party) {
        about.add(party);
    }

    Doer doer() {
        var cookie = WebUtils.getCookie(request, DEVICE);
        return by.from(request.getRemoteAddr(), (cookie == null ? "" : cookie.getValue()) + " " + request.getHeader(HttpHeaders.USER_AGENT));
    }

    PartyId person() {
        return by.person();
    }

    /** The address with names for what varies in it. */
    String path() {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var path = handled && pattern != null ? SHAPE.matcher(pattern.toString()).replaceAll("{$1}") : request.getRequestURI();
        return path.substring(0, Math.min(LONGEST_PATH, path.length()));
    }

    private String name() {
        return request.getMethod() + " " + path();
    }

    private CaseRef caseRef() {
        if (caseRef == null && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            caseRef = variables.values().stream().map(String::valueOf).filter(CaseRef::isCaseNumber).findFirst().map(CaseRef::of).orElse(null);
        }
        return caseRef;
    }
}
