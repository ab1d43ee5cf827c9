package mn.eland.sale;

import static mn.eland.payment.Payments.Purpose.BALANCE;
import static mn.eland.payment.Payments.Purpose.DEPOSIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.property.PropertyRegister.ListingDraft;
import mn.eland.property.PropertyView.Kind;
import mn.eland.sale.Sales.OfferTerms;
import mn.eland.sale.financing.Financing;
import org.springframework.context.ApplicationContext;

/** What the other side says that is not so, says too often, too early, or not at all. */
abstract class FaultAnswers extends FaultStage {

    private static final PartyId COMPANY = new PartyId(new UUID(0, 101));
    private static final AtomicInteger PARCELS = new AtomicInteger((int) (System.currentTimeMillis() / 100 % 900_000));
    private static final String CALLBACK = "qpay payment";
    private static final String ANOTHERS_REGISTER_NUMBER = "ЯЯ99010155";

    FaultAnswers(ApplicationContext context, Simulators simulators) {
        super(context, simulators);
    }

    SaleId companyOffers(CaseRef listing) {
        return walk.sales.makeOffer(walk.person("tuguldur"), listing, new OfferTerms(Money.of(PRICE), 10, 5, null, Money.of(90_000_000), 0,
                Financing.own(), COMPANY, false, false)).get().id();
    }

    /** A flat of Temuulen's with the parcel that it stands on, on the market. */
    CaseRef flatWithParcel() {
        int n = PARCELS.incrementAndGet();
        var registryNo = "Ү-2295%06d".formatted(n);
        var certificateNo = "5%08d".formatted(n);
        var parcelNo = "18300%08d".formatted(n);
        var address = "Бага тойруу " + n;
        walk.simulators.loadTitles(List.of(Map.of("registryNo", registryNo, "certificateNo", certificateNo, "parcelNo", parcelNo, "areaM2", 62,
                "fullAddress", address, "owners", List.of(Map.of("registerNumber", "ЯЯ88041511", "parentName", "Ганболдын", "givenName", "Тэмүүлэн")))));
        var number = walk.sales.mandate(walk.person("temuulen"), new ListingDraft(walk.person("temuulen").party(), walk.person("munkhzul").party(),
                registryNo, certificateNo, parcelNo, Kind.APARTMENT, 62, 3, 7, 12, 2013, "SBD", 1, address, 47.9135, 106.9122, "3 өрөө байр " + n, "",
                Money.of(PRICE))).get().number();
        walk.doTask("munkhzul", number, "prepareListing", Map.of("decision", "PUBLISH"));
        walk.doTask("uyanga", number, "approveListing", Map.of("decision", "APPROVE"));
        until("the listing is published", () -> walk.register.listing(number).orElseThrow().state().name().equals("PUBLISHED"));
        return number;
    }

    /** A callback without a payment, three for one payment, one before the payment can be seen, and none at all. */
    public void callbacks() {
        var asked = standing(SaleStand.Place.INVOICED, 2);
        var sale = asked.remove();
        long before = callbacksAnswered();
        walk.simulators.forgeCallback(walk.payments.payByQr(sale.caseRef(), DEPOSIT, walk.person(BUYER)).get().invoiceId());
        until("the forged callback is answered", () -> callbacksAnswered() > before);
        assertThat(walk.payments.collections(sale.caseRef()).get(0).received()).isEqualTo(Money.ZERO);
        noted(CALLBACK, "FORGED_CALLBACK", sale, "nothing counted");
        suffering(sale, Fault.of(Behaviour.DUPLICATE_CALLBACK, "3"), "counted once", List.of(CALLBACK), () -> {
            scan(sale, DEPOSIT);
            until("the deposit has come", () -> walk.hasReached(sale, "FUNDING"));
        });
        until("the balance is asked for", () -> isOpen(sale, BALANCE));
        suffering(sale, Fault.of(Behaviour.EARLY_CALLBACK, "1500"), "counted once", List.of(CALLBACK), () -> {
            scan(sale, BALANCE);
            until("the balance has come", () -> walk.hasReached(sale, "NOTARY"));
        });
        everythingOnce(sale);
        ends(sale);
        var silent = asked.remove();
        suffering(silent, Fault.of(Behaviour.NO_CALLBACK, null), "counted once, asked at the deadline", List.of(CALLBACK), () -> {
            scan(silent, DEPOSIT);
            walk.clock.passes(Duration.ofDays(6));
            until("the deposit has come", () -> walk.hasReached(silent, "FUNDING"));
        });
        everythingOnce(silent);
        ends(silent);
    }

    /** Answers that are not so: people look at them, or they are asked again, and money follows what was really paid. */
    public void lies() {
        aboutPeople();
        aboutTitle("xyp WS100201", ANOTHERS_REGISTER_NUMBER);
        aboutTitle("xyp WS100253", "799999999");
        aboutTitle("xyp WS100254", ANOTHERS_REGISTER_NUMBER);
        var asked = standing(SaleStand.Place.DEPOSIT_ASKED, 2);
        aboutInvoice(asked.remove());
        aboutPayment(asked.remove());
    }

    private void aboutPeople() {
        var renamed = walk.offer(BUYER, walk.publishedFlat(PRICE), PRICE);
        lied(renamed, "xyp WS100101", "Зохиомол", "compliance looks at the person", () -> {
            walk.accept(renamed);
            until("compliance is asked", () -> walk.workflow.isOpen(renamed.caseRef(), "reviewIdentity"));
        });
        ends(renamed);
    }

    /** The flat is another's, or the seller's paper is not the true one. */
    private void aboutTitle(String call, String lie) {
        var stolen = walk.offer(BUYER, walk.publishedFlat(PRICE), PRICE);
        lied(stolen, call, lie, "stopped before money is asked for", () -> {
            if (call.endsWith("WS100254")) {
                walk.simulators.switchOn("xyp", "WS100201", Behaviour.RESULT_CODE, "402", null);
            }
            walk.accept(stolen);
            until("the sale stops", () -> walk.hasReached(stolen, "CALLED_OFF"));
        });
        assertThat(walk.payments.collections(stolen.caseRef())).isEmpty();
    }

    /** The register says the same as long as it is asked: a step that ran into another is done again, and asks again. */
    private void lied(SaleId sale, String call, String lie, String outcome, Runnable act) {
        var systemAndOperation = call.split(" ");
        walk.simulators.switchOn(systemAndOperation[0], systemAndOperation[1], Behaviour.LIE, lie, null);
        act.run();
        walk.simulators.allSwitchesOff();
        noted(call, "LIE", sale, outcome);
    }

    private void aboutInvoice(SaleId sale) {
        suffering(sale, Fault.of(Behaviour.LIE, "1000000"), "the rest is asked for", List.of("qpay createInvoice"), () -> {
            var wrong = walk.payments.payByQr(sale.caseRef(), DEPOSIT, walk.person(BUYER)).get();
            walk.simulators.payInvoice(wrong.invoiceId(), 1_000_000);
            until("what was paid is counted", () -> missing(sale, DEPOSIT) == PRICE / 10 - 1_000_000);
        });
        scan(sale, DEPOSIT);
        until("the deposit has come", () -> walk.hasReached(sale, "FUNDING"));
        everythingOnce(sale);
        ends(sale);
    }

    private void aboutPayment(SaleId sale) {
        suffering(sale, Fault.of(Behaviour.LIE, "1000"), "the rest waits for an officer", List.of("qpay checkPayment"), () -> {
            scan(sale, DEPOSIT);
            until("what the gateway said is counted", () -> missing(sale, DEPOSIT) == PRICE / 10 - 1000);
        });
        until("the settlement waits", () -> sql.sql("select count(*) from payment.receipts where state = 'WAITING' and amount = ? and problem = 'WRONG_PAYMENT_NUMBER'")
                .param(PRICE / 10).query(Long.class).single() > 0);
    }
}
