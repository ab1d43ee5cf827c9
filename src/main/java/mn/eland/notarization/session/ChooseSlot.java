package mn.eland.notarization.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The task "Choose slot" of the parties: the earliest, or the earliest from a day on. Every free slot stands on the page of the session. */
@Component
class ChooseSlot implements TaskForm {

    private final Meetings meetings;

    ChooseSlot(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("session.fact.case", task.caseRef().number()));
        var free = meetings.free(actor, task.caseRef(), null);
        if (free.isDone() && !free.get().isEmpty()) {
            facts.add(Fact.of("session.fact.earliest", free.get().get(0).from()));
            facts.add(Fact.of("session.fact.notary", free.get().get(0).notary()));
            facts.add(Fact.of("session.fact.office", free.get().get(0).office()));
        }
        return facts;
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return List.of(new Document("session.title", "/notarizations/" + task.caseRef() + "/slot"));
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return meetings.takeEarliest(actor, task.caseRef(), SlotWish.of(answers)).map(taken -> null);
    }
}
