package mn.eland.sale.financing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import mn.eland.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinancingTests {

    private static final Money PRICE = Money.of(100_000_000);
    private static final Money DEPOSIT = Money.of(10_000_000);

    @ParameterizedTest
    @CsvSource({"Голомт банк,90000000,", "Голомт банк,90000001,LOAN_OUT_OF_RANGE", "Голомт банк,0,LOAN_OUT_OF_RANGE",
            "Голомт банк,,LOAN_OUT_OF_RANGE", "' ',50000000,LOAN_BANK_MISSING", ",50000000,LOAN_BANK_MISSING"})
    void aBankLendsAtMostWhatIsLeftAfterTheDeposit(String bank, Long amount, String code) {
        var wrong = Financing.loan(bank, amount == null ? null : Money.of(amount), true).wrong(PRICE, DEPOSIT);

        assertThat(wrong == null ? null : wrong.code()).isEqualTo(code);
    }

    @Test
    void ownMoneyNeedsNothingMore() {
        assertThat(Financing.own().wrong(PRICE, DEPOSIT)).isNull();
        assertThat(Financing.own().clause()).isFalse();
    }

    @Test
    void theFraudTableGetsTheRatiosOfTheLetter() {
        var lent = new LoanDecision(true, "З-1", LocalDate.of(2026, 11, 26), Money.of(84_000_000), Money.of(120_000_000), null);
        var refused = new LoanDecision(false, "З-2", LocalDate.of(2026, 11, 26), null, null, null);

        assertThat(lent.ltv()).isEqualTo(0.7);
        assertThat(lent.valuationToPrice(PRICE)).isCloseTo(1.2, within(1e-9));
        assertThat(refused.ltv()).isNull();
        assertThat(refused.valuationToPrice(PRICE)).isNull();
    }
}
