package mn.eland.sale.diligence;

import mn.eland.identity.verification.Act;
import mn.eland.identity.verification.Permits;
import mn.eland.kernel.PartyId;
import mn.eland.payment.spi.Receivers;
import org.springframework.stereotype.Component;

/** Tells payment, which knows nobody, whether it is proven who somebody is. */
@Component
class VerifiedReceivers implements Receivers {

    private final Permits permits;

    VerifiedReceivers(Permits permits) {
        this.permits = permits;
    }

    @Override
    public boolean mayReceive(PartyId party) {
        return permits.hindrance(party, Act.RECEIVE).isEmpty();
    }
}
