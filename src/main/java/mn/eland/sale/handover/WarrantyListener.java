package mn.eland.sale.handover;

import mn.eland.sale.SaleEvent.SaleCompleted;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A completed sale opens the watch over its warranty. */
@Component
class WarrantyListener {

    private final Warranties warranties;

    WarrantyListener(Warranties warranties) {
        this.warranties = warranties;
    }

    @ApplicationModuleListener
    void on(SaleCompleted completed) {
        warranties.open(completed.caseRef());
    }
}
