package mn.eland.edge;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Pages of others that may use our calls from a browser: those that {@code eland.cors.origins} names, letter by letter, nobody by
 * default. Calls know a token and no cookie, so nothing is sent along that the page does not have itself.
 */
@Component
class CorsOrigins {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final List<String> ASKED = List.of("Authorization", "Content-Type", "Accept-Language", "Idempotency-Key", "If-Match",
            "API-Version");
    private static final List<String> TOLD = List.of("Location", "ETag", "Retry-After", "RateLimit", "RateLimit-Policy", "Idempotency-Replayed",
            "API-Version", "Deprecation", "Sunset", "Link", "Content-Disposition");

    private final List<String> origins;

    /** @throws IllegalArgumentException for a star, a path, or an address that is neither HTTPS nor this machine */
    CorsOrigins(@Value("${eland.cors.origins:}") List<String> origins) {
        this.origins = origins.stream().map(String::strip).filter(origin -> !origin.isEmpty()).toList();
        this.origins.forEach(CorsOrigins::check);
    }

    private static void check(String origin) {
        var address = origin.contains("*") ? URI.create("") : URI.create(origin);
        boolean isOrigin = address.getHost() != null && address.getRawPath().isEmpty() && address.getRawQuery() == null
                && address.getUserInfo() == null;
        if (!isOrigin || !"https".equals(address.getScheme()) && !"localhost".equals(address.getHost())) {
            throw new IllegalArgumentException("eland.cors.origins names no origin with HTTPS: " + origin);
        }
    }

    CorsConfigurationSource ofCalls() {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(METHODS);
        cors.setAllowedHeaders(ASKED);
        cors.setExposedHeaders(TOLD);
        cors.setAllowCredentials(false);
        cors.setMaxAge(Duration.ofHours(1));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", cors);
        return source;
    }
}
