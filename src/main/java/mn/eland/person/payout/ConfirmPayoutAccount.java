package mn.eland.person.payout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Mask;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The task "Confirm pay-out account": a second person makes sure that the owner has asked for it. */
@Component
class ConfirmPayoutAccount implements TaskForm {

    private final PayoutAccounts accounts;
    private final Parties parties;

    ConfirmPayoutAccount(PayoutAccounts accounts, Parties parties) {
        this.accounts = accounts;
        this.parties = parties;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return accounts.change(task.caseRef()).map(this::facts).orElse(List.of());
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return accounts.confirm(actor, task.caseRef(), "CONFIRM".equals(answers.get("decision")), (String) answers.get("note"));
    }

    private List<Fact> facts(PayoutChange change) {
        var owner = parties.party(change.owner());
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("person.fact.owner", owner.fullName()));
        facts.add(Fact.of("person.fact.phone", Mask.phone(owner.phone())));
        facts.add(Fact.of("person.fact.account", change.account()));
        if (change.before() != null) {
            facts.add(Fact.of("person.fact.before", change.before()));
        }
        facts.add(new Fact("person.fact.holder", change.holder(), change.nameMatches() ? "done" : "danger"));
        facts.add(Fact.of("person.fact.asked", change.askedAt()));
        change.signs().forEach(sign -> facts.add(new Fact("person.fact.sign", new MessageKey("person.sign." + sign), "waiting")));
        return facts;
    }
}
