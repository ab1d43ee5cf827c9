package mn.eland.desk.web;

import java.util.List;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Standing;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.Sales;
import mn.eland.sale.Sales.SaleView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The deals a person is part of, and the listings that may become some; for who represents others also theirs. */
@Controller
class DealPages {

    private static final int PAGE_SIZE = 20;
    private static final int FIRST_LISTINGS = 8;
    private final Sales sales;
    private final PropertyRegister register;
    private final Standing standing;

    DealPages(Sales sales, PropertyRegister register, Standing standing) {
        this.sales = sales;
        this.register = register;
        this.standing = standing;
    }

    @GetMapping("/deals")
    String deals(Actor actor, @RequestParam(required = false) String text, @RequestParam(required = false) String cursor,
                 @RequestParam(defaultValue = "") String listings, Model model) {
        var wanted = text == null || text.isBlank() ? null : text.strip();
        var deals = sales.deals(actor, wanted, cursor == null || cursor.isBlank() ? null : cursor, PAGE_SIZE + 1);
        var shown = deals.size() > PAGE_SIZE ? deals.subList(0, PAGE_SIZE) : deals;
        model.addAttribute("deals", shown);
        model.addAttribute("text", wanted);
        model.addAttribute("next", deals.size() > PAGE_SIZE ? shown.get(PAGE_SIZE - 1).id().number() : null);
        var own = cursor == null && wanted == null ? standing.principals(actor).stream().flatMap(one -> register.listingsOf(one).stream()).toList() : List.<ListingView>of();
        model.addAttribute("listings", listings.equals("all") ? own : own.subList(0, Math.min(own.size(), FIRST_LISTINGS)));
        model.addAttribute("listingCount", own.size());
        model.addAttribute("waiting", shown.stream().filter(DealPages::waitsForReader).count());
        return "desk/deals";
    }

    private static boolean waitsForReader(SaleView deal) {
        return deal.now() != null && deal.now().taskId() != null;
    }
}
