package mn.eland.payment.web;

import java.util.ArrayList;
import java.util.List;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments;
import mn.eland.workflow.spi.TaskForm.Fact;
import mn.eland.workflow.spi.TaskForm.MessageKey;
import org.springframework.stereotype.Component;

/** What an officer has to see before money moves. */
@Component
class ReleaseFacts {

    private final Payments payments;

    ReleaseFacts(Payments payments) {
        this.payments = payments;
    }

    List<Fact> of(CaseRef caseRef) {
        var facts = new ArrayList<Fact>();
        payments.release(caseRef).ifPresent(release -> {
            facts.add(Fact.of("payment.fact.decision", new MessageKey("payment.action." + release.action())));
            add(facts, "payment.fact.toSeller", release.toSeller());
            add(facts, "payment.fact.payoff", release.payoff());
            facts.add(Fact.of("payment.fact.approvals", Integer.toString(release.approvals())));
            if (release.firstApproverName() != null) {
                facts.add(Fact.of("payment.fact.firstApprover", release.firstApproverName()));
            }
        });
        payments.division(caseRef).ifPresent(division -> {
            facts.add(Fact.of("payment.fact.sellerPct", division.sellerPct() + " %"));
            facts.add(Fact.of("payment.fact.reason", division.reason()));
            facts.add(Fact.of("payment.fact.firstApprover", division.byName()));
        });
        payments.settlement(caseRef).ifPresent(agreed -> {
            facts.add(Fact.of("payment.fact.price", agreed.price()));
            add(facts, "payment.fact.tax", agreed.tax());
            add(facts, "payment.fact.brokerFee", agreed.brokerFee().plus(agreed.brokerVat()));
            add(facts, "payment.fact.platformFee", agreed.platformFee().plus(agreed.platformVat()));
        });
        var escrow = payments.escrow(caseRef);
        facts.add(Fact.of("payment.fact.held", escrow.held()));
        facts.add(Fact.of("payment.fact.earned", escrow.earned()));
        if (escrow.frozen().isPositive()) {
            facts.add(new Fact("payment.fact.frozen", escrow.frozen(), "danger"));
        }
        return facts;
    }

    private static void add(List<Fact> facts, String key, Money amount) {
        if (amount.isPositive()) {
            facts.add(Fact.of(key, amount));
        }
    }
}
