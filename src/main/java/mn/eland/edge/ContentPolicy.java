package mn.eland.edge;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/** What a browser may do on our pages: the same answer for every chain. */
@Component
class ContentPolicy implements Customizer<HttpSecurity> {

    private static final String COMMON = "default-src 'none'; script-src 'self'; img-src 'self' data: blob:; connect-src 'self';"
            + " worker-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; form-action 'self'";
    private static final String PORTAL = COMMON + "; style-src 'self'; font-src 'self'";
    private static final String EDITORS = COMMON + "; style-src 'self' 'unsafe-inline'; font-src 'self' data:";
    private static final String HEADER = "Content-Security-Policy";

    private final String upgrade;

    ContentPolicy(@Value("${eland.base-url}") String baseUrl) {
        this.upgrade = baseUrl.startsWith("https:") ? "; upgrade-insecure-requests" : "";
    }

    @Override
    public void customize(HttpSecurity http) {
        try {
            http.headers(headers -> headers
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                    .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(permissions -> permissions.policy("camera=(self), microphone=(), geolocation=(self), payment=()"))
                    .addHeaderWriter((request, response) -> {
                        if (!response.containsHeader(HEADER)) {
                            response.setHeader(HEADER, policy(request) + upgrade);
                        }
                    }));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The editors of models and the API browser write styles of their own. */
    private static String policy(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/studio/") || path.startsWith("/swagger-ui/") ? EDITORS : PORTAL;
    }
}
