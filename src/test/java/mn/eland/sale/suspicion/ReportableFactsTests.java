package mn.eland.sale.suspicion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mn.eland.kernel.Money;
import mn.eland.payment.Inflow;
import org.junit.jupiter.api.Test;

class ReportableFactsTests {

    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final Money PRICE = Money.of(285_000_000);

    @Test
    void beforeAnyPaymentThePriceStandsForTheAmount() {
        assertThat(ReportableFacts.money(List.of(), PRICE).raw()).containsEntry("method", "TRANSFER").containsEntry("amountMnt", 285_000_000L);
    }

    @Test
    void cashIsAskedAboutWithTheSumOfTheCashAndItsDensestWeek() {
        var paid = List.of(cash(0, 15_000_000), cash(3, 16_000_000), cash(6, 17_000_000), cash(20, 19_000_000), transfer("MN1", 200_000_000));

        assertThat(ReportableFacts.money(paid, PRICE).raw()).containsEntry("method", "CASH").containsEntry("amountMnt", 67_000_000L)
                .containsEntry("cash7dSum", 48_000_000L).containsEntry("cash7dCount", 3L).containsEntry("crossBorder", false);
    }

    @Test
    void anAccountAbroadMakesAForeignSettlement() {
        assertThat(ReportableFacts.money(List.of(transfer("DE89370400440532013000", 30_000_000), transfer("MN1", 1)), PRICE).raw())
                .containsEntry("crossBorder", true).containsEntry("amountMnt", 30_000_000L).containsEntry("method", "TRANSFER");
    }

    private static Inflow cash(int day, long amount) {
        return new Inflow(MONDAY.plus(Duration.ofDays(day)), Money.of(amount), true, "Бат", null, Inflow.Whose.UNKNOWN);
    }

    private static Inflow transfer(String account, long amount) {
        return new Inflow(MONDAY, Money.of(amount), false, "Бат", account, Inflow.Whose.STRANGER);
    }
}
