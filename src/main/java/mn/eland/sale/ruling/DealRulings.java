package mn.eland.sale.ruling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.kernel.Standing;
import mn.eland.property.ListingView;
import mn.eland.sale.Sales.SaleView;
import mn.eland.workflow.Ruling;
import mn.eland.workflow.Ruling.Change;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/**
 * The rules that decided in a sale or on a listing. People of the sale hear in a sentence why something was refused and what alone would have let it
 * pass; staff of the sale read the rule; what was weighed as a risk is for those who watch risks.
 */
@Component
public class DealRulings {

    private static final Set<String> SECRET = Set.of("saleFraudSignals", "riskOutcome", "amlCddLevel", "amlReporting");
    private final Workflow workflow;
    private final Standing standing;
    private final Parties parties;

    DealRulings(Workflow workflow, Standing standing, Parties parties) {
        this.workflow = workflow;
        this.standing = standing;
        this.parties = parties;
    }

    public View of(Actor actor, SaleView sale) {
        return view(actor, actor.party().equals(sale.seller()) || actor.party().equals(sale.buyer()), workflow.rulings(sale.id().caseRef()), List.of());
    }

    /**
     * Why a property was not put on the market, for its seller and for staff; why an offer for it was refused, for the buyer and who
     * represents him, for the agent of the listing and for those who watch risks. To everybody else it is nothing.
     */
    public View of(Actor actor, ListingView listing) {
        if (actor == null) {
            return new View(List.of(), List.of(), Map.of());
        }
        boolean seller = actor.party().equals(listing.seller());
        boolean offers = !seller && (watches(actor) || actor.party().equals(listing.agent()));
        var mine = standing.principals(actor);
        return view(actor, seller, workflow.rulings(listing.number()).stream()
                .filter(ruling -> ruling.about() == null ? seller || actor.isStaff() : offers || mine.contains(ruling.about())).toList(), mine);
    }

    private View view(Actor actor, boolean party, List<Ruling> rulings, List<PartyId> mine) {
        var open = rulings.stream().filter(DealRulings::isOpen).toList();
        if (party || !actor.isStaff()) {
            return new View(List.of(), plain(open), Map.of());
        }
        var full = new ArrayList<>(watches(actor) ? rulings : open);
        Collections.reverse(full);
        var people = full.stream().map(Ruling::about).filter(Objects::nonNull).distinct()
                .collect(Collectors.toMap(Function.identity(), about -> parties.party(about).shortName()));
        return new View(full, plain(open.stream().filter(ruling -> ruling.about() == null || mine.contains(ruling.about())).toList()), people);
    }

    private static boolean watches(Actor actor) {
        return actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD, Role.OPERATOR, Role.ADMIN);
    }

    /** Nobody is warned that the law on money laundering has been applied. */
    private static boolean isOpen(Ruling ruling) {
        return !SECRET.contains(ruling.decisionKey()) && ruling.rules().stream().noneMatch(rule -> rule.source().startsWith("AML"));
    }

    /** Of each table that refuses in words its last answer to each person, if it refused. */
    private List<Refused> plain(List<Ruling> rulings) {
        var last = new LinkedHashMap<String, Ruling>();
        rulings.forEach(ruling -> last.put(ruling.decisionKey() + ruling.about(), ruling));
        var refused = new ArrayList<Refused>();
        for (var words : Plain.values()) {
            last.values().stream().filter(ruling -> ruling.decisionKey().equals(words.table()) && !ruling.outputs().isEmpty() && !words.passes(ruling.outputs()))
                    .map(ruling -> new Refused(words.reasonKey(ruling.outputs()), words.within(ruling.outputs()), ruling.at(),
                            workflow.whatWouldPass(ruling, words.changeable(), words::passes).stream().map(DealRulings::hint).toList()))
                    .forEach(refused::add);
        }
        return refused;
    }

    private static Hint hint(Change change) {
        boolean amount = change.value() instanceof Number;
        return new Hint("ruling.change." + change.input() + (amount ? "" : "." + change.value()), amount ? String.valueOf(change.value()) : "");
    }

    /** @param full for staff of the sale, newest first; @param plain for everybody in it; @param people names of those whom full is about */
    public record View(List<Ruling> full, List<Refused> plain, Map<PartyId, String> people) {

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
