package mn.eland.auction.lot;

import mn.eland.payment.PaymentEvent.EscrowFunded;
import mn.eland.payment.Payments.Purpose;
import mn.eland.sale.SaleEvent.SaleCalledOff;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What becomes of the sale that the hammer opened. */
@Component
class LotListener {

    private final Lots lots;

    LotListener(Lots lots) {
        this.lots = lots;
    }

    @ApplicationModuleListener
    void on(EscrowFunded funded) {
        if (funded.purpose() == Purpose.BALANCE) {
            lots.priceFunded(funded.caseRef());
        }
    }

    @ApplicationModuleListener
    void on(SaleCalledOff calledOff) {
        lots.saleFailed(calledOff.caseRef(), calledOff.reason());
    }
}
