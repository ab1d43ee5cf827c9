package mn.eland.edge.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import mn.eland.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Turns a refusal into words, a problem of RFC 9457, or a whole answer, in the language of the person. */
@Component
public class Refusals {

    /** Attribute of the request with the code of the refusal that was put into words last. */
    public static final String CODE = Refusals.class.getName() + ".code";
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final MessageSource messages;
    private final Words words;

    Refusals(MessageSource messages, Words words) {
        this.messages = messages;
        this.words = words;
    }

    /** What happened and what to do next, as a sentence. */
    public String text(Refusal refusal, Locale locale) {
        return text(status(refusal), refusal.code(), refusal.arguments(), locale);
    }

    public String text(Refusal refusal) {
        return text(refusal, LocaleContextHolder.getLocale());
    }

    /** The text of any code; a code without a text of its own gets that of its status. */
    public String text(HttpStatusCode status, String code, Map<String, Object> arguments, Locale locale) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(CODE, code, RequestAttributes.SCOPE_REQUEST);
        }
        var pattern = messages.getMessage("refusal." + code, null, null, locale);
        if (pattern == null) {
            LOG.error("No text for refusal.{}", code);
            pattern = messages.getMessage("problem.detail." + status.value(), null, code, locale);
        }
        return words.fill(pattern, arguments, locale);
    }

    public ProblemDetail problem(Refusal refusal, Locale locale) {
        return problem(status(refusal), refusal.code(), refusal.field(), refusal.arguments(), locale);
    }

    /** @param field the input to correct, or null */
    public ProblemDetail problem(HttpStatusCode status, String code, String field, Map<String, Object> arguments, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(status, text(status, code, arguments, locale));
        problem.setTitle(messages.getMessage("problem.title." + status.value(), null, "HTTP " + status.value(), locale));
        problem.setType(URI.create("urn:eland:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setProperty("code", code);
        if (field != null) {
            problem.setProperty("field", field);
        }
        return problem;
    }

    public ResponseEntity<ProblemDetail> answer(Refusal refusal) {
        var problem = problem(refusal, LocaleContextHolder.getLocale());
        return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    /**
     * The texts of refusals by the field they belong to; what belongs to none goes to the head of the page, as its attributes
     * {@code refused} and {@code refusedCode}.
     */
    public Map<String, String> show(List<Refusal> refusals, Predicate<String> isField, Model model) {
        var errors = new LinkedHashMap<String, String>();
        for (var refusal : refusals) {
            if (isField.test(refusal.field())) {
                errors.putIfAbsent(refusal.field(), text(refusal));
            } else {
                model.addAttribute("refused", text(refusal));
                model.addAttribute("refusedCode", refusal.code());
            }
        }
        return errors;
    }

    public static HttpStatus status(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
            case CONFLICT -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case EXPIRED -> HttpStatus.GONE;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case BLIND -> HttpStatus.PRECONDITION_REQUIRED;
        };
    }
}
