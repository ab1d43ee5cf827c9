package mn.eland.sale.risk;

import java.time.Instant;
import java.util.List;
import mn.eland.sale.risk.finding.LinkGraph;
import mn.eland.sale.risk.finding.Signal;
import mn.eland.workflow.Workflow.RuleView;

/**
 * One assessment of a sale as it was seen then.
 *
 * @param rules    the rows of {@code saleFraudSignals} that answered; @param outcome the row of {@code riskOutcome} that did
 * @param news     false when everything had been accepted before
 * @param decision CLEAR or BLOCK when a person decided, else null
 */
public record Assessment(long id, Instant at, List<Signal> signals, LinkGraph graph, long score, List<String> codes, List<RuleView> rules,
                         RuleView outcome, boolean news, boolean sanctions, boolean pep, String decision, String note, String decidedBy,
                         Instant decidedAt) {

    /** What the table said, or a person where the table asked for one. */
    public boolean accepted() {
        return "allow".equals(result()) || "CLEAR".equals(decision) || !news;
    }

    public String result() {
        return outcome == null ? null : (String) outcome.outputs().get("riskOutcome");
    }

    /** The rows that this signal had a part in. */
    public List<RuleView> rulesOf(Signal signal) {
        return rules.stream().filter(rule -> rule.conditions().containsKey(signal.name())).toList();
    }
}
