package mn.eland.auction.admission;

import mn.eland.auction.AuctionEvent.DepositDecided;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What a lot has decided about a deposit is told to the process that keeps it. */
@Component
class AdmissionListener {

    private final Workflow workflow;

    AdmissionListener(Workflow workflow) {
        this.workflow = workflow;
    }

    @ApplicationModuleListener
    void on(DepositDecided decided) {
        workflow.tell(decided.caseRef(), "DepositDecided", Values.of(AdmissionVariables.BUYER_PCT, decided.buyerPct())
                .with(AdmissionVariables.SELLER_PCT, decided.sellerPct()));
    }
}
