package mn.eland.auction.web;

import java.util.OptionalInt;
import mn.eland.edge.web.MenuPlace;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Role;
import org.springframework.stereotype.Component;

/** Auctioneers go to their lots from anywhere. */
@Component
class AuctionsPlace implements MenuPlace {

    @Override
    public String path() {
        return "/auctions";
    }

    @Override
    public String name() {
        return "auctions";
    }

    @Override
    public String icon() {
        return "bi-hammer";
    }

    @Override
    public OptionalInt waiting(Actor actor) {
        return actor.isAnyOf(Role.AUCTIONEER, Role.BUYER) ? OptionalInt.of(0) : OptionalInt.empty();
    }
}
