package mn.eland.sale.refusal;

import static mn.eland.kernel.Outcome.refused;

import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.notarization.Notarizations;
import mn.eland.notarization.Notarizations.NotarizationView;
import mn.eland.sale.deal.Deals;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a notary refused, and how it was put right. A notary acts when the set of documents is complete (instruction 2.2),
 * so the table {@code refusalRemedy} says which grounds leave the parties time to complete it.
 */
@Component
@Transactional
public class NotaryRefusals {

    private static final String TASK = "fixDocuments";
    private static final String SILENCE = "NOT_ACCEPTED";

    private final Notarizations notarizations;
    private final Workflow workflow;
    private final Deals deals;
    private final JdbcClient jdbc;
    private final ElandClock clock;

    NotaryRefusals(Notarizations notarizations, Workflow workflow, Deals deals, JdbcClient jdbc, ElandClock clock) {
        this.notarizations = notarizations;
        this.workflow = workflow;
        this.deals = deals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param paperNo number of the paper that was missing, or null when none was; @param note what was done, or why nothing can be */
    record Fix(boolean fixed, String paperNo, String note) {
    }

    /** The ground of the last refusal, which the sale now writes down; that of the parties' silence is theirs, not the notary's. */
    public String read(CaseRef sale) {
        var code = last(sale).orElseThrow(() -> new IllegalStateException("no notary refused " + sale)).refusalCode();
        if (!code.equals(SILENCE)) {
            deals.note(sale, "notaryRefused", null, Map.of("ground", "notarization.refusal." + code), null);
        }
        return code;
    }

    /** What has to be brought now, and until when; empty while nothing has. */
    @Transactional(readOnly = true)
    public Optional<ToBring> toBring(CaseRef sale) {
        return workflow.isOpen(sale, TASK) ? last(sale).map(act -> new ToBring(act.refusalCode(), act.refusalGrounds(),
                workflow.plus(act.decidedAt(), term(act.refusalCode())))) : Optional.empty();
    }

    private String term(String code) {
        return (String) workflow.decide("refusalRemedy", Map.of("refusalCode", code)).get(0).get(RefusalVariables.BRING_WITHIN.name());
    }

    /** An agent has completed what the notary missed, or says that it cannot be. */
    Outcome<Void> fix(Actor agent, CaseRef sale, Fix fix) {
        if (!agent.isAnyOf(Role.AGENT, Role.OPERATOR, Role.ADMIN)) {
            return refused(Refusal.forbidden("AGENT_ONLY"));
        }
        return workflow.complete(sale, TASK, agent, Values.of(RefusalVariables.DOCUMENTS_FIXED, fix.fixed)).map(done -> {
            write(agent, sale, fix);
            return null;
        });
    }

    private void write(Actor agent, CaseRef sale, Fix fix) {
        jdbc.sql("insert into sale.refusal_cures (sale, code, fixed, paper_no, note, by_party, at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(sale.number(), last(sale).orElseThrow().refusalCode(), fix.fixed, fix.paperNo, fix.note, agent.party().value(),
                        Timestamp.from(clock.instant())).update();
        deals.note(sale, fix.fixed ? "documentsFixed" : "documentsGivenUp", agent.name(), Map.of("note", fix.note), null);
    }

    private Optional<NotarizationView> last(CaseRef sale) {
        return notarizations.notarization(sale).filter(act -> act.refusalCode() != null);
    }
}
