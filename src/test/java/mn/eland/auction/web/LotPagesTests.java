package mn.eland.auction.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.auction.AuctionWalk;
import mn.eland.auction.live.LotWatchers;
import mn.eland.auction.lot.Lot;
import mn.eland.edge.SignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.context.WebApplicationContext;

/** Bidding and watching over HTTP: each answer with a code, one bid for one key, a stream without a gap. */
@ElandTest
class LotPagesTests {

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired LotWatchers watchers;
    private AuctionWalk walk;
    private MockMvc mvc;
    private Lot lot;

    @BeforeEach
    void open() {
        walk = new AuctionWalk(context, simulators);
        mvc = SignIn.mvc(context);
        lot = walk.published();
        walk.admitted("enkhjin", lot);
        walk.admitted("nomin", lot);
    }

    @AfterEach
    void asBefore() {
        walk.clock.reset();
    }

    @Test
    void eachAnswerToABidSaysWhatToDo() throws Exception {
        bid("enkhjin", 210_000_000, "key-early").andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("BID_TOO_EARLY"));
        walk.untilOpening(lot);

        bid("enkhjin", 199_999_999, "key-low-1").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.code").value("BID_TOO_LOW"))
                .andExpect(jsonPath("$.detail").value(containsString("200")));
        bid("enkhjin", -5, "key-minus").andExpect(jsonPath("$.code").value("BID_INVALID"));
        bid("enkhjin", 9_000_000_000L, "key-high1").andExpect(jsonPath("$.code").value("BID_TOO_HIGH"));
        bid("bilguun", 210_000_000, "key-other").andExpect(status().isForbidden()).andExpect(jsonPath("$.code").value("NOT_ADMITTED"));
        bid("enkhjin", 230_000_000, "key-first").andExpect(status().isOk()).andExpect(jsonPath("$.answer").value("LEADING"))
                .andExpect(jsonPath("$.sequence").value(1)).andExpect(jsonPath("$.priceMnt").value(200_000_000));
        bid("enkhjin", 230_000_000, "key-first").andExpect(status().isOk()).andExpect(jsonPath("$.sequence").value(1));
        bid("enkhjin", 220_000_000, "key-again").andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("OWN_BID"));
        bid("nomin", 215_000_000, "key-nomin").andExpect(status().isOk()).andExpect(jsonPath("$.answer").value("OUTBID"));
        mvc.perform(get("/api/v1/auctions/" + lot.number() + "/bids?after=1")).andExpect(status().isOk()).andExpect(jsonPath("$.bids.length()").value(1))
                .andExpect(jsonPath("$.bids[0].sequence").value(2)).andExpect(content().string(not(containsString("limit"))));
        walk.untilClose(lot);
        bid("nomin", 240_000_000, "key-late1").andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("BID_TOO_LATE"));
    }

    @Test
    void aBidFromThePageIsAnsweredInItsPlaceAndTheLimitIsForItsOwnerOnly() throws Exception {
        walk.untilOpening(lot);

        mvc.perform(post("/auctions/" + lot.number() + "/bids?lang=en").param("amount", "230\u202f000\u202f000").param("key", "page-1")
                .header("HX-Request", "true").with(csrf()).with(SignIn.as("enkhjin"))).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Bid accepted. You lead."), containsString("Your limit is"), not(containsString("<html")))));
        page("nomin", "en").andExpect(content().string(allOf(containsString("Bidder 1 leads"), not(containsString("Your limit")), not(containsString("230\u202f000")))));
        page("enkhjin", "mn").andExpect(content().string(allOf(containsString("Та тэргүүлж байна"), containsString("Таны хязгаар"))));
        mvc.perform(get("/auctions/" + lot.number() + "?lang=en")).andExpect(content().string(containsString("Please sign in to bid")));
        mvc.perform(get("/auctions?lang=en")).andExpect(status().isOk()).andExpect(content().string(containsString(lot.number().number())));
        mvc.perform(get("/auctions/" + lot.number() + "/screen")).andExpect(status().isOk());
        mvc.perform(get("/auctions/A-2026-999999").with(SignIn.as("enkhjin"))).andExpect(status().isNotFound());
    }

    @Test
    void aStreamBeginsWithTheStateAndGoesOnAfterTheLastBidSeen() throws Exception {
        walk.untilOpening(lot);
        walk.bid("nomin", lot, 210_000_000);
        var stream = watch("10.0.0.7", null);
        soon(stream, "id:1");
        walk.bid("enkhjin", lot, 220_000_000);
        soon(stream, "id:2");

        var again = watch("10.0.0.7", "1");
        soon(again, "\"sequence\":2,\"paddle\"");
        assertThat(again.getResponse().getContentAsString(StandardCharsets.UTF_8)).as("what was seen is not told again").doesNotContain("\"sequence\":1,\"paddle\"");
    }

    @Test
    void tooManyFromOneAddressAreLedToAskInstead() throws Exception {
        int before = watchers.watching();
        for (int n = 0; n < 20; n++) {
            assertThat(watch("10.0.0.8", null).getResponse().getStatus()).isEqualTo(200);
        }

        for (int n = 0; n < 480; n++) {
            assertThat(watch("10.0.0.8", null).getResponse().getStatus()).isEqualTo(204);
        }

        assertThat(watchers.watching()).isEqualTo(before + 20);
        assertThat(watch("10.0.0.9", null).getResponse().getStatus()).as("another address").isEqualTo(200);
    }

    private ResultActions bid(String name, long amount, String key) throws Exception {
        return mvc.perform(post("/api/v1/auctions/" + lot.number() + "/bids").contentType("application/json").header("Idempotency-Key", key)
                .header("Accept-Language", "en").content("{\"amountMnt\": " + amount + "}").with(SignIn.as(name)));
    }

    private ResultActions page(String name, String language) throws Exception {
        return mvc.perform(get("/auctions/" + lot.number() + "?lang=" + language).with(SignIn.as(name))).andExpect(status().isOk());
    }

    private MvcResult watch(String address, String last) throws Exception {
        var request = get("/auctions/" + lot.number() + "/live").accept("text/event-stream").with(asked -> {
            asked.setRemoteAddr(address);
            return asked;
        });
        return mvc.perform(last == null ? request : request.header("Last-Event-ID", last)).andReturn();
    }

    private void soon(MvcResult stream, String text) {
        walk.soon(text + " is told", () -> stream.getResponse().getContentAsString(StandardCharsets.UTF_8).contains(text));
    }
}
