package mn.eland.sale.pricing;

import mn.eland.sale.SaleEvent.ListingExpired;
import mn.eland.sale.SaleEvent.ListingRefused;
import mn.eland.sale.SaleEvent.ListingWithdrawn;
import mn.eland.sale.SaleEvent.TitlePassed;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A listing that is over needs no other price. */
@Component
class PriceListener {

    private final PriceChanges changes;

    PriceListener(PriceChanges changes) {
        this.changes = changes;
    }

    @ApplicationModuleListener
    void on(ListingWithdrawn withdrawn) {
        changes.overtaken(withdrawn.caseRef());
    }

    @ApplicationModuleListener
    void on(ListingExpired expired) {
        changes.overtaken(expired.caseRef());
    }

    @ApplicationModuleListener
    void on(ListingRefused refused) {
        changes.overtaken(refused.caseRef());
    }

    @ApplicationModuleListener
    void on(TitlePassed passed) {
        changes.overtaken(passed.listing());
    }
}
