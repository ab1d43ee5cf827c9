package mn.eland.property.web;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.property.title.TitleDesk;
import mn.eland.property.title.TitleDesk.Fix;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The task "Fix a filing": the agent puts right what the registrar refused, or gives up. */
@Component
class FixFiling implements TaskForm {

    private final TitleDesk desk;
    private final CaseFactsOfProperty facts;

    FixFiling(TitleDesk desk, CaseFactsOfProperty facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return facts.ofFiling(task.caseRef());
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return desk.fixFiling(actor, task.caseRef(), new Fix("REFILE".equals(answers.get("decision")),
                (String) answers.get("explanation"), (String) answers.get("certificateNo")));
    }
}
