package mn.eland.auction.lot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** Who came second is asked, because the winner did not buy. */
@Component
class TakeLot implements TaskForm {

    private final Lots lots;

    TakeLot(Lots lots) {
        this.lots = lots;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        var facts = new ArrayList<Fact>();
        lots.find(task.caseRef()).ifPresent(lot -> {
            facts.addAll(LotFacts.of(lot));
            facts.add(new Fact("auction.fact.yourPrice", lot.outcome().price(), "waiting"));
        });
        return facts;
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return lots.answerRunnerUp(actor, task.caseRef(), "TAKE".equals(answers.get("decision")));
    }
}
