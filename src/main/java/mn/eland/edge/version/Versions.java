package mn.eland.edge.version;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Says with each answer of a call that goes away since when, until when, and what does the same. */
@Component
public class Versions implements HandlerInterceptor {

    /** Header of every answer of a call, and of who asks for a version by name. */
    public static final String HEADER = "API-Version";
    /** The one version there is; it stands in the addresses too. */
    public static final String CURRENT = "1";
    public static final String DEPRECATION = "Deprecation";
    public static final String SUNSET = "Sunset";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var retired = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Retired.class);
            if (retired != null) {
                response.setHeader(DEPRECATION, deprecation(retired));
                response.setHeader(SUNSET, sunset(retired));
                response.setHeader(HttpHeaders.LINK, "<" + retired.instead() + ">; rel=\"successor-version\"");
            }
        }
        return true;
    }

    /** A date of RFC 9651: an at sign and seconds. */
    static String deprecation(Retired retired) {
        return "@" + LocalDate.parse(retired.since()).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    static String sunset(Retired retired) {
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US).format(LocalDate.parse(retired.until())
                .atStartOfDay(ZoneOffset.UTC));
    }
}
