package mn.eland.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import mn.eland.edge.limits.BodyRefused;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/** Whatever went wrong becomes a problem for a call and a page for a person, in their language, without a stack trace. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorAnswers {

    private static final Map<HttpStatus, String> PLAIN = Map.of(HttpStatus.FORBIDDEN, "NOT_ALLOWED",
            HttpStatus.UNAUTHORIZED, "NOT_SIGNED_IN", HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR");
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private final Refusals refusals;
    private final LocaleResolver locales;
    private final PageModel pageModel;

    ErrorAnswers(Refusals refusals, LocaleResolver locales, PageModel pageModel) {
        this.refusals = refusals;
        this.locales = locales;
        this.pageModel = pageModel;
    }

    @ExceptionHandler(RefusedException.class)
    Object refused(RefusedException refused, HttpServletRequest request) {
        var refusal = refused.refusal();
        return answer(request, Refusals.status(refusal), refusal.code(), refusal.field(), refusal.arguments());
    }

    @ExceptionHandler(NoSuchElementException.class)
    Object notFound(NoSuchElementException missing, HttpServletRequest request) {
        LOG.debug("Not found: {}", missing.getMessage());
        return answer(request, HttpStatus.NOT_FOUND, "NOT_FOUND", null, Map.of());
    }

    @ExceptionHandler(ConcurrencyFailureException.class)
    Object tooLate(ConcurrencyFailureException conflict, HttpServletRequest request) {
        LOG.info("Two at once at {}: {}", request.getRequestURI(), conflict.getMessage());
        return answer(request, HttpStatus.CONFLICT, "SOMEBODY_WAS_FASTER", null, Map.of());
    }

    @ExceptionHandler(Outcome.NotDone.class)
    Object tooLate(Outcome.NotDone undone, HttpServletRequest request) throws Exception {
        if (!undone.isConflict()) {
            return unexpected(undone, request);
        }
        LOG.info("Two at once at {}: {}", request.getRequestURI(), undone.getMessage());
        return answer(request, HttpStatus.CONFLICT, undone.refusal().code(), undone.refusal().field(), undone.refusal().arguments());
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class,
        MissingServletRequestParameterException.class, MethodArgumentNotValidException.class})
    Object badInput(Exception wrong, HttpServletRequest request) {
        var refused = BodyRefused.in(wrong);
        if (refused.isPresent()) {
            return answer(request, HttpStatus.valueOf(refused.get().status()), refused.get().code(), null, Map.of());
        }
        return answer(request, HttpStatus.BAD_REQUEST, "INPUT_NOT_READABLE", field(wrong), Map.of("field", String.valueOf(field(wrong))));
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object tooLarge(MaxUploadSizeExceededException wrong, HttpServletRequest request) {
        return answer(request, HttpStatus.PAYLOAD_TOO_LARGE, "FILE_TOO_LARGE", null, Map.of());
    }

    /** The person has gone: there is nobody to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {
    }

    @ExceptionHandler(Exception.class)
    Object unexpected(Exception error, HttpServletRequest request) throws Exception {
        if (error instanceof AuthenticationException || error instanceof AccessDeniedException) {
            throw error;
        }
        if (error instanceof ErrorResponse known) {
            return answer(request, HttpStatus.valueOf(known.getStatusCode().value()), null, null, Map.of());
        }
        var incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Incident {} at {} {}", incident, request.getMethod(), request.getRequestURI(), error);
        return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", null, Map.of("incident", incident));
    }

    /** @param code null takes the plain code of the status */
    Object answer(HttpServletRequest request, HttpStatus status, String code, String field, Map<String, Object> arguments) {
        var locale = locales.resolveLocale(request);
        var path = PageModel.path(request);
        var known = code == null ? PLAIN.getOrDefault(status, status.name()) : code;
        if (path.startsWith("/api/")) {
            var problem = refusals.problem(status, known, field, arguments, locale);
            problem.setInstance(URI.create(path));
            return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
        }
        var page = new ModelAndView("edge/error", status);
        page.addObject("status", status.value());
        page.addObject("code", known);
        page.addObject("text", refusals.text(status, known, arguments, locale));
        pageModel.fill(request, page);
        return page;
    }

    private static String field(Exception wrong) {
        if (wrong instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatch.getName();
        }
        if (wrong instanceof MissingServletRequestParameterException missing) {
            return missing.getParameterName();
        }
        return wrong instanceof MethodArgumentNotValidException invalid && invalid.getFieldError() != null
                ? invalid.getFieldError().getField() : null;
    }
}
