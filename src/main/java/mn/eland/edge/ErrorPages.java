package mn.eland.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import mn.eland.edge.limits.Allowance;
import mn.eland.edge.limits.BodyRefused;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for what failed before or after a controller. */
@Controller
class ErrorPages implements ErrorController {

    private final ErrorAnswers answers;

    ErrorPages(ErrorAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND;
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            return answers.answer(request, HttpStatus.FORBIDDEN, "PAGE_OUTDATED", null, Map.of());
        }
        if (request.getAttribute(Allowance.WAIT_SECONDS) instanceof Long seconds) {
            return answers.answer(request, HttpStatus.TOO_MANY_REQUESTS, null, null, Map.of("seconds", seconds));
        }
        if (request.getAttribute(BodyRefused.class.getName()) instanceof BodyRefused refused) {
            return answers.answer(request, HttpStatus.valueOf(refused.status()), refused.code(), null, Map.of());
        }
        return answers.answer(request, status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, null, null, Map.of());
    }
}
