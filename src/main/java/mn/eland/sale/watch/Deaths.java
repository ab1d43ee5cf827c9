package mn.eland.sale.watch;

import java.util.List;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.sale.deal.Deals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the civil register anew, at each gate of a sale, whether its parties live (CC 221: nobody is at fault). */
@Component
@Transactional
public class Deaths {

    private static final String REGISTER = "XYP";

    private final Deals deals;
    private final Parties parties;
    private final Supervision supervision;

    Deaths(Deals deals, Parties parties, Supervision supervision) {
        this.deals = deals;
        this.parties = parties;
        this.supervision = supervision;
    }

    /** True when a party of the sale has died; written down as what stops the sale. */
    public boolean read(CaseRef sale) {
        var deal = deals.deal(sale);
        for (var party : List.of(deal.seller(), deal.buyer())) {
            var died = parties.readDeath(party, sale);
            if (died.isPresent()) {
                supervision.writeStop(Actor.PLATFORM, sale, Stop.Kind.PARTY_DIED.name(), REGISTER, parties.party(party).shortName() + ", " + died.get());
                return true;
            }
        }
        return false;
    }
}
