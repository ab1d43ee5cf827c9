package mn.eland.sale.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a price may go at once. */
class PriceTermsTests {

    @ParameterizedTest
    @CsvSource({"285000000, true", "270750000, true", "270749999, false", "299250000, true", "299250001, false", "1, false"})
    void theMarginCountsFromTheApprovedPriceToTheTugrug(long price, boolean atOnce) {
        var terms = terms(Money.of(285_000_000));

        assertThat(terms.isAtOnce(Money.of(price))).isEqualTo(atOnce);
        assertThat(terms).returns(Money.of(270_750_000), PriceTerms::least).returns(Money.of(299_250_000), PriceTerms::most);
    }

    @Test
    void aDraftThatNobodyHasLookedAtMayAskAnything() {
        var terms = terms(null);

        assertThat(terms.isAtOnce(Money.of(1))).isTrue();
        assertThat(terms.least()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"200000000, 180000000, -10", "200000000, 201000000, 1", "3, 4, 33"})
    void aChangeSaysHowFarItGoes(long from, long to, long percent) {
        var someone = new PartyId(new UUID(0, 1));
        var change = new PriceChange(CaseRef.of("L-2026-000001"), Money.of(from), Money.of(to), someone, someone, "", Instant.EPOCH, null, "WAITING", null);

        assertThat(change.percent()).isEqualTo(percent);
        assertThat(change.isWaiting()).isTrue();
    }

    private static PriceTerms terms(Money approved) {
        return new PriceTerms(null, 1, approved, 5, null, List.of(), List.of());
    }
}
