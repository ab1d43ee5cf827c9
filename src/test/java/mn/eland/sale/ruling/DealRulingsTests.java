package mn.eland.sale.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.InPerson;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales.SaleView;
import mn.eland.sale.WalkedSale;
import mn.eland.workflow.Ruling;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Who reads which rule of a sale, on the page of a real one and for refusals one by one. */
@ElandTest
class DealRulingsTests {

    private static final PartyId BUYER = new PartyId(new UUID(0, 1));
    private static final PartyId SELLER = new PartyId(new UUID(0, 2));
    private static final CaseRef SALE = CaseRef.of("S-2026-000777");

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;

    @Test
    void staffReadTheRulePartiesDoNotAndRisksAreForThoseWhoWatchThem() throws Exception {
        var mvc = SignIn.mvc(context);
        var deal = "/deals/" + WalkedSale.ids(context, simulators).get("sale") + "?lang=en";

        mvc.perform(get(deal).with(SignIn.as("munkhzul"))).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Which rule?"),
                containsString("Whether the buyer may own it"), not(containsString("Signs of fraud")), not(containsString("Outcome of the risk check")))));
        mvc.perform(get(deal).with(SignIn.as("tulga"))).andExpect(content().string(allOf(containsString("Signs of fraud"),
                containsString("in force since 2026.11.01"))));
        mvc.perform(get(deal).with(SignIn.as("enkhjin"))).andExpect(status().isOk()).andExpect(content().string(not(containsString("Which rule?"))));

        var call = "/api/v1/sales/" + WalkedSale.ids(context, simulators).get("sale") + "/rulings";
        mvc.perform(get(call).with(SignIn.as("munkhzul"))).andExpect(status().isOk()).andExpect(jsonPath("$.tables[?(@.decisionKey == 'ownershipEligibility')].rules[0].source").exists())
                .andExpect(jsonPath("$.tables[?(@.decisionKey == 'riskOutcome')]").isEmpty());
        mvc.perform(get(call).with(SignIn.as("tulga"))).andExpect(jsonPath("$.tables[?(@.decisionKey == 'riskOutcome')]").exists());
        mvc.perform(get(call).with(SignIn.as("enkhjin"))).andExpect(jsonPath("$.tables").isEmpty());
    }

    @Test
    void theSellerReadsOnThePageWhatWouldDo() {
        var sale = WalkedSale.ids(context, simulators).get("sale");

        context.getBean(TransactionTemplate.class).executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            mortgageFound(sale);
            assertThat(page("/api/v1/sales/" + sale + "/rulings", "temuulen")).contains("\"withinDays\":14");
            assertThat(page("/deals/" + sale + "?lang=en", "temuulen")).contains("Mortgaged: the mortgagee&#39;s consent is needed", "within 14 days",
                    "The mortgage is removed", "The mortgagee bank consents").doesNotContain("Which rule?");
        });
    }

    private void mortgageFound(String sale) {
        context.getBean(JdbcClient.class).sql("""
                insert into workflow.rulings (case_number, activity_id, definition_id, rules, inputs, outputs, decided_at)
                select case_number, activity_id, definition_id, array['titleCheck_09'], inputs || '{"titleCheck_in_mortgage": true, "titleCheck_in_mortgageeConsent": false}',
                       '{"titleDecision": "CURE", "titleCode": "MORTGAGE", "cureWithin": "P14D"}', now()
                from workflow.rulings where case_number = :sale and activity_id = 'decideTitle' order by id desc limit 1""")
                .param("sale", sale).update();
    }

    private String page(String path, String name) {
        try {
            return SignIn.mvc(context).perform(get(path).with(SignIn.as(name))).andReturn().getResponse().getContentAsString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPartyHearsWhyAndWhatWouldDo() {
        var view = rulings(ruling("titleCheck", "CC 166.1, PLG [M]", Map.of("titleDecision", "CURE", "titleCode", "MORTGAGE", "cureWithin", "P14D")))
                .of(new Actor(SELLER, "Тэмүүлэн", Set.of(Role.SELLER)), sale());

        assertThat(view.full()).isEmpty();
        assertThat(view.plain()).singleElement().satisfies(refused -> {
            assertThat(refused.reasonKey()).isEqualTo("register.code.MORTGAGE");
            assertThat(refused.within()).isEqualTo(14);
            assertThat(refused.enough()).containsExactly(new DealRulings.Hint("ruling.change.mortgage.false", ""));
        });
    }

    @Test
    void whatWasMendedIsToldNoMore() {
        var view = rulings(ruling("titleCheck", "CDE [H]", Map.of("titleDecision", "STOP", "titleCode", "ARREST")),
                ruling("titleCheck", "Otherwise [H]", Map.of("titleDecision", "OK", "titleCode", "CLEAN")))
                .of(new Actor(SELLER, "Тэмүүлэн", Set.of(Role.SELLER)), sale());

        assertThat(view.isEmpty()).isTrue();
    }

    @Test
    void nobodyIsWarnedOfALawOnMoneyLaundering() {
        var frozen = rulings(ruling("depositOutcome", "AML-R; the authority decides [M]", Map.of("depositCode", "FREEZE")),
                ruling("amlReporting", "Otherwise [L]", Map.of("report", "NONE")), ruling("riskOutcome", "Product default [L]", Map.of("riskOutcome", "REVIEW")));

        assertThat(frozen.of(new Actor(SELLER, "Тэмүүлэн", Set.of(Role.SELLER)), sale()).isEmpty()).isTrue();
        assertThat(frozen.of(new Actor(new PartyId(new UUID(0, 3)), "Мөнхзул", Set.of(Role.AGENT)), sale()).isEmpty()).isTrue();
        assertThat(frozen.of(new Actor(new PartyId(new UUID(0, 4)), "Тулга", Set.of(Role.COMPLIANCE)), sale()).full()).hasSize(3);
        assertThat(frozen.of(new Actor(BUYER, "Тулга", Set.of(Role.COMPLIANCE)), sale()).isEmpty()).as("an officer who buys is a buyer").isTrue();
    }

    private static DealRulings rulings(Ruling... rulings) {
        var workflow = mock(Workflow.class);
        when(workflow.rulings(SALE)).thenReturn(List.of(rulings));
        when(workflow.whatWouldPass(any(), any(), any())).thenReturn(List.of(new Ruling.Change("mortgage", false)));
        return new DealRulings(workflow, new InPerson(), mock(Parties.class));
    }

    private static Ruling ruling(String table, String source, Map<String, Object> outputs) {
        return new Ruling(table, table, 1, LocalDate.of(2026, 11, 1), "decide", Instant.EPOCH, List.of(new Ruling.Rule(1, source)), List.of(), outputs, null);
    }

    private static SaleView sale() {
        return new SaleView(SaleId.of(SALE), null, null, null, SELLER, "С. Тэмүүлэн", BUYER, "Б. Энхжин", null, null, null, null, 0, null, null, null,
                List.of(), null, null, null, false, null, null, false, false);
    }
}
