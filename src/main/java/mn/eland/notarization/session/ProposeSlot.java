package mn.eland.notarization.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.notarization.Notarizations;
import mn.eland.notarization.Notarizations.NotarizationView;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The task "Propose slot": the parties have chosen none, so a notary of the district offers a time of her own. */
@Component
class ProposeSlot implements TaskForm {

    private final Meetings meetings;
    private final Notarizations notarizations;
    private final Parties parties;

    ProposeSlot(Meetings meetings, Notarizations notarizations, Parties parties) {
        this.meetings = meetings;
        this.notarizations = notarizations;
        this.parties = parties;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return notarizations.notarization(task.caseRef()).map(act -> facts(actor, act)).orElse(List.of());
    }

    private List<Fact> facts(Actor actor, NotarizationView act) {
        var facts = new ArrayList<Fact>();
        var hindrance = notarizations.mayAct(actor, act.caseRef()).refusal();
        if (hindrance != null) {
            facts.add(new Fact("notarization.fact.hindrance", new MessageKey("notarization.hindrance." + hindrance.code()), "danger"));
        }
        facts.add(Fact.of("notarization.fact.registryNo", act.request().registryNo()));
        facts.add(Fact.of("notarization.fact.district", new MessageKey("district." + act.request().district())));
        facts.add(Fact.of("notarization.fact.seller", parties.party(act.request().seller()).fullName()));
        facts.add(Fact.of("notarization.fact.buyer", parties.party(act.request().buyer()).fullName()));
        return facts;
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return meetings.propose(actor, task.caseRef(), SlotWish.of(answers)).map(taken -> null);
    }
}
