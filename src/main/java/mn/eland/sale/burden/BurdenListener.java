package mn.eland.sale.burden;

import mn.eland.sale.SaleEvent.BurdenLifted;
import mn.eland.sale.SaleEvent.BurdenStands;
import mn.eland.sale.SaleEvent.SaleCalledOff;
import mn.eland.sale.SaleEvent.TitlePassed;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Carries what became of a burden to the sale, and what became of the sale to those who see to the burden. */
@Component
class BurdenListener {

    private final Burdens burdens;

    BurdenListener(Burdens burdens) {
        this.burdens = burdens;
    }

    @ApplicationModuleListener
    void on(BurdenLifted lifted) {
        burdens.goOn(lifted.caseRef());
    }

    @ApplicationModuleListener
    void on(BurdenStands stands) {
        burdens.stop(stands.caseRef());
    }

    @ApplicationModuleListener
    void on(SaleCalledOff off) {
        burdens.overtaken(off.caseRef());
    }

    @ApplicationModuleListener
    void on(TitlePassed passed) {
        burdens.overtaken(passed.caseRef());
    }
}
