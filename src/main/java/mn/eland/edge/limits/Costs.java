package mn.eland.edge.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What a request takes from the allowance of who asks, in units of a plain page. The only table of costs: what stands in none of
 * its rows costs one unit. {@code docs/security.md} repeats it for readers.
 */
public enum Costs {

    FREE(0, "files and pictures that a browser keeps, and whether we live", "GET /assets/**", "GET /pictures/**", "GET /css/**", "GET /js/**",
            "GET /img/**", "GET /icons/**",
            "GET /fonts/**", "GET /vendor/**", "GET /favicon.*", "GET /apple-touch-icon.png", "GET /actuator/health/**", "GET /error"),
    SEARCH(4, "reads the whole market or the whole trail; page by page it could be carried off", "GET /properties", "GET /properties/suggestions",
            "GET /api/v1/properties", "GET /api/v1/properties/facets", "GET /audit", "GET /api/v1/audit/records"),
    SIGNATURES(15, "looks into a whole PDF and at its certificates", "POST /verify/signatures", "POST /api/v1/verifications/signatures"),
    CHECK(4, "tries a code that stands on a paper", "GET /verify/*", "POST /verify/*", "GET /api/v1/verifications/*"),
    OUTSIDE(10, "asks a system outside, which counts our requests too", "POST /deals/*/pay/*/qr", "POST /deals/*/pay/*/check",
            "POST /api/v1/payments/*/collections/*/qr", "POST /api/v1/payments/*/collections/*/check", "POST /account/capacities/*",
            "POST /api/v1/capacities/*", "POST /verification", "POST /api/v1/verification"),
    FILE(15, "prints, opens or draws anew a whole file", "GET /documents/*/pdf", "GET /api/v1/contracts/*/pdf", "GET /papers/*",
            "GET /api/v1/papers/*",
            "GET /deals/*/tax-receipt/file", "GET /api/v1/sales/*/tax-receipt/file", "POST /deals/*/papers", "POST /api/v1/sales/*/papers",
            "POST /deals/*/tax-receipt", "POST /api/v1/sales/*/tax-receipt", "POST /deals/*/receipts/*", "POST /api/v1/sales/*/receipts/*",
            "POST /deals/*/payouts/*/receipt", "POST /api/v1/sales/*/payouts/*/receipt", "POST /payments/reconciliation/statement",
            "POST /api/v1/payments/reconciliations/statement", "POST /compliance/lists", "POST /api/v1/compliance/lists"),
    CODE(30, "sends a letter or a text message to somebody, which costs money", "POST /documents/*/code", "POST /api/v1/contracts/*/code",
            "POST /register", "POST /register/foreigner", "POST /api/v1/auth/registrations/foreigners",
            "POST /register/*/codes", "POST /api/v1/auth/registrations", "POST /api/v1/auth/registrations/*/codes", "POST /password/forgotten",
            "POST /api/v1/auth/password-links"),
    EXPORT(60, "collects all there is about a person or about many days", "POST /me/exports", "POST /api/v1/me/exports", "GET /me/exports/*",
            "GET /api/v1/me/exports/*/file", "GET /audit/export", "GET /api/v1/audit/export", "GET /compliance/reports/file.*",
            "GET /api/v1/compliance/reports/file.*");

    /** What a page or call costs that stands in no row. */
    public static final int PLAIN = 1;

    private final int units;
    private final String reason;
    private final List<Place> places;

    Costs(int units, String reason, String... places) {
        this.units = units;
        this.reason = reason;
        this.places = Stream.of(places).map(Place::of).toList();
    }

    public int units() {
        return units;
    }

    public String reason() {
        return reason;
    }

    /** Method and address of each, as they are written here. */
    public List<String> places() {
        return places.stream().map(Place::toString).toList();
    }

    /** Units of this request. */
    public static int of(HttpServletRequest request) {
        return of(request.getMethod(), request.getRequestURI());
    }

    static int of(String method, String path) {
        var parsed = PathContainer.parsePath(path);
        return Arrays.stream(values()).filter(cost -> cost.places.stream().anyMatch(place -> place.isOf(method, parsed))).mapToInt(Costs::units)
                .findFirst().orElse(PLAIN);
    }

    private record Place(String method, PathPattern path) {

        static Place of(String text) {
            var words = text.split(" ");
            return new Place(words[0], PathPatternParser.defaultInstance.parse(words[1]));
        }

        boolean isOf(String asked, PathContainer where) {
            return method.equals(asked.equals("HEAD") ? "GET" : asked) && path.matches(where);
        }

        @Override
        public String toString() {
            return method + " " + path.getPatternString();
        }
    }
}
