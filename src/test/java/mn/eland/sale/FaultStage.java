package mn.eland.sale;

import static mn.eland.payment.Payments.Purpose.DEPOSIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.payment.Payments.Purpose;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where sales are walked while something goes wrong outside: what is the same whatever goes wrong. */
public abstract class FaultStage {

    static final long PRICE = 200_000_000;
    static final String BUYER = "enkhjin";
    /** System and operation of everything that was asked of the simulators, and what they called themselves. */
    public static final String HEARD = "select distinct system || ' ' || case direction when 'IN' then operation else 'payment' end from simulators.exchanges";
    /** Cases of jobs. */
    private static final String JOBS = """
            select r.business_key_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
            join act_ru_execution r on r.id_ = e.root_proc_inst_id_
            """;
    /** Longer than any pause before something is tried again. */
    private static final Duration TRIED_AGAIN = Duration.ofMinutes(11);

    final ApplicationContext context;
    final SaleWalk walk;
    final JdbcClient sql;
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> salesOfOthers;
    Set<String> only = Set.of();

    FaultStage(ApplicationContext context, Simulators simulators) {
        this.context = context;
        this.walk = new SaleWalk(context, simulators);
        this.sql = context.getBean(JdbcClient.class);
        this.salesOfOthers = Set.copyOf(sql.sql("select number from sale.sales").query(String.class).list());
    }

    /**
     * What a call suffers, once.
     *
     * @param name  a column of {@link FaultTable}
     * @param value what the behaviour needs: milliseconds, status, lie
     */
    public record Fault(String name, Behaviour behaviour, String value) {

        public static Fault of(Behaviour behaviour, String value) {
            return new Fault(behaviour.name(), behaviour, value);
        }

        /** What was asked is done when nobody waits for it any more. */
        public static Fault late(String millis) {
            return new Fault("LATE", Behaviour.SLOW, millis);
        }
    }

    /** A call that suffered, and how the sale went on. */
    private record Row(String call, String fault, String sale, String goesOn) {
    }

    /** The cases that were walked, beside those that cannot be. */
    public FaultTable table() {
        var table = new FaultTable();
        rows.forEach(row -> table.add(row.call(), row.fault(), row.sale() + ": " + row.goesOn()));
        return table;
    }

    /** The same into a table that others fill too; and all that the systems have heard so far. */
    public void fill(FaultTable table) {
        rows.forEach(row -> table.add(row.call(), row.fault(), row.sale() + ": " + row.goesOn()));
        table.heard(sql.sql(HEARD).query(String.class).list());
    }

    /** The time of the machine again. */
    public void back() {
        walk.clock.reset();
    }

    SaleId depositAsked() {
        return standing(SaleStand.Place.DEPOSIT_ASKED, 1).remove();
    }

    /** Sales that stand there, made at the same time. */
    Queue<SaleId> standing(SaleStand.Place place, int count) {
        var people = Executors.newFixedThreadPool(4);
        try {
            var made = IntStream.range(0, count).mapToObj(n -> CompletableFuture.supplyAsync(
                    () -> SaleStand.offered(context, BUYER).bringTo(place).sale(), people)).toList();
            made.forEach(this::stands);
            return made.stream().map(CompletableFuture::join).collect(Collectors.toCollection(ArrayDeque::new));
        } finally {
            people.shutdown();
        }
    }

    /** Time passes only for a sale that has not come on for long: a code that somebody is about to type would be too old. */
    private void stands(CompletableFuture<SaleId> sale) {
        while (!sale.isDone()) {
            try {
                sale.get(20, TimeUnit.SECONDS);
            } catch (TimeoutException late) {
                if (isDueLater() && !isAtWork()) {
                    walk.clock.passes(TRIED_AGAIN);
                }
            } catch (InterruptedException | ExecutionException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    /** Switches the fault on for one call each, lets it be suffered by what is done, and notes it. */
    void suffering(SaleId sale, Fault fault, String outcome, List<String> calls, Runnable act) {
        var meant = calls.stream().filter(call -> only.isEmpty() || only.contains(call)).toList();
        meant.forEach(call -> switchOn(call, fault));
        act.run();
        assertThat(walk.simulators.call("GET", "/simulators/switches", null)).as("calls that did not suffer " + fault).isEmpty();
        meant.forEach(call -> noted(call, fault.name(), sale, outcome));
    }

    void switchOn(String call, Fault fault) {
        var systemAndOperation = call.split(" ");
        walk.simulators.switchOn(systemAndOperation[0], systemAndOperation[1], fault.behaviour(), fault.value(), 1);
    }

    void noted(String call, String fault, SaleId sale, String outcome) {
        rows.add(new Row(call, fault, sale.toString(), outcome));
    }

    /** The seller gives up what is under way, so that it does not suffer what is meant for another sale. */
    void ends(SaleId sale) {
        until("the seller has left", () -> hasLeft(sale));
        until("the sale is over", () -> walk.hasReached(sale, "CALLED_OFF") && walk.payments.escrow(sale.caseRef()).held().isZero());
    }

    /** Whom a step of the sale was faster than says it again. */
    private boolean hasLeft(SaleId sale) {
        try {
            return walk.sales.withdraw(walk.person("temuulen"), sale, "Санаагаа өөрчилсөн").isDone() || walk.hasReached(sale, "CALLED_OFF");
        } catch (ConcurrencyFailureException lost) {
            return false;
        }
    }

    void scan(SaleId sale, Purpose purpose) {
        scan(BUYER, sale, purpose);
    }

    void scan(String payer, SaleId sale, Purpose purpose) {
        var invoice = walk.payments.payByQr(sale.caseRef(), purpose, walk.person(payer)).get();
        walk.simulators.payInvoice(invoice.invoiceId(), missing(sale, purpose));
    }

    void payByBank(SaleId sale) {
        var asked = walk.payments.collections(sale.caseRef()).stream().filter(one -> one.state().equals("OPEN")).findFirst().orElseThrow();
        walk.simulators.transferIn(asked.reference(), asked.missing().tugrug(), "MN640004999900000002", "Төлөгч");
    }

    long missing(SaleId sale, Purpose purpose) {
        return walk.payments.collections(sale.caseRef()).stream().filter(one -> one.purpose() == purpose).findFirst().orElseThrow().missing().tugrug();
    }

    boolean isOpen(SaleId sale, Purpose purpose) {
        return walk.payments.collections(sale.caseRef()).stream().anyMatch(one -> one.purpose() == purpose && one.state().equals("OPEN"));
    }

    String filingNo(SaleId sale) {
        return walk.register.filings(sale.caseRef()).stream().map(one -> one.filingNo()).filter(java.util.Objects::nonNull).findFirst().orElse(null);
    }

    long callbacksAnswered() {
        return sql.sql("select count(*) from simulators.exchanges where system = 'qpay' and operation = 'callback'").query(Long.class).single();
    }

    /** What failed is due for another try later: time passes until it is. */
    void until(String what, Callable<Boolean> condition) {
        walk.until(what, () -> {
            boolean there = condition.call();
            if (!there && isDueLater() && !isAtWork()) {
                walk.clock.passes(TRIED_AGAIN);
            }
            return there;
        });
    }

    /**
     * A step that is being done would be taken for one whose node has died, and what is under way to the other side for
     * something that never comes, when so much time passes.
     */
    private boolean isAtWork() {
        return walk.simulators.held() > 0 || hasSaleOfOurs(JOBS + "where j.lock_owner_ is not null");
    }

    /** What others have left behind fails as it likes: no time passes for it. */
    private boolean isDueLater() {
        var now = Timestamp.from(walk.clock.instant());
        return hasSaleOfOurs(JOBS + "where j.exception_stack_id_ is not null and j.retries_ > 0 and j.duedate_ > ?", now)
                || hasSaleOfOurs("select case_no from payment.collections where check_at > ?", now)
                || hasSaleOfOurs("""
                        select c.case_no from payment.vat_receipts v join payment.collections c on c.id = v.collection_id
                        where v.issued_at is null and v.tries > 0 and v.next_try_at > ?""", now);
    }

    private boolean hasSaleOfOurs(String cases, Object... params) {
        return sql.sql(cases).params(params).query(String.class).list().stream().anyMatch(one -> one != null && one.startsWith("S-") && !salesOfOthers.contains(one));
    }

    /** The books balance, and the bank has booked each of the sale's transfers once and no other. */
    void everythingOnce(SaleId sale) {
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
        var ordered = sql.sql("select 'EL' || lpad(id::text, 10, '0') || ' ' || amount from payment.transfers where case_no = ? and state = 'BOOKED'")
                .param(sale.toString()).query(String.class).list();
        var booked = sql.sql("""
                select substring(description from 'EL\\d{10}') || ' ' || (-amount)::bigint from simulators.bank_entries
                where amount < 0 and description like '%' || ? || '%'""").param(sale.toString()).query(String.class).list();
        assertThat(booked).containsExactlyInAnyOrderElementsOf(ordered);
        var received = sql.sql("select coalesce(sum(accepted), 0) from payment.receipts where case_no = ?").param(sale.toString()).query(Long.class).single();
        var collections = walk.payments.collections(sale.caseRef());
        assertThat(received).isPositive().isEqualTo(collections.stream().mapToLong(one -> one.received().tugrug()).sum());
        assertThat(collections).filteredOn(one -> one.state().equals("FUNDED")).allSatisfy(one -> assertThat(one.received()).isEqualTo(one.amount()));
        assertThat(sql.sql("select count(*) from simulators.registry_applications a join property.filings f using (filing_no) where f.case_no = ?")
                .param(sale.toString()).query(Long.class).single()).isEqualTo(walk.register.filings(sale.caseRef()).size()).isLessThan(2);
    }
}
