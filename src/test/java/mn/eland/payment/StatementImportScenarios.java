package mn.eland.payment;

import static mn.eland.payment.Payments.Purpose.DEPOSIT;
import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.kernel.ElandClock;
import mn.eland.payment.collection.StatementImport;
import mn.eland.payment.spi.Bank.StatementLine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The bank's gateway is down, and an escrow officer brings the statement by hand. */
@PaymentTest
class StatementImportScenarios extends EscrowScenario {

    @Autowired StatementImport imports;

    @Test
    void theFileBooksWhatTheGatewayWouldHaveBookedAndNeitherBooksItTwice() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var paid = bank.receives(Deal.DEPOSIT, deal + "-D", Deal.BUYER_IBAN);
        var left = bank.receives(-4_321, "=cmd|'/c calc'!A1", null);
        bank.down = true;

        var file = "account,record,tranDate,amount,balance,description,relatedAccount,journal\n" + row(paid, Deal.DEPOSIT) + row(left, Deal.DEPOSIT - 4_321);
        var first = imports.take(Deal.SUVD, "=khuulga.csv", file).get();
        var second = imports.take(Deal.SUVD, "khuulga.csv", file).get();

        assertThat(first).isEqualTo(new StatementImport.Imported(2, 1, 1));
        assertThat(second).isEqualTo(new StatementImport.Imported(2, 0, 0));
        eventually(() -> engine.assertThat(deal).hasPassed("escrowCollected").isEnded());
        bank.down = false;
        statement.read();
        assertThat(held()).isEqualTo(Deal.DEPOSIT);
        assertThat(unplaced.findings(Deal.SUVD).get()).filteredOn(line -> line.record() == left.record()).singleElement()
                .satisfies(line -> assertThat(line.description()).isEqualTo("'=cmd|'/c calc'!A1"));
        assertThat(imports.take(Deal.HEAD, "khuulga.csv", file).refusal().code()).isEqualTo("ESCROW_OFFICERS_ONLY");
    }

    @Test
    void aFileMayNameTheOwnAccountOfTheDeal() {
        collect(DEPOSIT, Deal.DEPOSIT);
        var number = payments.account(deal);
        var paid = bank.receivesAt(number, Deal.DEPOSIT, "baraa", Deal.BUYER_IBAN);
        bank.down = true;

        imports.take(Deal.SUVD, "khuulga.csv", "данс,бичилт,огноо,дүн,үлдэгдэл,гүйлгээний утга,харьцсан данс,журнал,виртуал данс\n"
                + row(paid, Deal.DEPOSIT).strip() + "," + number.substring(8) + "\n").get();
        bank.down = false;
        statement.read();

        assertThat(held()).isEqualTo(Deal.DEPOSIT);
    }

    private static String row(StatementLine line, long balance) {
        return "MN020005999900000001,%d,%s,%d,%d,%s,%s,%s\n".formatted(line.record(), java.time.LocalDate.ofInstant(line.at(), ElandClock.ULAANBAATAR),
                line.amountTugrug(), balance, line.description(), line.relatedAccount() == null ? "" : line.relatedAccount(), line.journalNo());
    }
}
