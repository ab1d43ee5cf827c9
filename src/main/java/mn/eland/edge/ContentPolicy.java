package mn.eland.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import mn.eland.edge.web.RequestWatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What a browser may do on our pages, and who watches the requests: the same for every chain. */
@Component
class ContentPolicy implements Customizer<HttpSecurity> {

    private static final String COMMON = "default-src 'none'; script-src 'self'; img-src 'self' data: blob:; connect-src 'self';"
            + " worker-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; form-action 'self'%s";
    private static final String PORTAL = COMMON + "; style-src 'self'; font-src 'self'";
    private static final String EDITORS = COMMON + "; style-src 'self' 'unsafe-inline'; font-src 'self' data:";
    private static final String HEADER = "Content-Security-Policy";

    private final String upgrade;
    /** Where a form may lead on to besides our own pages: to an issuer elsewhere, at the sign-out. */
    private final String onward;
    private final ObjectProvider<RequestWatch> watches;

    ContentPolicy(@Value("${eland.base-url}") String baseUrl, @Value("${eland.keycloak.issuer:}") URI issuer, ObjectProvider<RequestWatch> watches) {
        this.onward = issuer.getHost() == null ? "" : " " + issuer.getScheme() + "://" + issuer.getAuthority();
        this.watches = watches;
        this.upgrade = baseUrl.startsWith("https:") ? "; upgrade-insecure-requests" : "";
    }

    @Override
    public void customize(HttpSecurity http) {
        watches.orderedStream().forEach(watch -> http.addFilterAfter(new Watched(watch), SecurityContextHolderFilter.class));
        try {
            http.headers(headers -> headers
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                    .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(permissions -> permissions.policy("camera=(self), microphone=(), geolocation=(self), payment=()"))
                    .addHeaderWriter((request, response) -> {
                        if (!response.containsHeader(HEADER)) {
                            response.setHeader(HEADER, policy(request).formatted(onward) + upgrade);
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

    /** A watch as a filter of a chain. */
    private static final class Watched extends OncePerRequestFilter {

        private final RequestWatch watch;

        private Watched(RequestWatch watch) {
            this.watch = watch;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
                throws ServletException, IOException {
            watch.watch(request, response, rest);
        }
    }
}
