package mn.eland.property.title;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import mn.eland.store.vault.SealedColumn;
import mn.eland.store.vault.Vault;
import mn.eland.workflow.outage.Outages;
import mn.eland.workflow.outage.Poller;
import mn.eland.workflow.outage.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private static final ObjectMapper JSON = new ObjectMapper();
    static final SealedColumn APPLICATION = new SealedColumn("property.filings", "application", "idempotency_key");
    private static final String SELECT = "select case_no, attempt, idempotency_key, property_id, state, filing_no, application, reason, filed_at, answered_at from property.filings ";

    private final JdbcClient jdbc;
    private final FilingOffice office;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;
    private final Outages outages;
    private final TransactionTemplate ownTransaction;
    private final Vault vault;

    private record Filing(CaseRef caseRef, int attempt, String key, PropertyId property, String state, String filingNo, String application) {

        boolean isOver() {
            return state.equals("REFUSED") || state.equals("WITHDRAWN");
        }
    }

    Filings(JdbcClient jdbc, FilingOffice office, ElandClock clock, ApplicationEventPublisher events,
            Outages outages, Vault vault, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.office = office;
        this.clock = clock;
        this.events = events;
        this.outages = outages;
        this.vault = vault;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public void remember(CaseRef caseRef, TransferPapers papers) {
        jdbc.sql("""
                        insert into property.transfer_papers (case_no, notary_number, contract_sha256, tax_receipt_no, urgent, fee_receipt_no)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (case_no) do update set notary_number = excluded.notary_number,
                            contract_sha256 = excluded.contract_sha256, tax_receipt_no = excluded.tax_receipt_no, urgent = excluded.urgent,
                            fee_receipt_no = excluded.fee_receipt_no""")
                .params(caseRef.number(), papers.notaryNumber(), papers.contractSha256(), papers.taxReceiptNo(), papers.urgent(),
                        papers.feeReceiptNo()).update();
    }

    TransferPapers papers(CaseRef caseRef) {
        return jdbc.sql("select * from property.transfer_papers where case_no = ?").param(caseRef.number())
                .query((row, n) -> new TransferPapers(row.getString("notary_number"), row.getString("contract_sha256"),
                        row.getString("tax_receipt_no"), row.getString("fee_receipt_no"), row.getBoolean("urgent")))
                .optional().orElse(new TransferPapers(null, null, null, null, false));
    }

    /** The number of the case's application, filed now or before; after a refusal a new application is filed. */
    String file(CaseRef caseRef, String stepKey, PropertyId property, FilingOffice.Application application) {
        var filing = ownTransaction.execute(status -> begin(caseRef, stepKey, property, application));
        if (filing.filingNo != null) {
            return filing.filingNo;
        }
        var filingNo = office.file(filing.key, application);
        jdbc.sql("update property.filings set state = 'PENDING', filing_no = ? where idempotency_key = ? and state = 'FILING'")
                .params(filingNo, filing.key).update();
        return filingNo;
    }

    private Filing begin(CaseRef caseRef, String stepKey, PropertyId property, FilingOffice.Application application) {
        var last = last(caseRef);
        if (last.isPresent() && !last.get().isOver()) {
            return last.get();
        }
        int attempt = last.map(filing -> filing.attempt + 1).orElse(1);
        var key = attempt == 1 ? stepKey : stepKey + ":" + attempt;
        jdbc.sql("""
                        insert into property.filings (case_no, attempt, idempotency_key, property_id, state, application, filed_at)
                        values (?, ?, ?, ?, 'FILING', ?, ?) on conflict (case_no, attempt) do nothing""")
                .params(caseRef.number(), attempt, key, property.value(), vault.seal(write(application), APPLICATION.place(key)), now()).update();
        return last(caseRef).orElseThrow();
    }

    /** Nobody asks the counter about it until the caller's transaction has ended. */
    private Optional<Filing> locked(CaseRef caseRef) {
        return jdbc.sql(SELECT + "where case_no = ? order by attempt desc limit 1 for update").param(caseRef.number()).query(Filings::filing).optional();
    }

    private Optional<Filing> last(CaseRef caseRef) {
        return jdbc.sql(SELECT + "where case_no = ? order by attempt desc limit 1").param(caseRef.number()).query(Filings::filing).optional();
    }

    public List<FilingView> of(CaseRef caseRef) {
        return jdbc.sql(SELECT + "where case_no = ? order by attempt").param(caseRef.number())
                .query((row, n) -> new FilingView(row.getInt("attempt"), row.getString("filing_no"), row.getString("state"),
                        row.getString("reason"), row.getTimestamp("filed_at").toInstant(),
                        row.getTimestamp("answered_at") == null ? null : row.getTimestamp("answered_at").toInstant())).list();
    }

    /** True while the case's application lies at the counter, as far as we know. */
    boolean isPending(CaseRef caseRef) {
        return last(caseRef).filter(filing -> !filing.isOver() && !filing.state.equals("REGISTERED")).isPresent();
    }

    /** True when the counter has decided on an application of which we do not know yet. */
    boolean isDecided(CaseRef caseRef) {
        return last(caseRef).filter(filing -> filing.state.equals("PENDING")).map(filing -> office.status(filing.filingNo).state())
                .filter(state -> state != FilingOffice.Status.State.PENDING).isPresent();
    }

    Optional<PropertyId> propertyOf(CaseRef caseRef) {
        return last(caseRef).map(Filing::property);
    }

    /** Undoes the application of a case that is called off. @throws RegistryUnavailable when the counter does not answer */
    public void undo(CaseRef caseRef, String reason) {
        last(caseRef).filter(filing -> !filing.isOver()).ifPresent(filing -> {
            var status = takenBack(filing, reason);
            if (status.state() == Status.State.REGISTERED) {
                throw new IllegalStateException("the transfer of " + caseRef + " is registered and cannot be taken back");
            }
            answer(filing, status.state().name(), status.reason());
        });
    }

    /**
     * Asks the counter to give the application back before anything else is undone: {@code TRANSFER_REGISTERED} when the
     * registrar was faster, {@code REGISTRY_SILENT} when nobody can say. Changes nothing here, so that it may be asked in vain;
     * what the counter says of it is not heard before the caller has called the case off.
     */
    public Outcome<Void> withdraw(CaseRef caseRef, String reason) {
        try {
            boolean late = locked(caseRef).filter(filing -> !filing.isOver())
                    .filter(filing -> takenBack(filing, reason).state() == Status.State.REGISTERED).isPresent();
            return late ? Outcome.refused(Refusal.conflict("TRANSFER_REGISTERED")) : Outcome.done();
        } catch (RegistryUnavailable silent) {
            return Outcome.refused(Refusal.conflict("REGISTRY_SILENT"));
        }
    }

    /** One whose number never came is filed once more under its key first, because it may lie at the counter. */
    private Status takenBack(Filing filing, String reason) {
        if (filing.filingNo == null && filing.application == null) {
            return new Status(Status.State.WITHDRAWN, null, reason, null);
        }
        return office.withdraw(filing.filingNo == null ? office.file(filing.key, read(vault.open(filing.application, APPLICATION.place(filing.key)))) : filing.filingNo, reason);
    }

    void note(Actor actor, CaseRef caseRef, String kind, String note) {
        jdbc.sql("insert into property.filing_notes (case_no, kind, note, noted_by, noted_at) values (?, ?, ?, ?, ?)")
                .params(caseRef.number(), kind, note, actor.party().value(), now()).update();
    }

    void correctCertificate(PropertyId property, String certificateNo) {
        jdbc.sql("update property.properties set certificate_no = ? where id = ?").params(certificateNo, property.value()).update();
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
        return jdbc.sql("select count(*) from property.filings where state = 'PENDING'").query(Integer.class).single();
    }

    @Override
    public void tryNow() {
        poll();
    }

    private void poll(Round round) {
        var waiting = jdbc.sql("select idempotency_key from property.filings where state = 'PENDING' order by filed_at")
                .query(String.class).list();
        for (var key : waiting) {
            try {
                ownTransaction.executeWithoutResult(status -> ask(key));
                round.answered();
            } catch (RegistryUnavailable later) {
                round.failed(later);
                LOG.warn("The registrar did not answer: {}", later.getMessage());
                return;
            } catch (RuntimeException unexpected) {
                round.failed(unexpected);
                LOG.error("Asking about the application {} failed", key, unexpected);
            }
        }
    }

    private void ask(String key) {
        var found = jdbc.sql(SELECT + "where idempotency_key = ? and state = 'PENDING' for update skip locked").param(key)
                .query(Filings::filing).optional();
        if (found.isEmpty()) {
            return;
        }
        var filing = found.get();
        var status = office.status(filing.filingNo);
        switch (status.state()) {
            case PENDING -> { }
            case REGISTERED -> {
                answer(filing, "REGISTERED", null);
                if (status.newCertificateNo() != null && status.newCertificateNo().matches("\\d{9}")) {
                    correctCertificate(filing.property, status.newCertificateNo());
                }
                events.publishEvent(new TransferRegistered(filing.caseRef, filing.property, filing.filingNo, clock.instant()));
            }
            case REFUSED, WITHDRAWN -> {
                answer(filing, status.state().name(), status.reason());
                events.publishEvent(new TransferRefused(filing.caseRef, filing.property, filing.filingNo, status.ground(), status.reason()));
            }
        }
    }

    private void answer(Filing filing, String state, String reason) {
        jdbc.sql("update property.filings set state = :state, reason = :reason, answered_at = :now where idempotency_key = :key")
                .param("state", state).param("reason", reason, java.sql.Types.VARCHAR).param("now", now()).param("key", filing.key).update();
    }

    private static Filing filing(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Filing(CaseRef.of(row.getString("case_no")), row.getInt("attempt"), row.getString("idempotency_key"),
                new PropertyId(row.getObject("property_id", UUID.class)), row.getString("state"), row.getString("filing_no"),
                row.getString("application"));
    }

    private String write(FilingOffice.Application application) {
        try {
            return JSON.writeValueAsString(application);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private FilingOffice.Application read(String application) {
        try {
            return JSON.readValue(application, FilingOffice.Application.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
