package mn.eland.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of an answer: what the address says ({@code ?lang=}), else what was chosen before, else English for a browser
 * that asks for it first, else Mongolian.
 */
@Component("localeResolver")
class Languages implements LocaleResolver {

    static final String PARAMETER = "lang";
    static final String COOKIE = "ELAND_LANG";
    static final Locale MONGOLIAN = Locale.forLanguageTag("mn");
    private static final String RESOLVED = Languages.class.getName();
    private static final Duration YEAR = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(RESOLVED) instanceof Locale known) {
            return known;
        }
        var locale = resolve(request);
        request.setAttribute(RESOLVED, locale);
        return locale;
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        request.setAttribute(RESOLVED, locale);
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, locale.getLanguage()).path("/").httpOnly(true)
                .secure(request.isSecure()).sameSite("Lax").maxAge(YEAR).build().toString());
    }

    /** The language the address asks for, or null. */
    static Locale asked(HttpServletRequest request) {
        return ours(request.getParameter(PARAMETER));
    }

    private static Locale resolve(HttpServletRequest request) {
        var asked = asked(request);
        if (asked != null) {
            return asked;
        }
        var cookie = WebUtils.getCookie(request, COOKIE);
        var chosen = cookie == null ? null : ours(cookie.getValue());
        if (chosen != null) {
            return chosen;
        }
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null && request.getLocale().getLanguage().equals("en")
                ? Locale.ENGLISH : MONGOLIAN;
    }

    private static Locale ours(String tag) {
        return "mn".equals(tag) ? MONGOLIAN : "en".equals(tag) ? Locale.ENGLISH : null;
    }
}
