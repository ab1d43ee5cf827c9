package mn.eland.sale;

import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** A class of tests in which people walk sales on the whole application; each test leaves clock and simulators as they were. */
@ElandTest
abstract class SaleTest {

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    SaleWalk walk;
    MockMvc mvc;

    @BeforeEach
    void walk() {
        walk = new SaleWalk(context, simulators);
        mvc = SignIn.mvc(context);
    }

    @AfterEach
    void asBefore() {
        simulators.allSwitchesOff();
        walk.clock.reset();
    }

    /** What was posted for the sale under this kind. */
    Money paid(SaleId sale, String kind) {
        return walk.payments.postings(sale.caseRef()).stream().filter(posting -> posting.kind().equals(kind))
                .map(posting -> posting.amount()).reduce(Money.ZERO, Money::plus);
    }

    /** Temuulen's flat is sold to the buyer, the deposit is paid. */
    SaleId funding(String buyer, long price) {
        var sale = walk.offer(buyer, walk.publishedFlat(price), price);
        walk.accept(sale);
        walk.consents(sale);
        walk.untilStage(sale, "PRELIMINARY");
        walk.sign(sale, "temuulen", buyer);
        walk.payByQr(buyer, sale, Purpose.DEPOSIT);
        walk.untilStage(sale, "FUNDING");
        return sale;
    }

    SaleId funding() {
        return funding("enkhjin", 285_000_000);
    }

    /** The price is paid too, and both have signed before the notary. */
    SaleId atTheNotary(String buyer, long price) {
        var sale = funding(buyer, price);
        walk.payByQr(buyer, sale, Purpose.BALANCE);
        walk.untilStage(sale, "NOTARY");
        walk.sign(sale, "temuulen", buyer);
        return sale;
    }

    /** The buyer owns the flat and waits for the keys. */
    SaleId registered() {
        var sale = atTheNotary("enkhjin", 285_000_000);
        walk.certify(sale);
        walk.untilStage(sale, "REGISTRATION");
        walk.registrarRegisters(sale);
        walk.untilStage(sale, "HANDOVER");
        return sale;
    }
}
