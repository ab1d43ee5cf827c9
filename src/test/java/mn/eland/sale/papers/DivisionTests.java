package mn.eland.sale.papers;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.kernel.Money;
import org.junit.jupiter.api.Test;

class DivisionTests {

    @Test
    void theBankOfTheSellerIsPaidOutOfTheSellersPart() {
        var parts = Division.of(Money.of(285_000_000), 0.02, true, "0.03", "0.10", Money.of(100_000_000));

        assertThat(parts.net()).isEqualTo(Money.of(169_895_000));
        assertThat(parts.tax().plus(parts.fee()).plus(parts.vat()).plus(parts.payoff()).plus(parts.net())).isEqualTo(parts.price());
        assertThat(parts.isCovered()).isTrue();
    }

    @Test
    void aDebtUpToTheWholeNetIsCoveredAndOneMoreIsNot() {
        assertThat(Division.of(Money.of(285_000_000), 0.02, true, "0.03", "0.10", Money.of(269_895_000)).isCovered()).isTrue();
        assertThat(Division.of(Money.of(285_000_000), 0.02, true, "0.03", "0.10", Money.of(269_895_001)).isCovered()).isFalse();
    }
}
