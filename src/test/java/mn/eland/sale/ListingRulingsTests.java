package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.sale.Sales.OfferTerms;
import mn.eland.sale.financing.Financing;
import mn.eland.sale.ruling.DealRulings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Why a property is not on the market yet, for its seller in a sentence and for staff with the rule. */
@ElandTest
class ListingRulingsTests {

    private static final PartyId MINOR = new PartyId(new UUID(0, 8));
    private static final OfferTerms TERMS = new OfferTerms(Money.of(100_000_000), 10, 5, null);

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;

    @Test
    void theSellerReadsWhatWouldDoAndStaffWhichRuleDecided() throws Exception {
        var walk = new SaleWalk(context, simulators);
        var listing = walk.mandatedFlat(230_000_000);
        simulators.addMortgage(walk.register.listing(listing).orElseThrow().property().registryNo());
        walk.doTask("munkhzul", listing, "prepareListing", Map.of("decision", "PUBLISH"));
        walk.doTask("uyanga", listing, "approveListing", Map.of("decision", "APPROVE"));
        walk.until("the title is to be cured", () -> walk.workflow.isOpen(listing, "cureTitle"));
        var mvc = SignIn.mvc(context);
        var page = "/properties/" + listing + "?lang=en";
        var call = "/api/v1/properties/" + listing + "/rulings";

        mvc.perform(get(page).with(SignIn.as("temuulen"))).andExpect(status().isOk()).andExpect(content().string(allOf(
                containsString("Mortgaged: the mortgagee&#39;s consent is needed"), containsString("within 14 days"), not(containsString("Which rule?")))));
        mvc.perform(get(page).with(SignIn.as("munkhzul"))).andExpect(content().string(containsString("Which rule?")));
        mvc.perform(get(call).with(SignIn.as("temuulen"))).andExpect(jsonPath("$.refused[0].withinDays").value(14)).andExpect(jsonPath("$.tables").isEmpty());
        mvc.perform(get(call).with(SignIn.as("munkhzul"))).andExpect(jsonPath("$.tables[?(@.decisionKey == 'titleCheck')].rules[0].source").exists());
        mvc.perform(get(call).with(SignIn.as("nomin"))).andExpect(status().isNotFound());
    }

    @Test
    void whoIsRefusedAnOfferReadsWhatWouldDoAndOthersDoNot() throws Exception {
        var walk = new SaleWalk(context, simulators);
        var listing = walk.publishedFlat(100_000_000);
        var sale = walk.offer("enkhjin", listing, 100_000_000);
        walk.accept(sale);
        walk.sales.makeOffer(walk.person("nomin"), listing, TERMS);
        walk.sales.makeOffer(new Actor(MINOR, "Т. Оюу", Set.of(Role.BUYER)), listing, TERMS);
        var mvc = SignIn.mvc(context);
        var page = "/properties/" + listing + "?lang=en";
        var call = "/api/v1/properties/" + listing + "/rulings";

        mvc.perform(get(page).with(SignIn.as("nomin"))).andExpect(content().string(allOf(containsString("This property is in another deal"),
                containsString("The listing is open again"), not(containsString("Which rule?")))));
        mvc.perform(get(call).with(SignIn.as("nomin"))).andExpect(jsonPath("$.refused.length()").value(1)).andExpect(jsonPath("$.refused[0].enough.length()").value(1))
                .andExpect(jsonPath("$.tables").isEmpty());
        mvc.perform(get(call).with(SignIn.as("uuganbayar"))).andExpect(jsonPath("$.refused.length()").value(1));
        for (var other : List.of("enkhjin", "temuulen", "uyanga")) {
            mvc.perform(get(call).with(SignIn.as(other))).andExpect(jsonPath("$.refused").isEmpty()).andExpect(jsonPath("$.tables[?(@.decisionKey == 'offerAdmission')]").isEmpty());
        }
        for (var watcher : List.of("munkhzul", "tulga")) {
            mvc.perform(get(page).with(SignIn.as(watcher))).andExpect(content().string(allOf(containsString("Which rule?"),
                    containsString("Whether an offer may be made"), containsString("an accepted offer reserves the property"), containsString("PROPERTY_RESERVED"))));
            mvc.perform(get(call).with(SignIn.as(watcher))).andExpect(jsonPath("$.refused").isEmpty())
                    .andExpect(jsonPath("$.tables[?(@.decisionKey == 'offerAdmission')]", hasSize(2)));
        }
    }

    @Test
    void whoMayOfferAfterAllReadsNothingMore() {
        var walk = new SaleWalk(context, simulators);
        var listing = walk.publishedFlat(100_000_000);
        var rulings = context.getBean(DealRulings.class);
        var minor = new Actor(MINOR, "Т. Оюу", Set.of(Role.BUYER));
        walk.sales.makeOffer(minor, listing, TERMS);
        assertThat(rulings.of(minor, walk.register.listing(listing).orElseThrow()).plain()).singleElement().satisfies(refused -> {
            assertThat(refused.reasonKey()).isEqualTo("refusal.MINOR");
            assertThat(refused.enough()).containsExactly(new DealRulings.Hint("ruling.change.byMinor.false", ""));
        });

        var offered = walk.sales.makeOffer(walk.person("uuganbayar"), listing, new OfferTerms(Money.of(100_000_000), 10, 5, null, null, 0, Financing.own(), MINOR, false, false));

        assertThat(offered.isDone()).isTrue();
        assertThat(rulings.of(minor, walk.register.listing(listing).orElseThrow()).isEmpty()).isTrue();
    }

    @Test
    void whoMayNotOwnLandReadsWhatHeMayBuy() {
        var walk = new SaleWalk(context, simulators);
        var foreigner = new Actor(new PartyId(new UUID(0, 104)), "Min-jun", Set.of(Role.BUYER));
        var land = OfferTests.land(walk);

        walk.sales.makeOffer(foreigner, land, new OfferTerms(Money.of(63_000_000), 10, 5, null));

        assertThat(context.getBean(DealRulings.class).of(foreigner, walk.register.listing(land).orElseThrow()).plain()).singleElement().satisfies(refused -> {
            assertThat(refused.reasonKey()).isEqualTo("refusal.FOREIGN_LAND");
            assertThat(refused.enough()).containsExactly(new DealRulings.Hint("ruling.change.objectType.HOUSE", ""));
        });
    }
}
