package mn.eland.sale;

import static mn.eland.payment.Payments.Purpose.BALANCE;
import static mn.eland.payment.Payments.Purpose.DEPOSIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments.Purpose;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks sales while each outside call suffers once, and keeps a row of every case. */
public final class FaultWalk {

    private static final long PRICE = 200_000_000;
    private static final String BUYER = "enkhjin";
    /** Longer than any pause before something is tried again. */
    private static final Duration TRIED_AGAIN = Duration.ofMinutes(11);

    private final SaleWalk walk;
    private final JdbcClient sql;
    private final ManagementService jobs;
    private final List<Row> rows = new ArrayList<>();

    public FaultWalk(ApplicationContext context, Simulators simulators) {
        this.walk = new SaleWalk(context, simulators);
        this.sql = context.getBean(JdbcClient.class);
        this.jobs = context.getBean(ManagementService.class);
    }

    /** A call that suffered, and how the sale went on. */
    public record Row(String call, String fault, String sale, String goesOn) {
    }

    public List<Row> rows() {
        return rows;
    }

    /** The table of cases, for people. */
    public void print(Path file) throws IOException {
        var lines = new ArrayList<>(List.of("%-24s %-20s %-14s %s".formatted("call", "fault", "sale", "goes on")));
        rows.forEach(row -> lines.add("%-24s %-20s %-14s %s".formatted(row.call(), row.fault(), row.sale(), row.goesOn())));
        lines.add(rows.size() + " cases");
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
        lines.forEach(line -> System.out.println("FAULT | " + line));
    }

    /** The time of the machine again. */
    public void back() {
        walk.clock.reset();
    }

    /** A whole sale, each outside call of which suffers once; what it needs to know is asked again until it is known. */
    public void sale(Behaviour fault, String value) {
        var listing = walk.publishedFlat(PRICE);
        var sale = walk.offer(BUYER, listing, PRICE);
        suffering(sale, fault, value, "checks passed", List.of("xyp WS100101", "xyp WS100104", "xyp WS100201", "xyp WS100253"), () -> {
            walk.accept(sale);
            until("consents are asked for", () -> walk.workflow.isOpen(sale.caseRef(), "giveConsent") || walk.hasReached(sale, "PRELIMINARY"));
            walk.consents(sale);
            until("all is checked", () -> walk.hasReached(sale, "PRELIMINARY"));
        });
        walk.sign(sale, "temuulen", BUYER);
        until("the deposit is asked for", () -> isOpen(sale, DEPOSIT));
        suffering(sale, fault, value, "deposit in escrow", List.of("qpay createInvoice", "qpay checkPayment"), () -> {
            until("an invoice is there", () -> walk.payments.payByQr(sale.caseRef(), DEPOSIT, walk.person(BUYER)).isDone());
            scan(sale, DEPOSIT);
            until("the deposit has come", () -> walk.hasReached(sale, "FUNDING"));
        });
        until("the balance is asked for", () -> isOpen(sale, BALANCE));
        suffering(sale, fault, value, "balance in escrow", List.of("khan statementAfter"), () -> {
            payByBank(sale);
            until("the balance has come", () -> walk.hasReached(sale, "NOTARY"));
        });
        walk.sign(sale, "temuulen", BUYER);
        suffering(sale, fault, value, "numbered, taxed, filed", List.of("xyp WS101105", "notary code", "khan transferInterbank", "registry file"), () -> {
            walk.certify(sale);
            until("the transfer is filed", () -> filingNo(sale) != null);
        });
        suffering(sale, Behaviour.LIE, "REGISTERED", "not believed", List.of("registry status"), () -> until("the lie is told", () ->
                walk.simulators.call("GET", "/simulators/switches", null).isEmpty()));
        suffering(sale, fault, value, "registered", List.of("registry status"), () -> {
            walk.simulators.registrarRegisters(filingNo(sale));
            until("the transfer is entered", () -> walk.hasReached(sale, "HANDOVER"));
        });
        walk.handOver(BUYER, sale);
        suffering(sale, fault, value, "paid out", List.of("khan transferDomestic", "khan transferInterbank"), () -> {
            walk.approveRelease(sale);
            until("all is paid out", () -> walk.hasReached(sale, "COMPLETED"));
        });
        everythingOnce(sale);
        assertThat(sql.sql("select count(*) from simulators.registry_applications where filing_no = ?").param(filingNo(sale)).query(Long.class).single()).isEqualTo(1);
    }

    /** A sale that the seller leaves, whose refund suffers. */
    public void refund(Behaviour fault, String value) {
        var sale = depositAsked();
        payByBank(sale);
        until("the deposit has come", () -> walk.hasReached(sale, "FUNDING"));
        suffering(sale, fault, value, "refunded", List.of("khan transferInterbank"), () -> {
            walk.sales.withdraw(walk.person("temuulen"), sale, "Санаагаа өөрчилсөн").get();
            until("the deposit has gone back", () -> walk.payments.escrow(sale.caseRef()).refunded().equals(Money.of(PRICE / 10)));
        });
        everythingOnce(sale);
    }

    /** A callback without a payment, three for one payment, one before the payment can be seen, and none at all. */
    public void callbacks() {
        var sale = depositAsked();
        var invoice = walk.payments.payByQr(sale.caseRef(), DEPOSIT, walk.person(BUYER)).get().invoiceId();
        long before = callbacksAnswered();
        walk.simulators.forgeCallback(invoice);
        until("the forged callback is answered", () -> callbacksAnswered() > before);
        assertThat(walk.payments.collections(sale.caseRef()).get(0).received()).isEqualTo(Money.ZERO);
        rows.add(new Row("qpay payment", "FORGED_CALLBACK", sale.toString(), "nothing counted"));
        suffering(sale, Behaviour.DUPLICATE_CALLBACK, "3", "counted once", List.of("qpay payment"), () -> {
            scan(sale, DEPOSIT);
            until("the deposit has come", () -> walk.hasReached(sale, "FUNDING"));
        });
        until("the balance is asked for", () -> isOpen(sale, BALANCE));
        suffering(sale, Behaviour.EARLY_CALLBACK, "1500", "counted once", List.of("qpay payment"), () -> {
            scan(sale, BALANCE);
            until("the balance has come", () -> walk.hasReached(sale, "NOTARY"));
        });
        everythingOnce(sale);
        var silent = depositAsked();
        walk.payments.payByQr(silent.caseRef(), DEPOSIT, walk.person(BUYER)).get();
        suffering(silent, Behaviour.NO_CALLBACK, null, "counted once, asked at the deadline", List.of("qpay payment"), () -> {
            scan(silent, DEPOSIT);
            walk.clock.passes(Duration.ofDays(6));
            until("the deposit has come", () -> walk.hasReached(silent, "FUNDING"));
        });
        everythingOnce(silent);
    }

    /** Answers that are not so: people look at them, or they are asked again, and money follows what was really paid. */
    public void lies() {
        var renamed = walk.offer(BUYER, walk.publishedFlat(PRICE), PRICE);
        suffering(renamed, Behaviour.LIE, "Зохиомол", "compliance looks at the person", List.of("xyp WS100101"), () -> {
            walk.accept(renamed);
            until("compliance is asked", () -> walk.workflow.isOpen(renamed.caseRef(), "reviewIdentity"));
        });
        var stolen = walk.offer(BUYER, walk.publishedFlat(PRICE), PRICE);
        suffering(stolen, Behaviour.LIE, "ЯЯ99010155", "stopped before money is asked for", List.of("xyp WS100201"), () -> {
            walk.accept(stolen);
            until("the sale stops", () -> walk.hasReached(stolen, "CALLED_OFF") || walk.workflow.isOpen(stolen.caseRef(), "cureTitle"));
        });
        assertThat(walk.payments.collections(stolen.caseRef())).isEmpty();
        var sale = depositAsked();
        suffering(sale, Behaviour.LIE, "1000000", "the rest is asked for", List.of("qpay createInvoice"), () -> {
            var wrong = walk.payments.payByQr(sale.caseRef(), DEPOSIT, walk.person(BUYER)).get();
            walk.simulators.payInvoice(wrong.invoiceId(), 1_000_000);
            until("what was paid is counted", () -> missing(sale, DEPOSIT) == PRICE / 10 - 1_000_000);
        });
        scan(sale, DEPOSIT);
        until("the deposit has come", () -> walk.hasReached(sale, "FUNDING"));
        everythingOnce(sale);
        var short1000 = depositAsked();
        suffering(short1000, Behaviour.LIE, "1000", "the rest waits for an officer", List.of("qpay checkPayment"), () -> {
            scan(short1000, DEPOSIT);
            until("what the gateway said is counted", () -> missing(short1000, DEPOSIT) == PRICE / 10 - 1000);
        });
        until("the settlement waits", () -> sql.sql("select count(*) from payment.receipts where state = 'WAITING' and amount = ? and problem = 'WRONG_PAYMENT_NUMBER'")
                .param(PRICE / 10).query(Long.class).single() > 0);
    }

    private SaleId depositAsked() {
        var sale = walk.offer(BUYER, walk.publishedFlat(PRICE), PRICE);
        walk.accept(sale);
        walk.consents(sale);
        walk.untilStage(sale, "PRELIMINARY");
        walk.sign(sale, "temuulen", BUYER);
        until("the deposit is asked for", () -> isOpen(sale, DEPOSIT));
        return sale;
    }

    /** Switches the fault on for one call each, lets it be suffered by what is done, and notes it. */
    private void suffering(SaleId sale, Behaviour fault, String value, String outcome, List<String> calls, Runnable act) {
        for (var call : calls) {
            var systemAndOperation = call.split(" ");
            walk.simulators.switchOn(systemAndOperation[0], systemAndOperation[1], fault, value, 1);
        }
        act.run();
        assertThat(walk.simulators.call("GET", "/simulators/switches", null)).as("calls that did not suffer " + fault).isEmpty();
        calls.forEach(call -> rows.add(new Row(call, fault.name(), sale.toString(), outcome)));
    }

    private void scan(SaleId sale, Purpose purpose) {
        var invoice = walk.payments.payByQr(sale.caseRef(), purpose, walk.person(BUYER)).get();
        walk.simulators.payInvoice(invoice.invoiceId(), missing(sale, purpose));
    }

    private void payByBank(SaleId sale) {
        var asked = walk.payments.collections(sale.caseRef()).stream().filter(one -> one.state().equals("OPEN")).findFirst().orElseThrow();
        walk.simulators.transferIn(asked.reference(), asked.missing().tugrug(), "MN640004999900000002", "Төлөгч");
    }

    private long missing(SaleId sale, Purpose purpose) {
        return walk.payments.collections(sale.caseRef()).stream().filter(one -> one.purpose() == purpose).findFirst().orElseThrow().missing().tugrug();
    }

    private boolean isOpen(SaleId sale, Purpose purpose) {
        return walk.payments.collections(sale.caseRef()).stream().anyMatch(one -> one.purpose() == purpose && one.state().equals("OPEN"));
    }

    private String filingNo(SaleId sale) {
        return walk.register.filings(sale.caseRef()).stream().map(one -> one.filingNo()).filter(java.util.Objects::nonNull).findFirst().orElse(null);
    }

    private long callbacksAnswered() {
        return walk.simulators.exchanges("qpay").stream().filter(one -> one.path("operation").asText().equals("callback")).count();
    }

    /** A step that failed is due for another try later: time passes until it is. */
    private void until(String what, Callable<Boolean> condition) {
        walk.until(what, () -> {
            boolean there = condition.call();
            if (!there && jobs.createJobQuery().withException().duedateHigherThan(Date.from(walk.clock.instant())).count() > 0) {
                walk.clock.passes(TRIED_AGAIN);
            }
            return there;
        });
    }

    /** The books balance, and the bank has booked each of the sale's transfers once and no other. */
    private void everythingOnce(SaleId sale) {
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
        var ordered = sql.sql("select 'EL' || lpad(id::text, 10, '0') || ' ' || amount from payment.transfers where case_no = ? and state = 'BOOKED'")
                .param(sale.toString()).query(String.class).list();
        var booked = sql.sql("""
                select substring(description from 'EL\\d{10}') || ' ' || (-amount)::bigint from simulators.bank_entries
                where amount < 0 and description like '%' || ? || '%'""").param(sale.toString()).query(String.class).list();
        assertThat(booked).containsExactlyInAnyOrderElementsOf(ordered);
        var received = sql.sql("select coalesce(sum(accepted), 0) from payment.receipts where case_no = ?").param(sale.toString()).query(Long.class).single();
        assertThat(received).isIn(PRICE + walk.payments.fees(sale.caseRef()).sum().tugrug(), PRICE / 10);
    }
}
