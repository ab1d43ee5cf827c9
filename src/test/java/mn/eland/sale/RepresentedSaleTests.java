package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.contract.DocumentKind;
import mn.eland.edge.SignIn;
import mn.eland.edge.web.PapersTests;
import mn.eland.identity.Parties.Basis;
import mn.eland.identity.Parties.Representation;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.payment.Payments.Purpose;
import mn.eland.property.PropertyRegister.ListingDraft;
import mn.eland.property.PropertyView.Kind;
import mn.eland.sale.Sales.Answer;
import mn.eland.sale.Sales.OfferTerms;
import mn.eland.sale.Sales.SaleView;
import mn.eland.sale.financing.Financing;
import mn.eland.workflow.InboxQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.context.WebApplicationContext;

/** Sales in which the parties act through others: a power of attorney, a company's director, a guardian. */
@ElandTest
class RepresentedSaleTests {

    private static final PartyId OWNER = person(13);
    private static final PartyId COMPANY = person(101);
    private static final PartyId MINOR = person(8);
    private static final long PRICE = 200_000_000;
    private static int flats = (int) (System.currentTimeMillis() / 100 % 900_000);

    @Autowired ApplicationContext context;
    @Autowired Simulators simulators;
    private SaleWalk walk;
    private MockMvc mvc;

    @BeforeEach
    void walk() {
        walk = new SaleWalk(context, simulators) {
            @Override
            SaleView view(SaleId sale) {
                return sales.sale(person("munkhzul"), sale).get();
            }
        };
        walk.untilTenInTheMorning();
        mvc = SignIn.mvc((WebApplicationContext) context);
    }

    @AfterEach
    void back() {
        simulators.allSwitchesOff();
        walk.clock.reset();
    }

    @Test
    void theHolderOfAPowerSellsAndTheDirectorBuysForTheCompany() throws Exception {
        var listing = flat("uuganbayar", empower("uuganbayar", "ИТ-61", 60));
        var sale = offerFor("tuguldur", COMPANY, listing);
        walk.sales.answerOffer(walk.person("uuganbayar"), sale, Answer.ACCEPT, null, null).get();
        walk.consents(sale);

        sign(sale);
        walk.payByQr("tuguldur", sale, Purpose.DEPOSIT);
        walk.untilStage(sale, "FUNDING");
        bothMayProposeToEndIt(sale);
        walk.payByQr("tuguldur", sale, Purpose.BALANCE);
        walk.untilStage(sale, "NOTARY");
        theHolderWillPayTheTax(sale);
        sign(sale);
        walk.certify(sale);
        theHolderShowsTheReceipt(sale);
        walk.untilStage(sale, "REGISTRATION");
        walk.registrarRegisters(sale);
        walk.untilStage(sale, "HANDOVER");
        walk.doTask("uuganbayar", sale.caseRef(), "handOverKeys", Map.of("handedOverOn", walk.clock.today().toString(), "electricity", "1204",
                "coldWater", "88.4", "keys", "3"));
        walk.doTask("tuguldur", sale.caseRef(), "acceptHandover", Map.of("decision", "ACCEPT"));
        sign(sale);
        walk.approveRelease(sale);
        walk.untilStage(sale, "COMPLETED");

        everyActNamesBoth(sale);
        mvc.perform(get("/api/v1/sales/" + sale + "/payouts").with(SignIn.as("uuganbayar")))
                .andExpect(jsonPath("$[?(@.kind == 'SELLER_PAID')].amountMnt").exists());
        for (var name : List.of("uuganbayar", "tuguldur")) {
            mvc.perform(get("/api/v1/payments/" + sale).with(SignIn.as(name))).andExpect(status().isOk());
        }
        mvc.perform(get("/deals/" + sale + "/pay/balance/receipt").with(SignIn.as("tuguldur"))).andExpect(status().isOk());
        mvc.perform(get("/representations?lang=en").with(SignIn.as("dulguun"))).andExpect(content().string(containsString("ИТ-61")));
        mvc.perform(post("/representations/revoke").param("holder", walk.person("uuganbayar").party().toString()).param("principal", OWNER.toString())
                .param("paperNo", "ИТ-61").with(csrf()).with(SignIn.as("dulguun"))).andExpect(status().is3xxRedirection());
        mvc.perform(get("/deals/" + sale).with(SignIn.as("uuganbayar"))).andExpect(status().isNotFound());
    }

    private void sign(SaleId sale) {
        walk.sign(sale, "uuganbayar", "tuguldur");
    }

    private void bothMayProposeToEndIt(SaleId sale) throws Exception {
        assertThat(page(sale, "uuganbayar")).contains("/deals/" + sale + "/rescission");
        propose(sale, "uuganbayar").andExpect(status().isCreated()).andExpect(jsonPath("$.proposer").value(OWNER.toString()));
        assertThat(page(sale, "uuganbayar")).contains("/rescission/take-back").doesNotContain("/rescission/refuse\"");
        assertThat(page(sale, "tuguldur")).contains("/rescission/refuse").doesNotContain("/rescission/take-back\"");
        mvc.perform(post("/api/v1/sales/" + sale + "/rescissions/refusal").header("Idempotency-Key", UUID.randomUUID()).with(SignIn.as("tuguldur")))
                .andExpect(status().isNoContent());
        propose(sale, "tuguldur").andExpect(jsonPath("$.other").value(OWNER.toString()));
        walk.doTask("uuganbayar", sale.caseRef(), "answerRescission", Map.of("decision", "REFUSE"));
        propose(sale, "uuganbayar").andExpect(status().isCreated());
        mvc.perform(post("/deals/" + sale + "/rescission/take-back").with(csrf()).with(SignIn.as("uuganbayar"))).andExpect(status().is3xxRedirection());
        assertThat(walk.sales.timeline(walk.person("munkhzul"), sale).get()).filteredOn(line -> line.what().startsWith("rescission"))
                .extracting(line -> line.what()).containsExactly("rescissionProposed", "rescissionRefused", "rescissionProposed", "rescissionRefused",
                        "rescissionProposed", "rescissionTakenBack");
    }

    private ResultActions propose(SaleId sale, String who) throws Exception {
        return mvc.perform(post("/api/v1/sales/" + sale + "/rescissions").contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                .content("{\"sellerPct\": 0, \"reason\": \"Хоёулаа больё гэж ярилцсан\"}").with(SignIn.as(who)));
    }

    private void theHolderWillPayTheTax(SaleId sale) throws Exception {
        assertThat(page(sale, "uuganbayar")).contains("Pay the tax myself");
        mvc.perform(post("/deals/" + sale + "/tax").with(SignIn.as("tuguldur")).with(csrf()).param("payer", "SELLER")).andExpect(status().isForbidden());
        mvc.perform(post("/deals/" + sale + "/tax").with(SignIn.as("uuganbayar")).with(csrf()).param("payer", "SELLER")).andExpect(status().is3xxRedirection());
    }

    private void theHolderShowsTheReceipt(SaleId sale) throws Exception {
        walk.until("the receipt is asked for", () -> walk.workflow.isOpen(sale.caseRef(), "uploadTaxReceipt"));
        assertThat(page(sale, "uuganbayar")).contains("/deals/" + sale + "/tax-receipt");
        mvc.perform(multipart("/api/v1/sales/" + sale + "/tax-receipt").file(new MockMultipartFile("file", "a.pdf", null, PapersTests.file("pdf")))
                .param("receiptNo", "ТЕГ-2026/35-" + sale).param("paidOn", walk.clock.today().toString()).header("Idempotency-Key", UUID.randomUUID())
                .with(SignIn.as("uuganbayar"))).andExpect(status().isOk()).andExpect(jsonPath("$.state").value("WAITING"));
        walk.doTask("suvd", sale.caseRef(), "checkTaxReceipt", Map.of("decision", "ACCEPT"));
    }

    private String page(SaleId sale, String name) throws Exception {
        return mvc.perform(get("/deals/" + sale + "?lang=en").with(SignIn.as(name))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private void everyActNamesBoth(SaleId sale) {
        var contract = walk.contracts.document(sale.caseRef(), DocumentKind.SALE_CONTRACT).orElseThrow();
        assertThat(contract.acceptances()).extracting(one -> one.signer()).containsExactlyInAnyOrder(OWNER, COMPANY);
        assertThat(contract.acceptances()).extracting(one -> one.proxy().basis() + " " + one.proxy().paperNo())
                .containsExactlyInAnyOrder("POA ИТ-61", "DIRECTOR УБ-9900011");
        assertThat(contract.acceptances()).extracting(one -> one.proxy().person())
                .containsExactlyInAnyOrder(walk.person("uuganbayar").party(), walk.person("tuguldur").party());
        assertThat(walk.contracts.facts(contract.id())).containsEntry("sellerBasis", "POA").containsEntry("sellerPaper", "ИТ-61")
                .containsEntry("buyerBasis", "DIRECTOR").containsEntry("buyerPaper", "УБ-9900011");
        assertThat(walk.sales.timeline(walk.person("munkhzul"), sale).get()).filteredOn(line -> List.of("offerAccepted", "keysHandedOver", "taxBySeller", "taxReceiptShown")
                .contains(line.what())).hasSize(4).allSatisfy(line -> assertThat(line.byName()).contains("Ууганбаяр", "Дөлгөөн", "№ ИТ-61"));
    }

    @Test
    void theDealIsOpenToTheHolderAsToTheOwnerUntilThePowerIsOver() throws Exception {
        var listing = flat("nomin", empower("nomin", "ИТ-62", 5));
        var sale = walk.offer("enkhjin", listing, PRICE);
        var holder = walk.person("nomin");
        var task = walk.workflow.inbox(holder, new InboxQuery(InboxQuery.Scope.OWN, sale.caseRef().number(), null, null, null, null, null, 9)).tasks();

        assertThat(task).singleElement().satisfies(one -> assertThat(one.assignee()).isEqualTo(OWNER));
        mvc.perform(get("/deals/" + sale + "?lang=en").with(SignIn.as("nomin"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("You act for somebody else (by power of attorney)"))).andExpect(content().string(containsString("№ ИТ-62")))
                .andExpect(content().string(containsString("/tasks/" + task.get(0).id())));
        mvc.perform(get("/deals").with(SignIn.as("nomin"))).andExpect(content().string(containsString(sale.caseRef().number())));
        mvc.perform(get("/api/v1/sales/" + sale).with(SignIn.as("nomin"))).andExpect(jsonPath("$.taskId").value(task.get(0).id()));
        mvc.perform(get("/tasks/" + task.get(0).id()).with(SignIn.as("nomin"))).andExpect(status().isOk()).andExpect(content().string(containsString("ИТ-62")));
        mvc.perform(post("/deals/" + sale + "/messages").param("text", "Сайн байна уу").with(csrf()).with(SignIn.as("nomin"))).andExpect(status().is3xxRedirection());

        walk.clock.passes(Duration.ofDays(6));
        mvc.perform(get("/deals/" + sale).with(SignIn.as("nomin"))).andExpect(status().isNotFound());
        mvc.perform(get("/tasks/" + task.get(0).id()).with(SignIn.as("nomin"))).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/sales/" + sale).with(SignIn.as("nomin"))).andExpect(status().isNotFound());
        mvc.perform(get("/deals").with(SignIn.as("nomin"))).andExpect(content().string(not(containsString(sale.caseRef().number()))));
        assertThat(walk.sales.answerOffer(holder, sale, Answer.ACCEPT, null, null).refusal().code()).isEqualTo("SALE_UNKNOWN");
    }

    @Test
    void aMinorSeesTheDealAndTheGuardianActsInIt() throws Exception {
        var listing = walk.publishedFlat(PRICE);
        mvc.perform(get("/properties/" + listing + "/offer").with(SignIn.as("uuganbayar")))
                .andExpect(content().string(containsString("name=\"buyer\""))).andExpect(content().string(containsString(MINOR.toString())));
        mvc.perform(get("/properties/" + listing + "/offer").with(SignIn.as("enkhjin"))).andExpect(content().string(not(containsString("name=\"buyer\""))));
        var sale = offerFor("uuganbayar", MINOR, listing);
        walk.sales.answerOffer(walk.person("temuulen"), sale, Answer.COUNTER, Money.of(PRICE - 1_000_000), null).get();
        var minor = walk.person("oyuu");

        mvc.perform(get("/deals/" + sale).with(SignIn.as("oyuu"))).andExpect(status().isOk());
        assertThat(walk.sales.answerOffer(minor, sale, Answer.ACCEPT, null, null).refusal().code()).isEqualTo("MINOR");
        assertThat(walk.sales.withdraw(minor, sale, "–").refusal().code()).isEqualTo("MINOR");
        var task = walk.workflow.openTasks(minor, sale.caseRef()).get(0);
        mvc.perform(post("/tasks/" + task.id() + "?lang=en").param("answer", "ACCEPT").with(csrf()).with(SignIn.as("oyuu"))).andExpect(status().isForbidden())
                .andExpect(content().string(containsString("guardian")));
        mvc.perform(post("/api/v1/sales/" + sale + "/withdrawal").contentType("application/json").content("{\"reason\": \"–\"}")
                .header("Idempotency-Key", UUID.randomUUID()).with(SignIn.as("uuganbayar"))).andExpect(status().isOk());
        assertThat(walk.sales.timeline(minor, sale).get()).filteredOn(line -> line.what().equals("withdrawn")).singleElement()
                .satisfies(line -> assertThat(line.byName()).contains("Ууганбаяр", "Оюу", "АХ-2019/31"));
    }

    /** Gives the owner's power of attorney to somebody for some days. */
    private Actor empower(String holder, String number, int days) {
        walk.parties.empower(walk.person("munkhzul"), new Representation(walk.person(holder).party(), OWNER, Basis.POA, number, walk.clock.today(),
                walk.clock.today().plusDays(days))).get();
        return walk.person("dulguun");
    }

    /** A flat of the owner's on the market, by a mandate that the holder gave. */
    private CaseRef flat(String holder, Actor owner) {
        int n = ++flats;
        var registryNo = "Ү-2296%06d".formatted(n);
        var certificateNo = "6%08d".formatted(n);
        simulators.loadTitles(List.of(Map.of("registryNo", registryNo, "certificateNo", certificateNo, "areaM2", 62, "fullAddress", "Налайх " + n,
                "owners", List.of(Map.of("registerNumber", "ЯЯ99010155", "parentName", "Очирын", "givenName", "Дөлгөөн")))));
        var draft = new ListingDraft(owner.party(), walk.person("munkhzul").party(), registryNo, certificateNo, null, Kind.APARTMENT, 62, 3, 7, 12,
                2013, "SBD", 1, "Налайх " + n, 47.9135, 106.9122, "3 өрөө байр " + n, "", Money.of(PRICE));
        var number = walk.sales.mandate(walk.person(holder), draft).get().number();
        walk.doTask("munkhzul", number, "prepareListing", Map.of("decision", "PUBLISH"));
        walk.doTask("uyanga", number, "approveListing", Map.of("decision", "APPROVE"));
        walk.until("the listing is published", () -> walk.register.listing(number).orElseThrow().state().name().equals("PUBLISHED"));
        return number;
    }

    private SaleId offerFor(String name, PartyId buyer, CaseRef listing) {
        return walk.sales.makeOffer(walk.person(name), listing, new OfferTerms(Money.of(PRICE), 10, 5, null, Money.of(90_000_000), 0,
                Financing.own(), buyer, false, false)).get().id();
    }

    private static PartyId person(int n) {
        return new PartyId(new UUID(0, n));
    }
}
