package mn.eland.contract.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import mn.eland.contract.archive.ArchiveEvent.FileDamaged;
import mn.eland.contract.archive.ArchiveEvent.FileRestored;
import mn.eland.contract.archive.KeptFiles.State;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.workflow.outage.Outages;
import mn.eland.workflow.outage.Poller;
import mn.eland.workflow.outage.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads every kept file once a month, a handful at a time, and holds it against the hash that is its name. What it found is noted
 * file by file, so a restart goes on where the last round stopped. A damaged file stands before the operators until it is put back.
 */
@Component
class IntegritySweep implements Poller {

    private static final Logger LOG = LoggerFactory.getLogger(IntegritySweep.class);
    private static final Duration LOOKED_AT_WITHIN = Duration.ofDays(30);
    private static final Duration DAMAGED_AGAIN_AFTER = Duration.ofHours(1);
    private static final int HANDFUL = 500;

    private final KeptFiles files;
    private final ObjectStore store;
    private final Outages outages;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;
    private final TransactionTemplate transaction;

    IntegritySweep(KeptFiles files, ObjectStore store, Outages outages, ApplicationEventPublisher events, ElandClock clock,
                   PlatformTransactionManager transactions) {
        this.files = files;
        this.store = store;
        this.outages = outages;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${eland.archive.sweep-every:PT10M}", initialDelayString = "${eland.archive.sweep-every:PT10M}")
    void sweep() {
        outages.round(name(), round -> sweep(round, HANDFUL, clock.instant().minus(DAMAGED_AGAIN_AFTER)));
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public int waiting() {
        return files.damaged();
    }

    @Override
    public void tryNow() {
        outages.round(name(), round -> sweep(round, HANDFUL, clock.instant()));
    }

    void sweep(Round round, int most, Instant damagedBefore) {
        for (var sha256 : files.due(clock.instant().minus(LOOKED_AT_WITHIN), damagedBefore, most)) {
            var state = look(sha256);
            transaction.executeWithoutResult(status -> files.found(sha256, state, clock.instant()).ifPresent(caseRef -> tell(caseRef, sha256, state)));
        }
        int damaged = files.damaged();
        if (damaged > 0) {
            round.failed(new Damaged(damaged));
        } else {
            round.answered();
        }
    }

    /** @throws ObjectStore.Unavailable when the store does not answer: then nothing is said about the file */
    private State look(String sha256) {
        try (var content = store.open(sha256)) {
            return hash(content).equals(sha256) ? State.WHOLE : State.CHANGED;
        } catch (ObjectStore.Missing e) {
            return State.MISSING;
        } catch (IOException e) {
            throw new ObjectStore.Unavailable("the file " + sha256 + " cannot be read", e);
        } catch (IllegalStateException e) {
            LOG.error("The kept file {} cannot be opened: {}", sha256, e.getMessage());
            return State.CHANGED;
        }
    }

    private void tell(CaseRef caseRef, String sha256, State state) {
        if (state == State.WHOLE) {
            events.publishEvent(new FileRestored(caseRef, sha256, clock.instant()));
        } else {
            LOG.error("The kept file {} of {} is {}", sha256, caseRef, state);
            events.publishEvent(new FileDamaged(caseRef, sha256, state.name(), clock.instant()));
        }
    }

    private static String hash(InputStream content) {
        try (var hashing = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            hashing.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(hashing.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Files of the archive are not what they were. */
    static final class Damaged extends RuntimeException {
        Damaged(int files) {
            super(files + " kept files are changed or missing");
        }
    }
}
