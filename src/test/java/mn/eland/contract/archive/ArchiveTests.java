package mn.eland.contract.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mn.eland.contract.print.DocumentPrinter;
import mn.eland.contract.print.VerificationCodes;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.store.vault.VaultSlice;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.WorkflowTest;
import mn.eland.workflow.ended.CaseEnds;
import mn.eland.workflow.outage.Outage;
import mn.eland.workflow.outage.Outages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Kept files are looked at in turn, damage is told until it is mended, and a file goes when no law asks for it any more. */
@WorkflowTest(models = "decisions/workflow/*.dmn")
@Import({FolderObjectStore.class, KeptFiles.class, Archive.class, IntegritySweep.class, VaultSlice.class, ArchiveTests.Ear.class})
class ArchiveTests {

    private static final Actor OPERATOR = new Actor(new PartyId(new UUID(0, 9)), "Тэлмэн", Set.of(Role.OPERATOR));

    @Autowired FolderObjectStore store;
    @Autowired KeptFiles files;
    @Autowired Archive archive;
    @Autowired IntegritySweep sweep;
    @Autowired Outages outages;
    @Autowired Workflow workflow;
    @Autowired ElandClock clock;
    @Autowired JdbcClient sql;
    @Autowired PlatformTransactionManager transactions;
    @Autowired TransactionTemplate transaction;
    @Autowired Ear ear;
    @Value("${eland.data}") Path data;

    private final CaseEnds ends = mock(CaseEnds.class);
    private CaseRef sale;

    @BeforeEach
    void nothingIsKept() {
        clean();
        ear.heard.clear();
        sale = transaction.execute(status -> workflow.nextNumber('S'));
    }

    @AfterEach
    void clean() {
        clock.reset();
        sql.sql("truncate contract.documents, contract.brought_papers, contract.file_checks, contract.closed_cases cascade").update();
        outages.round("archive", mn.eland.workflow.outage.Round::answered);
    }

    @Test
    void everyFileIsReadOnceAMonthAHandfulAtATimeWhereTheLastRoundStopped() {
        for (int n = 0; n < 5; n++) {
            brought("Баримт " + n);
        }

        look(2);
        assertThat(figures()).satisfies(one -> {
            assertThat(one.kept()).isEqualTo(5);
            assertThat(one.whole()).isEqualTo(2);
            assertThat(one.unseen()).isEqualTo(3);
            assertThat(one.lookedAt()).isNotNull();
        });
        look(2);
        look(2);
        assertThat(figures().whole()).isEqualTo(5);
        assertThat(files.due(clock.instant().minus(Duration.ofDays(30)), clock.instant(), 9)).isEmpty();

        clock.passes(Duration.ofDays(31));
        assertThat(files.due(clock.instant().minus(Duration.ofDays(30)), clock.instant(), 9)).hasSize(5);
    }

    @Test
    void aChangedAndAMissingFileAreToldUntilTheyArePutBack() throws IOException {
        var changed = brought("Худалдах гэрээ");
        var missing = brought("Итгэмжлэл");
        var whole = Files.readAllBytes(file(changed));
        var other = whole.clone();
        other[other.length - 3] ^= 1;
        Files.write(file(changed), other);
        Files.delete(file(missing));

        sweep.sweep();
        sweep.tryNow();

        assertThat(ear.heard).hasSize(2).allSatisfy(event -> assertThat(((ArchiveEvent.FileDamaged) event).caseRef()).isEqualTo(sale))
                .extracting(event -> ((ArchiveEvent.FileDamaged) event).how()).containsExactlyInAnyOrder("CHANGED", "MISSING");
        assertThat(failing()).singleElement().satisfies(outage -> {
            assertThat(outage.kind()).isEqualTo("IntegritySweep.Damaged");
            assertThat(outage.waiting()).isEqualTo(2);
        });
        assertThat(figures().damaged()).isEqualTo(2);

        Files.write(file(changed), whole);
        store.keep(missing, "Итгэмжлэл".getBytes(StandardCharsets.UTF_8));
        sweep.tryNow();

        assertThat(failing()).isEmpty();
        assertThat(ear.heard).filteredOn(ArchiveEvent.FileRestored.class::isInstance).hasSize(2);
    }

    @Test
    void aFileIsTakenAwayOnlyAfterTheTermOfItsLastCase() {
        var ofOne = brought("Нэг хэлцлийн баримт");
        var later = transaction.execute(status -> workflow.nextNumber('S'));
        var ofTwo = brought("Хоёр хэлцлийн баримт");
        paper(later, ofTwo);
        var running = transaction.execute(status -> workflow.nextNumber('S'));
        paper(running, keep("Явж буй хэлцэл"));
        var certificate = notarial("Гэрчилгээ");
        var terms = terms(Map.of(sale, clock.instant()));
        terms.learnEnds();

        clock.passes(Duration.ofDays(3650));
        terms(Map.of(later, clock.instant())).learnEnds();
        assertThat(terms.everyNight()).isZero();

        clock.passes(Duration.ofDays(10));
        assertThat(terms.everyNight()).isEqualTo(1);

        assertThatThrownBy(() -> store.open(ofOne)).isInstanceOf(ObjectStore.Missing.class);
        assertThat(ear.heard).singleElement().isInstanceOfSatisfying(ArchiveEvent.FileRemoved.class, event -> assertThat(event.sha256()).isEqualTo(ofOne));
        assertThat(List.of(ofTwo, certificate)).allSatisfy(sha256 -> assertThat(store.open(sha256)).isNotNull());
        assertThat(figures().removed()).isEqualTo(1);
        sweep.sweep();
        assertThat(failing()).as("what was taken away is not missed").isEmpty();
        assertThat(terms.everyNight()).isZero();
    }

    @Test
    void aCaseThatWasTakenUpAgainKeepsItsFiles() {
        var sha256 = brought("Маргаантай хэлцэл");
        var terms = terms(Map.of(sale, clock.instant()));
        terms.learnEnds();
        clock.passes(Duration.ofDays(4000));
        when(ends.isRunning(sale)).thenReturn(true);

        assertThat(terms.everyNight()).isZero();

        assertThat(store.open(sha256)).isNotNull();
    }

    @Test
    void onlyOperatorsSeeTheFigures() {
        var refused = archive.figures(new Actor(new PartyId(new UUID(0, 1)), "Нэр", Set.of(Role.BUYER)));

        assertThat(refused.refusal().code()).isEqualTo("TROUBLES_NOT_YOURS");
    }

    private void look(int most) {
        outages.round("archive", round -> sweep.sweep(round, most, clock.instant()));
    }

    private Archive.Figures figures() {
        return archive.figures(OPERATOR).get();
    }

    private List<Outage> failing() {
        return outages.all(OPERATOR).get().stream().filter(outage -> outage.poller().equals("archive")).toList();
    }

    private KeepingTerms terms(Map<CaseRef, Instant> over) {
        when(ends.since(any(), anyInt(), anyInt())).thenReturn(new CaseEnds.Page(new HashMap<>(over), over.size()));
        return new KeepingTerms(files, store, ends, workflow, ear.events, clock, transactions);
    }

    private String brought(String text) {
        var sha256 = keep(text);
        paper(sale, sha256);
        return sha256;
    }

    private String keep(String text) {
        var content = text.getBytes(StandardCharsets.UTF_8);
        var sha256 = DocumentPrinter.sha256(content);
        store.remove(sha256);
        store.keep(sha256, content);
        return sha256;
    }

    private void paper(CaseRef caseRef, String sha256) {
        sql.sql("insert into contract.brought_papers values (?, ?, 'Баримт', 'application/pdf', ?, ?, 'Нэр', now())")
                .params(UUID.randomUUID(), caseRef.number(), sha256, UUID.randomUUID()).update();
    }

    private String notarial(String text) {
        var sha256 = keep(text);
        sql.sql("""
                insert into contract.documents (id, case_ref, kind, slot, version, state, sha256, pages, facts, verification_code, drafted_at, body)
                values (?, ?, 'NOTARY_CERTIFICATE', '', 1, 'VALID', ?, 1, '{}', ?, now(), 'e1.a.sealed')""")
                .params(UUID.randomUUID(), sale.number(), sha256, new VerificationCodes().next()).update();
        return sha256;
    }

    private Path file(String sha256) {
        return data.resolve("documents").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }

    @TestConfiguration
    static class Ear {

        final List<ArchiveEvent> heard = new ArrayList<>();
        @Autowired org.springframework.context.ApplicationEventPublisher events;

        @EventListener
        void hear(ArchiveEvent event) {
            heard.add(event);
        }
    }
}
