package mn.eland.identity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The task "Review identity": somebody with the right decides whether we deal with this person. */
@Component
class ReviewIdentity implements TaskForm {

    private static final String APPROVE = "APPROVE";

    private final Parties parties;

    ReviewIdentity(Parties parties) {
        this.parties = parties;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return parties.review(task.caseRef()).map(review -> facts(review.party(), review.identification())).orElse(List.of());
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        var approved = APPROVE.equals(answers.get("decision"));
        var fundsSource = (String) answers.get("fundsSource");
        if (approved && (fundsSource == null || fundsSource.isBlank())) {
            return Outcome.refused(Refusal.invalid("FUNDS_SOURCE_MISSING", "fundsSource"));
        }
        return parties.decideReview(actor, task.caseRef(), approved, fundsSource, (String) answers.get("note"));
    }

    private static List<Fact> facts(PartyView party, Parties.Identification found) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("identity.fact.name", party.fullName()));
        facts.add(Fact.of("identity.fact.register", party.registerNo()));
        if (party.birthDate() != null) {
            facts.add(Fact.of("identity.fact.born", party.birthDate()));
        }
        facts.add(Fact.of("identity.fact.address", party.address()));
        facts.add(new Fact("identity.fact.level", new MessageKey("identity.level." + found.level()), "waiting"));
        facts.add(marked("identity.fact.found", found.found(), "danger", !found.found()));
        facts.add(marked("identity.fact.nameMatches", found.nameMatches(), "danger", !found.nameMatches()));
        facts.add(marked("identity.fact.pep", found.pep(), "danger", found.pep()));
        facts.add(marked("identity.fact.resident", party.resident(), "waiting", !party.resident()));
        return facts;
    }

    private static Fact marked(String key, boolean value, String tone, boolean mark) {
        return new Fact(key, value, mark ? tone : null);
    }
}
