package mn.eland.edge.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.identity.account.Closings;
import mn.eland.sale.SaleWalk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** What keeps a person from closing the account. */
@ElandTest
class ClosingTests {

    @Autowired WebApplicationContext context;
    @Autowired ApplicationContext application;
    @Autowired Simulators simulators;
    @Autowired Closings closings;

    @Test
    void aListingOnTheMarketAndAnOpenOfferAreNamedAndLinkedAndHoldTheAccount() throws Exception {
        var mvc = SignIn.mvc(context);
        var walk = new SaleWalk(application, simulators);
        var listing = walk.publishedFlat(180_000_000);
        var seller = SignIn.actor(context, "temuulen");

        mvc.perform(post("/properties/" + listing + "/offer").param("price", "180000000").param("depositPct", "10").param("validDays", "3")
                .param("cashPct", "0").param("payment", "OWN").param("understood", "true").with(csrf()).with(SignIn.as("nomin")))
                .andExpect(status().is3xxRedirection());
        var offer = closings.hindrances(SignIn.actor(context, "nomin").person()).stream().filter(one -> one.number().startsWith("S-")).toList();

        assertThat(closings.hindrances(seller.person())).contains(listing).containsAll(offer);
        assertThat(offer).isNotEmpty();
        assertThat(page(mvc, "temuulen")).contains("href=\"/deals/" + listing + "\"").doesNotContain("action=\"/account/close\"");
        assertThat(page(mvc, "nomin")).contains("href=\"/deals/" + offer.get(0) + "\"");
        mvc.perform(post("/api/v1/auth/closure").contentType("application/json").content("{\"password\": \"eland-sandbox\"}")
                .with(SignIn.as("temuulen")))
                .andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("ACCOUNT_IN_DEAL"))
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString(listing.number())));
        assertThat(SignIn.actor(context, "temuulen").person()).isEqualTo(seller.person());
    }

    private static String page(MockMvc mvc, String person) throws Exception {
        return mvc.perform(get("/account").with(SignIn.as(person))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
