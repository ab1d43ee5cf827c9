package mn.eland.sale.listing;

import java.util.List;
import java.util.Set;
import mn.eland.identity.spi.LiveCases;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.property.ListingView;
import mn.eland.property.ListingView.State;
import mn.eland.property.PropertyRegister;
import org.springframework.stereotype.Component;

/** A mandate that was given and a listing on the market bind their seller and their agent. */
@Component
public class LiveListings implements LiveCases {

    private static final Set<State> LIVE = Set.of(State.DRAFT, State.PUBLISHED, State.RESERVED);

    private final PropertyRegister register;

    LiveListings(PropertyRegister register) {
        this.register = register;
    }

    @Override
    public List<CaseRef> of(PartyId person) {
        return register.listingsOf(person).stream().filter(listing -> LIVE.contains(listing.state())).map(ListingView::number).toList();
    }
}
