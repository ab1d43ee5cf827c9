package mn.eland.audit.catching;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mn.eland.audit.Deed.Outcome;
import mn.eland.edge.web.Refusals;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What a request was answered: a refusal is a status, a way back with a reason, or a way to the sign-in. */
record Answer(Outcome outcome, String why, int status) {

    private static final String REASON = "refusedCode";

    Answer(Outcome outcome, String why) {
        this(outcome, why, HttpStatus.INTERNAL_SERVER_ERROR.value());
    }

    static Answer of(HttpServletRequest request, HttpServletResponse response) {
        int status = response.getStatus();
        var back = RequestContextUtils.getOutputFlashMap(request);
        if (back != null && back.containsKey(REASON)) {
            return new Answer(Outcome.REFUSED, String.valueOf(back.get(REASON)), status);
        }
        if (status >= HttpStatus.BAD_REQUEST.value()) {
            var code = request.getAttribute(Refusals.CODE);
            return new Answer(status >= HttpStatus.INTERNAL_SERVER_ERROR.value() ? Outcome.FAILED : Outcome.REFUSED,
                    code == null ? HttpStatus.valueOf(status).name() : code.toString(), status);
        }
        var to = String.valueOf(response.getHeader(HttpHeaders.LOCATION));
        if (to.contains("/sign-in?error")) {
            return new Answer(Outcome.REFUSED, "SIGN_IN_REFUSED", status);
        }
        boolean isAsked = to.contains("/oauth2/authorization/") && !request.getRequestURI().startsWith("/sign-in");
        return isAsked ? new Answer(Outcome.REFUSED, "NOT_SIGNED_IN", status) : new Answer(Outcome.DONE, null, status);
    }
}
