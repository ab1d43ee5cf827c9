package mn.eland.sale.ruling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Role;
import mn.eland.sale.Sales.SaleView;
import mn.eland.workflow.Ruling;
import mn.eland.workflow.Ruling.Change;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/**
 * The rules that decided in a sale. People of the sale hear in a sentence why something was refused and what alone would have let it
 * pass; staff of the sale read the rule; what was weighed as a risk is for those who watch risks.
 */
@Component
public class DealRulings {

    private static final Set<String> SECRET = Set.of("saleFraudSignals", "riskOutcome", "amlCddLevel", "amlReporting");
    private final Workflow workflow;

    DealRulings(Workflow workflow) {
        this.workflow = workflow;
    }

    public View of(Actor actor, SaleView sale) {
        var rulings = workflow.rulings(sale.id().caseRef());
        var open = rulings.stream().filter(DealRulings::isOpen).toList();
        boolean party = actor.party().equals(sale.seller()) || actor.party().equals(sale.buyer());
        if (party || !actor.isStaff()) {
            return new View(List.of(), plain(open));
        }
        boolean watches = actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD, Role.OPERATOR, Role.ADMIN);
        var full = new ArrayList<>(watches ? rulings : open);
        Collections.reverse(full);
        return new View(full, plain(open));
    }

    /** Nobody is warned that the law on money laundering has been applied. */
    private static boolean isOpen(Ruling ruling) {
        return !SECRET.contains(ruling.decisionKey()) && ruling.rules().stream().noneMatch(rule -> rule.source().startsWith("AML"));
    }

    /** Of each table that refuses in words its last answer, if it refused. */
    private List<Refused> plain(List<Ruling> rulings) {
        var last = new LinkedHashMap<String, Ruling>();
        rulings.forEach(ruling -> last.put(ruling.decisionKey(), ruling));
        var refused = new ArrayList<Refused>();
        for (var words : Plain.values()) {
            var ruling = last.get(words.table());
            if (ruling != null && !ruling.outputs().isEmpty() && !words.passes(ruling.outputs())) {
                refused.add(new Refused(words.reasonKey(ruling.outputs()), words.within(ruling.outputs()), ruling.at(),
                        workflow.whatWouldPass(ruling, words.changeable(), words::passes).stream().map(DealRulings::hint).toList()));
            }
        }
        return refused;
    }

    private static Hint hint(Change change) {
        boolean amount = change.value() instanceof Number;
        return new Hint("ruling.change." + change.input() + (amount ? "" : "." + change.value()), amount ? String.valueOf(change.value()) : "");
    }

    /** @param full for staff of the sale, newest first; @param plain for everybody in it */
    public record View(List<Ruling> full, List<Refused> plain) {

        public boolean isEmpty() {
            return full.isEmpty() && plain.isEmpty();
        }

        public Map<String, String> codes(Ruling ruling) {
            var codes = new LinkedHashMap<String, String>();
            ruling.outputs().forEach((column, value) -> codes.put(column, value == null ? "–" : value.toString()));
            return codes;
        }
    }

    /** @param within how many days there are to mend it, or null; @param enough each of them alone would do */
    public record Refused(String reasonKey, Integer within, Instant at, List<Hint> enough) {
    }

    public record Hint(String key, String amount) {
    }
}
