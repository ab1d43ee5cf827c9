package mn.eland.property.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.property.title.TitleDesk;
import mn.eland.property.title.TitleDesk.Chase;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The task "Chase the registrar": the agent asks why the answer takes so long. */
@Component
class ChaseRegistrar implements TaskForm {

    private final TitleDesk desk;
    private final CaseFactsOfProperty facts;

    ChaseRegistrar(TitleDesk desk, CaseFactsOfProperty facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return facts.ofFiling(task.caseRef());
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return desk.chaseRegistrar(actor, task.caseRef(), new Chase((LocalDate) answers.get("askedOn"),
                (String) answers.get("channel"), (String) answers.get("answer")));
    }
}
