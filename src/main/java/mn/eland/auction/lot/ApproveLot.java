package mn.eland.auction.lot;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** An auctioneer looks at the terms of a lot before it is published. */
@Component
class ApproveLot implements TaskForm {

    private final Lots lots;

    ApproveLot(Lots lots) {
        this.lots = lots;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return lots.find(task.caseRef()).map(LotFacts::withReserve).orElse(List.of());
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return lots.approve(actor, task.caseRef(), "PUBLISH".equals(answers.get("decision")), (String) answers.get("reason"));
    }
}
