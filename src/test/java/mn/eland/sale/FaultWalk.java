package mn.eland.sale;

import static mn.eland.payment.Payments.Purpose.BALANCE;
import static mn.eland.payment.Payments.Purpose.COMMISSION;
import static mn.eland.payment.Payments.Purpose.DEPOSIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.kernel.Money;
import mn.eland.payment.spi.PaymentGateway;
import mn.eland.sale.watch.Stop;
import org.springframework.context.ApplicationContext;

/** Walks sales while each outside call suffers once, and keeps a row of every case. */
public final class FaultWalk extends FaultAnswers {

    /** Longer than the bank's token holds. */
    private static final Duration BANK_TOKEN_ENDS = Duration.ofMinutes(31);
    private static final Duration GATEWAY_TOKEN_ENDS = Duration.ofHours(25);
    private static final Duration GATEWAY_FORGETS_US = Duration.ofDays(8);
    private static final Duration DEPOSIT_OVERDUE = Duration.ofDays(6);

    public FaultWalk(ApplicationContext context, Simulators simulators) {
        super(context, simulators);
    }

    /** Only these calls suffer; all of them when none is named. */
    public FaultWalk only(Set<String> calls) {
        only = calls;
        return this;
    }

    /** Sales that end before their time, for each of the faults: money goes back, an application is taken back. */
    public void leaving(List<Fault> faults) {
        var funding = standing(SaleStand.Place.FUNDING, 2 * faults.size());
        var filed = standing(SaleStand.Place.FILED, faults.size());
        for (var fault : faults) {
            refund(funding.remove(), fault);
            searched(funding.remove(), fault);
            takenBack(filed.remove(), fault);
        }
    }

    /** A whole sale, each outside call of which suffers once; what it needs to know is asked again until it is known. */
    public void sale(Fault fault) {
        var sale = walk.offer(BUYER, walk.publishedFlat(PRICE), PRICE);
        suffering(sale, fault, "checks passed", List.of("xyp WS100101", "xyp WS100104", "xyp WS100133", "xyp WS100201", "xyp WS100253"),
                () -> checked(sale));
        suffering(sale, fault, "both signatures stand", List.of("tsa stamp"), () -> {
            walk.sign(sale, "temuulen", BUYER);
            until("the deposit is asked for", () -> isOpen(sale, DEPOSIT));
        });
        suffering(sale, fault, "deposit in escrow", List.of("qpay createInvoice", "qpay checkPayment"), () -> {
            until("an invoice is there", () -> walk.payments.payByQr(sale.caseRef(), DEPOSIT, walk.person(BUYER)).isDone());
            scan(sale, DEPOSIT);
            until("the deposit has come", () -> walk.hasReached(sale, "FUNDING"));
        });
        until("the balance is asked for", () -> isOpen(sale, BALANCE));
        suffering(sale, fault, "balance in escrow", List.of("khan token", "khan statementAfter"), () -> {
            walk.clock.passes(BANK_TOKEN_ENDS);
            payByBank(sale);
            until("the balance has come", () -> walk.hasReached(sale, "NOTARY"));
        });
        walk.sign(sale, "temuulen", BUYER);
        suffering(sale, fault, "numbered, taxed, filed", List.of("xyp WS101105", "notary code", "khan nameCheck", "khan transferInterbank",
                "registry file"), () -> {
            walk.certify(sale);
            until("the transfer is filed", () -> filingNo(sale) != null);
        });
        registered(sale, fault);
        walk.handOver(BUYER, sale);
        suffering(sale, fault, "paid out", List.of("khan transferDomestic", "khan transferInterbank"), () -> {
            walk.approveRelease(sale);
            until("all is paid out", () -> walk.hasReached(sale, "COMPLETED"));
        });
        everythingOnce(sale);
    }

    private void checked(SaleId sale) {
        walk.accept(sale);
        until("consents are asked for", () -> walk.workflow.isOpen(sale.caseRef(), "giveConsent") || walk.hasReached(sale, "PRELIMINARY"));
        walk.consents(sale);
        until("all is checked", () -> walk.hasReached(sale, "PRELIMINARY"));
    }

    /** The seller pays the agent's fee by QR as soon as the title has passed: the tax office makes one receipt. */
    private void registered(SaleId sale, Fault fault) {
        suffering(sale, Fault.of(Behaviour.LIE, "REGISTERED"), "not believed", List.of("registry status"), () -> until("the lie is told", () ->
                walk.simulators.call("GET", "/simulators/switches", null).isEmpty()));
        suffering(sale, fault, "registered", List.of("registry status"), () -> {
            walk.simulators.registrarRegisters(filingNo(sale));
            until("the transfer is entered", () -> walk.hasReached(sale, "HANDOVER"));
        });
        until("the agent's fee is asked for", () -> isOpen(sale, COMMISSION));
        suffering(sale, fault, "counted without the payer's name, one VAT receipt", List.of("qpay listPayments", "qpay createEbarimt"), () -> {
            scan("temuulen", sale, COMMISSION);
            until("the receipt is made", () -> receipts(sale, "number is not null") == 1);
        });
        assertThat(receipts(sale, "true")).isEqualTo(1);
    }

    private long receipts(SaleId sale, String which) {
        return sql.sql("select count(*) from payment.vat_receipts v join payment.collections c on c.id = v.collection_id where c.case_no = ? and " + which)
                .param(sale.toString()).query(Long.class).single();
    }

    /** A company buys a flat with its land, whose owner the owner's own service does not want to name. */
    public void company(Fault fault) {
        var sale = companyOffers(flatWithParcel());
        walk.simulators.switchOn("xyp", "WS100201", Behaviour.RESULT_CODE, "402", 1);
        suffering(sale, fault, "checks passed", List.of("xyp WS100254", "xyp WS100240", "xyp WS100307"), () -> checked(sale));
        ends(sale);
    }

    public void refund(Fault fault) {
        refund(standing(SaleStand.Place.FUNDING, 1).remove(), fault);
    }

    /** A sale that the seller leaves, whose refund suffers. */
    private void refund(SaleId sale, Fault fault) {
        suffering(sale, fault, "refunded", List.of("khan transferInterbank"), () -> leave(sale));
        everythingOnce(sale);
    }

    private void leave(SaleId sale) {
        walk.sales.withdraw(walk.person("temuulen"), sale, "Санаагаа өөрчилсөн").get();
        until("the deposit has gone back", () -> walk.payments.escrow(sale.caseRef()).refunded().equals(Money.of(PRICE / 10)));
    }

    /** A refund whose order is booked and not answered, so that it is looked for. */
    private void searched(SaleId sale, Fault fault) {
        walk.simulators.switchOn("khan", "transferInterbank", Behaviour.TIMEOUT_AFTER, "1", 1);
        suffering(sale, fault, "found and not sent again", List.of("khan statement"), () -> leave(sale));
        everythingOnce(sale);
    }

    public void takenBack(Fault fault) {
        takenBack(standing(SaleStand.Place.FILED, 1).remove(), fault);
    }

    /** A sale that ends while its application lies at the counter: who was faster is asked until it is known, then all is undone. */
    private void takenBack(SaleId sale, Fault fault) {
        suffering(sale, fault, "application withdrawn once, all given back", List.of("registry withdraw"), () -> {
            until("the sale is stopped", () -> walk.sales.stop(walk.person("munkhzul"), sale,
                    new Stop(Stop.Kind.PROPERTY_DESTROYED, "ОБ-17", "Байр галд шатсан")).isDone() || walk.hasReached(sale, "CALLED_OFF"));
            until("the money has gone back", () -> walk.hasReached(sale, "CALLED_OFF")
                    && walk.payments.escrow(sale.caseRef()).refunded().isPositive());
        });
        everythingOnce(sale);
        assertThat(sql.sql("select state from simulators.registry_applications where filing_no = ?").param(filingNo(sale)).query(String.class).single())
                .isEqualTo("WITHDRAWN");
    }

    /** Nobody pays: the invoice is taken back. The gateway's token has ended before. */
    public void unpaid(Fault fault) {
        var sale = depositAsked();
        signedIn();
        suffering(sale, fault, "signed in again, one invoice", List.of("qpay refresh"), () -> {
            walk.clock.passes(GATEWAY_TOKEN_ENDS);
            invoiced(sale);
        });
        suffering(sale, fault, "nothing can be paid any more", List.of("qpay cancelInvoice"), () -> {
            walk.clock.passes(DEPOSIT_OVERDUE);
            until("the sale ends", () -> walk.hasReached(sale, "CALLED_OFF"));
        });
        assertThat(sql.sql("select count(*) from payment.invoices i join payment.collections c on c.id = i.collection_id where c.case_no = ? and i.state = 'OPEN'")
                .param(sale.toString()).query(Long.class).single()).isZero();
    }

    /** There is a token to end: any question would do. */
    private void signedIn() {
        assertThat(context.getBean(PaymentGateway.class).payment("0")).isEmpty();
    }

    private void invoiced(SaleId sale) {
        until("an invoice is there", () -> walk.payments.payByQr(sale.caseRef(), DEPOSIT, walk.person(BUYER)).isDone());
    }

    /** The gateway hands on money of a payment that it did not call about: it is asked whose it is, now or at the deadline. */
    public void unheard(Fault fault) {
        switchOn("qpay token", fault);
        walk.clock.passes(GATEWAY_FORGETS_US);
        var sale = depositAsked();
        invoiced(sale);
        assertThat(walk.simulators.call("GET", "/simulators/switches", null)).as("signed in anew").isEmpty();
        noted("qpay token", fault.name(), sale, "signed in anew, one invoice");
        walk.simulators.switchOn("qpay", "payment", Behaviour.NO_CALLBACK, null, 1);
        suffering(sale, fault, "counted once, given to nobody else", List.of("qpay getPayment"), () -> {
            scan(sale, DEPOSIT);
            until("the gateway is asked", () -> walk.simulators.call("GET", "/simulators/switches", null).isEmpty());
            walk.clock.passes(DEPOSIT_OVERDUE);
            until("the deposit has come", () -> walk.hasReached(sale, "FUNDING"));
        });
        everythingOnce(sale);
        ends(sale);
    }
}
