package mn.eland.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import mn.eland.ElandTest;
import mn.eland.audit.AuditTrail;
import mn.eland.audit.Deed;
import mn.eland.audit.Deed.Kind;
import mn.eland.audit.Deed.Outcome;
import mn.eland.audit.Doer;
import mn.eland.kernel.PartyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From a committed record to its place in the tree. */
@ElandTest
class SealingTests {

    private static final PartyId SOMEBODY = new PartyId(UUID.randomUUID());

    @Autowired AuditTrail trail;
    @Autowired Sealer sealer;
    @Autowired Tree tree;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    @Test
    void aCommittedRecordIsSealedWithinASecond() {
        var act = act();
        transaction.executeWithoutResult(status -> record(act));

        await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(5)).until(() -> sealed(act) == 1);
        assertThat(jdbc.sql("""
                select extract(epoch from sealed_at - at) from audit.records where line like ?""").param("%" + act + "%").query(Double.class).single())
                .as("seconds from the act to its seal on a busy machine").isLessThan(3);
    }

    @Test
    void whatIsUndoneLeavesNoRecord() {
        var act = act();
        var after = act();
        transaction.executeWithoutResult(status -> {
            record(act);
            status.setRollbackOnly();
        });
        record(after);

        awaitSealed(after);
        assertThat(sealed(act)).isZero();
        assertThat(jdbc.sql("select count(*) from audit.inbox where line like ?").param("%" + act + "%").query(Integer.class).single()).isZero();
    }

    @Test
    void nothingIsMissedWhenALaterTransactionCommitsFirst() throws Exception {
        var early = act();
        var late = act();
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var slow = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            insertAtOnce(early);
            written.countDown();
            hold(mayCommit);
        }));
        written.await();
        transaction.executeWithoutResult(status -> record(late));
        awaitSealed(late);
        assertThat(sealed(early)).isZero();

        mayCommit.countDown();
        slow.get();
        awaitSealed(early);
        assertThat(position(early)).isGreaterThan(position(late));
    }

    @Test
    void twoNodesNeverSealAtOnce() throws Exception {
        var acts = IntStream.range(0, 40).mapToObj(n -> act()).toList();
        var nodes = IntStream.range(0, 4).mapToObj(n -> CompletableFuture.runAsync(() -> acts.forEach(act -> {
            if (acts.indexOf(act) % 4 == n) {
                record(act);
            }
            sealer.seal();
        }))).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(nodes).get();

        acts.forEach(this::awaitSealed);
        acts.forEach(act -> assertThat(sealed(act)).isOne());
    }

    @Test
    void everyCheckpointIsTheRootOverItsRecordsAndPathsLeadToIt() {
        var act = act();
        record(act);
        awaitSealed(act);
        long position = position(act);
        var checkpoint = tree.holding(position).orElseThrow();
        var hashes = jdbc.sql("select hash from audit.records where position < ? order by position").param(checkpoint.size())
                .query((row, n) -> row.getBytes(1)).list();

        assertThat(hashes).hasSize((int) checkpoint.size());
        assertThat(root(hashes)).isEqualTo(checkpoint.root());
        var proofs = new Proofs((level, index) -> root(hashes.subList((int) (index << level), (int) ((index + 1) << level))));
        assertThat(tree.inclusion(position, checkpoint.size())).containsExactlyElementsOf(proofs.inclusion(position, checkpoint.size()));
        assertThat(tree.consistency(position == 0 ? 1 : position, checkpoint.size()))
                .containsExactlyElementsOf(proofs.consistency(position == 0 ? 1 : position, checkpoint.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit.records set line = '{}'", "delete from audit.records", "truncate audit.records cascade",
        "update audit.checkpoints set size = size + 1", "delete from audit.checkpoints", "truncate audit.checkpoints",
        "update audit.nodes set hash = hash", "delete from audit.nodes", "truncate audit.nodes", "delete from audit.mentions",
        "update audit.inbox set line = '{}'", "delete from audit.inbox", "truncate audit.inbox", "delete from audit.signing_keys",
        "update audit.person_keys set wrapped = wrapped"})
    void theTrailOnlyGrows(String change) {
        var act = act();
        IntStream.range(0, 1 << Tree.LOWEST_KEPT).forEach(n -> record(act()));
        record(act);
        awaitSealed(act);
        var partition = jdbc.sql("select tableoid::regclass::text from audit.records where line like ?").param("%" + act + "%").query(String.class).single();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            insertAtOnce(act());
            jdbc.sql(change).update();
        })).hasMessageContaining("append-only");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            insertAtOnce(act());
            jdbc.sql(change).update();
        })).hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("truncate " + partition).update()).hasMessageContaining("append-only");
        assertThat(sealed(act)).isOne();
    }

    @Test
    void monthsAreOpenedAYearAhead() {
        assertThat(jdbc.sql("""
                select count(*) from generate_series(0, 12) n where to_regclass('audit.records_'
                    || to_char(now() at time zone 'UTC' + make_interval(months => n), 'YYYY_MM')) is not null""").query(Integer.class).single()).isEqualTo(13);
        jdbc.sql("select audit.open_months(13)").query((row, n) -> true).single();
        assertThat(jdbc.sql("""
                select to_regclass('audit.records_' || to_char(now() at time zone 'UTC' + interval '13 months', 'YYYY_MM')) is not null""")
                .query(Boolean.class).single()).isTrue();
    }

    private void record(String act) {
        trail.record(new Deed(Kind.EVENT, act, Outcome.WRITTEN, null, null, new Doer(SOMEBODY, null, "Б. Бат", Set.of("buyer"), null, null),
                List.of(), null));
    }

    /** As the recorder does at the end of a transaction, here in the middle of one. */
    private void insertAtOnce(String act) {
        jdbc.sql("insert into audit.inbox (line) values (?)").param("{\"about\":[],\"act\":\"" + act
                + "\",\"at\":\"2026-11-26T12:00:00.000000Z\",\"case\":\"\",\"id\":\"" + UUID.randomUUID() + "\",\"person\":\"\",\"principal\":\"\"}").update();
    }

    private static byte[] root(List<byte[]> hashes) {
        var frontier = new Frontier(0, List.of());
        hashes.forEach(hash -> frontier.add(hash, (level, index, whole) -> { }));
        return frontier.root();
    }

    private void awaitSealed(String act) {
        await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(10)).until(() -> sealed(act) > 0);
    }

    private int sealed(String act) {
        return jdbc.sql("select count(*) from audit.records where line like ?").param("%" + act + "%").query(Integer.class).single();
    }

    private long position(String act) {
        return jdbc.sql("select position from audit.records where line like ?").param("%" + act + "%").query(Long.class).single();
    }

    private static String act() {
        return "test-" + UUID.randomUUID();
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
