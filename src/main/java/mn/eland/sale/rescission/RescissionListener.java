package mn.eland.sale.rescission;

import mn.eland.contract.ContractEvent.DocumentAccepted;
import mn.eland.contract.DocumentKind;
import mn.eland.sale.SaleEvent.SaleCalledOff;
import mn.eland.sale.SaleEvent.TitlePassed;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** One line per reaction. */
@Component
class RescissionListener {

    private final Rescissions rescissions;

    RescissionListener(Rescissions rescissions) {
        this.rescissions = rescissions;
    }

    @ApplicationModuleListener
    void on(DocumentAccepted accepted) {
        if (accepted.kind() == DocumentKind.RESCISSION_AGREEMENT) {
            rescissions.accepted(accepted.caseRef(), accepted.by());
        }
    }

    @ApplicationModuleListener
    void on(TitlePassed passed) {
        rescissions.overtaken(passed.caseRef());
    }

    @ApplicationModuleListener
    void on(SaleCalledOff off) {
        rescissions.overtaken(off.caseRef());
    }
}
