package mn.eland.edge.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Component;

/**
 * Whether the acting person has proved a moment ago who he is. Asked before what a thief with somebody's open session would do
 * first: another account to be paid into, all data taken along, everything forgotten.
 */
@Component
public class Freshness {

    private static final String PROVED_AT = "auth_time";

    private final Duration freshFor;
    /** Tokens bear the time of the machine, whatever day the business plays. */
    private final Clock machine = Clock.systemUTC();

    Freshness(@Value("${eland.sign-in.fresh-for:PT5M}") Duration freshFor) {
        this.freshFor = freshFor;
    }

    public boolean isFresh() {
        return provedAt().filter(at -> at.isAfter(machine.instant().minus(freshFor))).isPresent();
    }

    /** Refused with {@code SIGN_IN_AGAIN} (forbidden) when it is longer ago, or the issuer does not say. */
    public Outcome<Void> required() {
        return isFresh() ? Outcome.done() : Outcome.refused(Refusal.forbidden("SIGN_IN_AGAIN"));
    }

    private static Optional<Instant> provedAt() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof ClaimAccessor claims
                ? Optional.ofNullable(time(claims.getClaims().get(PROVED_AT))) : Optional.empty();
    }

    private static Instant time(Object claim) {
        return claim instanceof Instant at ? at : claim instanceof Date at ? at.toInstant()
                : claim instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : null;
    }
}
