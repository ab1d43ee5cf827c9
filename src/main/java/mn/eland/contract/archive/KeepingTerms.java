package mn.eland.contract.archive;

import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import mn.eland.contract.archive.ArchiveEvent.FileRemoved;
import mn.eland.contract.archive.KeptFiles.State;
import mn.eland.kernel.ElandClock;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.ended.CaseEnds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files of a case are kept for as long as somebody can sue upon it, counted from its end; a notary's papers are kept for ever. A file
 * with a place in several cases stays as long as the last of them. Only then is it taken away; its hash and who signed it stay.
 */
@Component
class KeepingTerms {

    private static final Logger LOG = LoggerFactory.getLogger(KeepingTerms.class);
    /** Ends are written by several nodes: what ended a moment before the last one known may become visible after it. */
    private static final Duration OVERLAP = Duration.ofHours(1);
    private static final int PAGE = 500;
    private static final int HANDFUL = 1000;

    private final KeptFiles files;
    private final ObjectStore store;
    private final CaseEnds ends;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;
    private final TransactionTemplate transaction;

    KeepingTerms(KeptFiles files, ObjectStore store, CaseEnds ends, Workflow workflow, ApplicationEventPublisher events, ElandClock clock,
                 PlatformTransactionManager transactions) {
        this.files = files;
        this.store = store;
        this.ends = ends;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Learns which cases are over. */
    @Scheduled(fixedDelayString = "${eland.archive.close-every:PT10M}", initialDelayString = "${eland.archive.close-every:PT10M}")
    void learnEnds() {
        var last = files.lastClosed();
        var since = last.isAfter(java.time.Instant.EPOCH) ? last.minus(OVERLAP) : last;
        int first = 0;
        for (int seen = PAGE; seen == PAGE; first += PAGE) {
            var page = ends.since(since, first, PAGE);
            page.over().forEach(files::closed);
            seen = page.seen();
        }
    }

    /** @return how many files were taken away */
    @Scheduled(cron = "0 50 3 * * *", zone = "Asia/Ulaanbaatar")
    int everyNight() {
        var before = clock.instant().atOffset(ZoneOffset.UTC).minus(Period.parse(workflow.parameter("retention.contracts"))).toInstant();
        int removed = 0;
        for (var sha256 : files.outOfTerm(before, HANDFUL)) {
            removed += remove(sha256) ? 1 : 0;
        }
        if (removed > 0) {
            LOG.info("{} kept files were taken away after their term", removed);
        }
        return removed;
    }

    /** First from the store, then from the list: what is interrupted is done again. A case that was taken up again keeps its files. */
    private boolean remove(String sha256) {
        var cases = files.cases(sha256);
        if (cases.stream().anyMatch(ends::isRunning)) {
            return false;
        }
        store.remove(sha256);
        transaction.executeWithoutResult(status -> {
            files.found(sha256, State.REMOVED, clock.instant());
            cases.forEach(caseRef -> events.publishEvent(new FileRemoved(caseRef, sha256, clock.instant())));
        });
        return true;
    }
}
