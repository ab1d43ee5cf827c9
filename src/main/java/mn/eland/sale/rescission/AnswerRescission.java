package mn.eland.sale.rescission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.sale.SaleId;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The other party reads the agreement. Accepting is done on its page with a one-time code, refusing here. */
@Component
class AnswerRescission implements TaskForm {

    private final Rescissions rescissions;

    AnswerRescission(Rescissions rescissions) {
        this.rescissions = rescissions;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        var facts = new ArrayList<Fact>();
        rescissions.of(task.caseRef()).stream().filter(proposal -> proposal.mayAnswer(actor)).forEach(proposal -> {
            facts.add(Fact.of("rescission.proposer", proposal.proposerName()));
            facts.add(Fact.of("rescission.reason", proposal.reason()));
            facts.add(Fact.of("rescission.sellerPct", proposal.sellerPct() + " %"));
            facts.add(new Fact("rescission.until", proposal.until(), "waiting"));
        });
        return facts;
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return rescissions.refuse(actor, SaleId.of(task.caseRef()));
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return rescissions.of(task.caseRef()).stream().filter(proposal -> proposal.mayAnswer(actor))
                .map(proposal -> new Document("sale.document.RESCISSION_AGREEMENT", "/documents/" + proposal.document())).toList();
    }
}
