package mn.eland.property.title;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PropertyId;
import mn.eland.kernel.Refusal;
import mn.eland.property.FilingView;
import mn.eland.property.PropertyEvent.TransferRefused;
import mn.eland.property.PropertyEvent.TransferRegistered;
import mn.eland.property.TransferPapers;
import mn.eland.property.spi.FilingOffice;
import mn.eland.property.spi.FilingOffice.Status;
import mn.eland.property.spi.RegistryUnavailable;
import mn.eland.property.title.FilingStore.Filing;
import mn.eland.workflow.outage.Outages;
import mn.eland.workflow.outage.Poller;
import mn.eland.workflow.outage.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applications at the registrar's counter. The row with its key is committed before the call goes out, so a call whose
 * answer was lost is repeated with the same key and finds its first number.
 */
@Component
public class Filings implements Poller {

    private static final Logger LOG = LoggerFactory.getLogger(Filings.class);
    /** Two that give no answer one after the other: then it is the counter and not an application. */
    private static final int MOST_SILENCES = 2;

    private final FilingStore store;
    private final FilingOffice office;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;
    private final Outages outages;
    private final TransactionTemplate ownTransaction;
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    Filings(FilingStore store, FilingOffice office, ElandClock clock, ApplicationEventPublisher events, Outages outages,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.office = office;
        this.clock = clock;
        this.events = events;
        this.outages = outages;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public void remember(CaseRef caseRef, TransferPapers papers) {
        store.remember(caseRef, papers);
    }

    TransferPapers papers(CaseRef caseRef) {
        return store.papers(caseRef);
    }

    /** The number of the case's application, filed now or before; after a refusal a new application is filed. */
    String file(CaseRef caseRef, String stepKey, PropertyId property, FilingOffice.Application application) {
        var filing = ownTransaction.execute(status -> store.begin(caseRef, stepKey, property, application));
        if (filing.filingNo() != null) {
            return filing.filingNo();
        }
        var filingNo = office.file(filing.key(), application);
        store.numbered(filing, filingNo);
        return filingNo;
    }

    public List<FilingView> of(CaseRef caseRef) {
        return store.of(caseRef);
    }

    /** True while the case's application lies at the counter, as far as we know. */
    boolean isPending(CaseRef caseRef) {
        return store.last(caseRef).filter(filing -> !filing.isOver() && !filing.state().equals("REGISTERED")).isPresent();
    }

    /** True when the counter has decided on an application of which we do not know yet. */
    boolean isDecided(CaseRef caseRef) {
        return store.last(caseRef).filter(filing -> filing.state().equals("PENDING")).map(filing -> office.status(filing.filingNo()).state())
                .filter(state -> state != Status.State.PENDING).isPresent();
    }

    Optional<PropertyId> propertyOf(CaseRef caseRef) {
        return store.last(caseRef).map(Filing::property);
    }

    /** Undoes the application of a case that is called off. @throws RegistryUnavailable when the counter does not answer */
    public void undo(CaseRef caseRef, String reason) {
        store.last(caseRef).filter(filing -> !filing.isOver()).ifPresent(filing -> {
            var status = takenBack(filing, reason);
            if (status.state() == Status.State.REGISTERED) {
                throw new IllegalStateException("the transfer of " + caseRef + " is registered and cannot be taken back");
            }
            store.answer(filing, status.state().name(), status.reason());
        });
    }

    /**
     * Asks the counter to give the application back before anything else is undone: {@code TRANSFER_REGISTERED} when the
     * registrar was faster, {@code REGISTRY_SILENT} when nobody can say. Changes nothing here, so that it may be asked in vain;
     * what the counter says of it is not heard before the caller has called the case off.
     */
    public Outcome<Void> withdraw(CaseRef caseRef, String reason) {
        try {
            boolean late = store.locked(caseRef).filter(filing -> !filing.isOver())
                    .filter(filing -> takenBack(filing, reason).state() == Status.State.REGISTERED).isPresent();
            return late ? Outcome.refused(Refusal.conflict("TRANSFER_REGISTERED")) : Outcome.done();
        } catch (RegistryUnavailable silent) {
            return Outcome.refused(Refusal.conflict("REGISTRY_SILENT"));
        }
    }

    /** One whose number never came is filed once more under its key first, because it may lie at the counter. */
    private Status takenBack(Filing filing, String reason) {
        if (filing.filingNo() == null && filing.application() == null) {
            return new Status(Status.State.WITHDRAWN, null, reason, null);
        }
        return office.withdraw(filing.filingNo() == null ? office.file(filing.key(), store.application(filing)) : filing.filingNo(), reason);
    }

    void note(Actor actor, CaseRef caseRef, String kind, String note) {
        store.note(actor, caseRef, kind, note);
    }

    void correctCertificate(PropertyId property, String certificateNo) {
        store.correctCertificate(property, certificateNo);
    }

    /** Asks the counter about every application that is not answered yet. */
    @Scheduled(fixedDelayString = "${eland.property.filing-poll:PT5S}", initialDelayString = "${eland.property.filing-poll:PT5S}")
    public void poll() {
        outages.round(name(), this::poll);
    }

    @Override
    public String name() {
        return "filings";
    }

    @Override
    public int waiting() {
        return store.pending().size();
    }

    @Override
    public void tryNow() {
        poll();
    }

    /** One that the counter keeps silent about is asked for after the others, so that it holds up nobody else's transfer. */
    private void poll(Round round) {
        int silences = 0;
        for (var key : inTurn()) {
            try {
                ownTransaction.executeWithoutResult(status -> ask(key));
                round.answered();
                unanswered.remove(key);
                silences = 0;
            } catch (RegistryUnavailable later) {
                round.failed(later);
                unanswered.add(key);
                LOG.warn("The registrar did not answer: {}", later.getMessage());
                if (++silences == MOST_SILENCES) {
                    return;
                }
            } catch (RuntimeException unexpected) {
                round.failed(unexpected);
                LOG.error("Asking about the application {} failed", key, unexpected);
            }
        }
    }

    private List<String> inTurn() {
        var waiting = store.pending();
        unanswered.retainAll(waiting);
        return waiting.stream().sorted(Comparator.comparing(unanswered::contains)).toList();
    }

    private void ask(String key) {
        var found = store.pending(key);
        if (found.isEmpty()) {
            return;
        }
        var filing = found.get();
        var status = office.status(filing.filingNo());
        switch (status.state()) {
            case PENDING -> { }
            case REGISTERED -> {
                store.answer(filing, "REGISTERED", null);
                if (status.newCertificateNo() != null && status.newCertificateNo().matches("\\d{9}")) {
                    correctCertificate(filing.property(), status.newCertificateNo());
                }
                events.publishEvent(new TransferRegistered(filing.caseRef(), filing.property(), filing.filingNo(), clock.instant()));
            }
            case REFUSED, WITHDRAWN -> {
                store.answer(filing, status.state().name(), status.reason());
                events.publishEvent(new TransferRefused(filing.caseRef(), filing.property(), filing.filingNo(), status.ground(), status.reason()));
            }
        }
    }
}
