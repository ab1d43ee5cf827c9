package mn.eland.sale;

import mn.eland.kernel.CaseRef;
import mn.eland.sale.listing.Mandates;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What follows from what happened, after it was committed. */
@Component
class SaleListener {

    private final Negotiation negotiation;
    private final SaleProcess process;
    private final Mandates mandates;

    SaleListener(Negotiation negotiation, SaleProcess process, Mandates mandates) {
        this.negotiation = negotiation;
        this.process = process;
        this.mandates = mandates;
    }

    @ApplicationModuleListener
    void on(SaleEvent.OfferAccepted accepted) {
        negotiation.tellOthers(accepted);
    }

    @ApplicationModuleListener
    void on(SaleEvent.TitlePassed passed) {
        mandates.sold(passed.listing());
        closeOffers(passed.listing());
    }

    @ApplicationModuleListener
    void on(SaleEvent.ListingWithdrawn withdrawn) {
        closeOffers(withdrawn.caseRef());
    }

    @ApplicationModuleListener
    void on(SaleEvent.ListingExpired expired) {
        closeOffers(expired.caseRef());
    }

    @ApplicationModuleListener
    void on(SaleEvent.AskingPriceChanged changed) {
        negotiation.tellBuyers(changed);
    }

    private void closeOffers(CaseRef listing) {
        negotiation.negotiating(listing).forEach(sale -> process.listingClosed(sale.caseRef()));
    }
}
