package mn.eland.auction.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.auction.lot.Lots;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** An auctioneer looks at a bidder about whom there are signals. */
@Component
class AdmitBidder implements TaskForm {

    private final Admissions admissions;
    private final Lots lots;
    private final Parties parties;

    AdmitBidder(Admissions admissions, Lots lots, Parties parties) {
        this.admissions = admissions;
        this.lots = lots;
        this.parties = parties;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        var facts = new ArrayList<Fact>();
        admissions.find(task.caseRef()).ifPresent(admission -> {
            facts.add(Fact.of("auction.fact.lot", lots.known(admission.auction()).subject()));
            facts.add(Fact.of("auction.fact.bidder", parties.party(admission.bidder()).shortName()));
            facts.add(Fact.of("auction.fact.deposit", admission.deposit()));
            facts.add(new Fact("auction.fact.points", String.valueOf(admission.points()), "danger"));
            admission.signals().forEach(code -> facts.add(new Fact("auction.fact.signal", new MessageKey("auction.signal." + code), "waiting")));
        });
        return facts;
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return admissions.review(actor, task.caseRef(), "ADMIT".equals(answers.get("decision")), (String) answers.get("reason"));
    }
}
