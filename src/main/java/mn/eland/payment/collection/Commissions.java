package mn.eland.payment.collection;

import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.payment.Payments.Purpose;
import mn.eland.payment.Payments.Settlement;
import mn.eland.payment.VatPayer;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The agent's fee that the seller may pay alone. Whatever is not paid so is taken from the price. */
@Component
public class Commissions {

    private static final String TERM = "fee.broker.payWithin";

    private final Collections collections;
    private final CollectionStore store;
    private final Workflow workflow;
    private final ElandClock clock;

    Commissions(Collections collections, CollectionStore store, Workflow workflow, ElandClock clock) {
        this.collections = collections;
        this.store = store;
        this.workflow = workflow;
        this.clock = clock;
    }

    /** Opens the collection once. */
    @Transactional
    public void offer(CaseRef caseRef, Settlement agreed, VatPayer payer) {
        var fee = agreed.brokerFee().plus(agreed.brokerVat());
        if (fee.isPositive() && store.find(caseRef, Purpose.COMMISSION).isEmpty()) {
            var term = workflow.parameter(TERM);
            collections.open(caseRef, Purpose.COMMISSION, agreed.seller(), fee, workflow.plus(clock.instant(), term));
            store.offer(store.find(caseRef, Purpose.COMMISSION).orElseThrow().id(), agreed.brokerVat(), payer);
        }
    }

    /** From now on the fee is taken from the price; what comes later is given back. */
    @Transactional
    public void close(CaseRef caseRef) {
        collections.lapse(caseRef, Purpose.COMMISSION);
    }
}
