package mn.eland.integration.khan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.integration.IntegrationTest;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Iban;
import mn.eland.payment.spi.Bank;
import mn.eland.payment.spi.Bank.Transfer;
import mn.eland.payment.spi.Bank.TransferResult.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class KhanContractTests {

    private static final String SELLER_IBAN = "MN650005999900001001";
    private static final String BUYER_IBAN_IN_ANOTHER_BANK = "MN060032999900001004";

    @Autowired Bank bank;
    @Autowired Simulators simulators;
    @Autowired ElandClock clock;

    @AfterEach
    void allIsWellAgain() {
        simulators.allSwitchesOff();
        clock.reset();
    }

    @Test
    void theNameOfAnAccountInAnyBankIsKnown() {
        assertThat(bank.nameOf(SELLER_IBAN)).hasValue(new Bank.AccountName(SELLER_IBAN, "Ганболдын Тэмүүлэн", "050000"));
        assertThat(bank.nameOf(BUYER_IBAN_IN_ANOTHER_BANK)).map(Bank.AccountName::name).hasValue("Лхагвын Мөнхзул");
        assertThat(bank.nameOf("MN000005111100001111")).isEmpty();
    }

    private Transfer order(String marker, String iban, String name, long amount, String text) {
        return new Transfer(marker, iban, name, bank.nameOf(iban).map(Bank.AccountName::bankCode).orElse("050000"), amount, text);
    }

    @Test
    void whichBankKeepsAnAccountIsSaidByTheRegisterAndNotByTheIban() {
        simulators.openAccount("MN850039999900000008", "М банкны данс");

        assertThat(bank.nameOf("MN850039999900000008")).map(Bank.AccountName::bankCode).hasValue("390000");
    }

    @Test
    void aTransferIsFoundByItsMarkerWhateverSumWasBooked() {
        simulators.switchOn("khan", "transferDomestic", Behaviour.LIE, "999", 1);

        bank.transfer(order("T-other", SELLER_IBAN, "Ганболдын Тэмүүлэн", 1_000, "x"));

        assertThat(bank.find("T-other", clock.today())).map(Bank.StatementLine::amountTugrug).hasValue(-999L);
    }

    @Test
    void moneyInsideTheBankIsBookedAndFoundByItsMarker() {
        var result = bank.transfer(order("S-2026-000001:payOut:1", SELLER_IBAN, "Ганболдын Тэмүүлэн", 7_000_000, "Үнэ"));

        assertThat(result.state()).isEqualTo(State.BOOKED);
        assertThat(bank.find("S-2026-000001:payOut:1", clock.today())).hasValueSatisfying(line -> {
            assertThat(line.amountTugrug()).isEqualTo(-7_000_000);
            assertThat(line.journalNo()).isEqualTo(result.journalNo());
            assertThat(line.description()).isEqualTo("CODE: S-2026-000001:payOut:1 Үнэ");
        });
        assertThat(bank.find("S-2026-000001:payOut", clock.today())).isEmpty();
    }

    @Test
    void largeSumsReachAnotherBankOnTheNextWorkingDay() {
        var result = bank.transfer(order("T-large", BUYER_IBAN_IN_ANOTHER_BANK, "Лхагвын Мөнхзул", 5_000_001, "Буцаалт"));

        assertThat(result.state()).isEqualTo(State.BOOKED);
        var order = simulators.call("GET", "/simulators/khan/interbank-orders", null).get(0);
        assertThat(order.path("journal").asText()).isEqualTo(result.journalNo());
        assertThat(order.path("valueDate").asText()).isGreaterThan(clock.today().toString());
    }

    @Test
    void anUnknownAccountIsRefusedAndNothingIsBooked() {
        var result = bank.transfer(order("T-none", "MN000005111100001111", "Хэн ч биш", 10, "x"));

        assertThat(result.state()).isEqualTo(State.REFUSED);
        assertThat(bank.find("T-none", clock.today())).isEmpty();
    }

    @Test
    void aTimeOutAfterBookingIsUnknownAndTheStatementSaysBooked() {
        simulators.switchOnOnce("khan", "transferDomestic", Behaviour.TIMEOUT_AFTER);

        var result = bank.transfer(order("T-after", SELLER_IBAN, "Ганболдын Тэмүүлэн", 123, "x"));

        assertThat(result.state()).isEqualTo(State.UNKNOWN);
        assertThat(bank.find("T-after", clock.today())).isPresent();
    }

    @Test
    void aTimeOutBeforeBookingIsUnknownAndTheStatementSaysNothing() {
        simulators.switchOnOnce("khan", "transferDomestic", Behaviour.TIMEOUT_BEFORE);

        var result = bank.transfer(order("T-before", SELLER_IBAN, "Ганболдын Тэмүүлэн", 124, "x"));

        assertThat(result.state()).isEqualTo(State.UNKNOWN);
        assertThat(bank.find("T-before", clock.today())).isEmpty();
    }

    @Test
    void anErrorOfTheBankIsUnknownToo() {
        simulators.switchOnOnce("khan", "transferDomestic", Behaviour.ERROR);

        assertThat(bank.transfer(order("T-500", SELLER_IBAN, "Ганболдын Тэмүүлэн", 125, "x")).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void theBankDoesNotRecogniseARepeatedOrder() {
        var order = order("T-twice", SELLER_IBAN, "Ганболдын Тэмүүлэн", 126, "x");

        var first = bank.transfer(order);
        var second = bank.transfer(order);

        assertThat(second.journalNo()).isNotEqualTo(first.journalNo());
    }

    @Test
    void aTransferTheBankTookBackIsNotFound() {
        bank.transfer(order("T-back", SELLER_IBAN, "Ганболдын Тэмүүлэн", 127, "x"));
        var line = bank.find("T-back", clock.today()).orElseThrow();

        simulators.correctEntry(line.record());

        assertThat(bank.find("T-back", clock.today())).isEmpty();
        assertThat(bank.statementAfter(line.record())).last().satisfies(back -> {
            assertThat(back.correction()).isTrue();
            assertThat(back.amountTugrug()).isEqualTo(127);
        });
    }

    @Test
    void moneyInIsReadAfterARecordNumber() {
        simulators.transferIn("S-2026-000009 барьцаа", 30_000_000, BUYER_IBAN_IN_ANOTHER_BANK, "Лхагвын Мөнхзул");
        var lines = bank.statementAfter(0);
        var last = lines.get(lines.size() - 1);

        simulators.transferIn("S-2026-000010 барьцаа", 1, BUYER_IBAN_IN_ANOTHER_BANK, "Лхагвын Мөнхзул");

        assertThat(last.amountTugrug()).isEqualTo(30_000_000);
        assertThat(last.relatedAccount()).isEqualTo(BUYER_IBAN_IN_ANOTHER_BANK);
        assertThat(bank.statementAfter(last.record())).singleElement()
                .satisfies(line -> assertThat(line.description()).isEqualTo("S-2026-000010 барьцаа"));
    }

    @Test
    void moneyToANumberOfTheRangeIsInTheStatementOfTheAccountAndNamesTheNumber() {
        var number = Iban.of("0005", "998126000009").value();
        long before = bank.statementAfter(0).stream().mapToLong(Bank.StatementLine::record).max().orElse(0);

        simulators.transferInTo(number, "хэн нэгний утга", 77, BUYER_IBAN_IN_ANOTHER_BANK);
        simulators.transferIn("S-2026-000011", 78, BUYER_IBAN_IN_ANOTHER_BANK, "Лхагвын Мөнхзул");

        assertThat(bank.statementAfter(before)).extracting(Bank.StatementLine::virtualAccount).containsExactly(number, null);
        assertThat(bank.nameOf(number)).map(Bank.AccountName::name).hasValue("ИЛАНД ХХК эскроу");
        assertThat(bank.nameOf(Iban.of("0005", "997126000009").value())).isEmpty();
    }

    @Test
    void aDayOfTheAccountAddsUp() {
        bank.transfer(order("T-day", SELLER_IBAN, "Ганболдын Тэмүүлэн", 128, "x"));

        var day = bank.statementOf(clock.today());

        assertThat(day.openingTugrug() + day.lines().stream().mapToLong(Bank.StatementLine::amountTugrug).sum()).isEqualTo(day.closingTugrug());
        assertThat(bank.statementOf(clock.today().minusYears(1))).isEqualTo(new Bank.DayStatement(null, null, java.util.List.of()));
    }

    @Test
    void whileTheBankClosesItsDayTheNightStatementIsAsked() {
        bank.transfer(order("T-night", SELLER_IBAN, "Ганболдын Тэмүүлэн", 129, "x"));
        simulators.switchOn("khan", "nightStatement", Behaviour.LIE, "true", 1);

        var day = bank.statementOf(clock.today());

        assertThat(day.lines()).anyMatch(line -> line.description().contains("T-night"));
        assertThat(simulators.exchanges("khan")).extracting(exchange -> exchange.path("operation").asText())
                .filteredOn(operation -> operation.startsWith("statement")).first().isEqualTo("statementAtNight");
    }

    @Test
    void aTokenIsKeptTwentyNineMinutes() {
        clock.passes(Duration.ofMinutes(30));
        bank.statementAfter(0);
        long before = signIns();

        bank.statementAfter(0);
        clock.passes(Duration.ofMinutes(28));
        bank.statementAfter(0);
        assertThat(signIns()).isEqualTo(before);

        clock.passes(Duration.ofMinutes(1));
        bank.statementAfter(0);
        assertThat(signIns()).isEqualTo(before + 1);
    }

    @Test
    void aTokenOfATimeThatIsYetToComeIsNotKept() {
        clock.passes(Duration.ofMinutes(40));
        bank.statementAfter(0);
        long before = signIns();

        clock.reset();
        bank.statementAfter(0);
        bank.statementAfter(0);
        assertThat(signIns()).isEqualTo(before + 1);
    }

    private long signIns() {
        return simulators.exchanges("khan").stream().filter(row -> row.path("operation").asText().equals("token")).count();
    }

    @Test
    void aQuestionWithoutAnAnswerMayBeRepeated() {
        simulators.switchOnOnce("khan", "statementAfter", Behaviour.ERROR);

        assertThatThrownBy(() -> bank.statementAfter(0)).isInstanceOf(Bank.Unavailable.class);
    }

    @Test
    void whatMovesMoneyIsMaskedInTheLog() {
        bank.transfer(order("T-log", SELLER_IBAN, "Ганболдын Тэмүүлэн", 1, "ЯЯ93121643"));

        assertThat(simulators.exchanges("khan").get(0).path("request").asText()).contains("\"tranPassword\":\"•••\"")
                .contains("ЯЯ••••••43").doesNotContain("sandbox");
    }
}
