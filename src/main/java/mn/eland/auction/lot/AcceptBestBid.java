package mn.eland.auction.lot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The seller answers the best bid, which did not reach the reserve. */
@Component
class AcceptBestBid implements TaskForm {

    private final Lots lots;

    AcceptBestBid(Lots lots) {
        this.lots = lots;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        var facts = new ArrayList<Fact>();
        lots.find(task.caseRef()).ifPresent(lot -> {
            facts.addAll(LotFacts.withReserve(lot));
            facts.add(new Fact("auction.fact.bestBid", lot.outcome().price(), "waiting"));
        });
        return facts;
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return lots.answerBestBid(actor, task.caseRef(), "SELL".equals(answers.get("decision")));
    }
}
