package mn.eland.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mn.eland.Simulators;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One sale, played in the browser by everybody who has a part in it. */
class DealOnStage extends Stage {

    private static final String PARCEL = "1119700001";
    private static final String AREA = "46.2";
    private static final String ADDRESS = "Сөүлийн гудамж 12-р байр 49 тоот";

    final String seller;
    final String buyer;
    String listing;

    DealOnStage(String base, String language, boolean phone, String seller, String buyer, Simulators simulators, JdbcClient sql) {
        super(base, language, phone, simulators, sql);
        this.seller = seller;
        this.buyer = buyer;
    }

    /** The state knows the flat as the joint property of Temuulen and his wife. */
    static void flatIsRegistered(Simulators simulators, String registryNo, String certificateNo) {
        simulators.loadTitles(List.of(Map.of("registryNo", registryNo, "certificateNo", certificateNo, "parcelNo", PARCEL, "parcelAreaM2", 2400,
                "areaM2", AREA, "fullAddress", ADDRESS, "owners", List.of(Map.of("registerNumber", "ЯЯ88041511", "clanName", "Боржигон",
                        "parentName", "Ганболдын", "givenName", "Тэмүүлэн")))));
        simulators.enter(registryNo, "Гэр бүлийн гишүүдийн хамтран өмчлөх эрх бүртгэх", "Дорждэрэмийн Сарантуяа", null);
    }

    void isListed(String registryNo, String certificateNo, long price) {
        try (var visit = visit(seller)) {
            visit.open("/listings/new").accessible().fits();
            var page = visit.page();
            page.selectOption("select[name=agent]", "00000000-0000-0000-0000-000000000004");
            page.selectOption("select[name=kind]", "APARTMENT");
            fill(page, "registryNo", registryNo, "certificateNo", certificateNo, "parcelNo", PARCEL, "areaM2", AREA, "rooms", "2",
                    "floor", "7", "floors", "12", "yearBuilt", "2013", "khoroo", "1", "address", ADDRESS,
                    "title", "Сөүлийн гудамжинд 2 өрөө байр", "description", "Урагшаа харсан, хоёр тусдаа өрөөтэй.", "price", Long.toString(price));
            page.selectOption("select[name=district]", "SBD");
            page.check("input[name=understood]");
            submit(visit, "form[action$='/listings/new']");
            picture(visit, "mandate-given");
        }
        try (var visit = visit("munkhzul")) {
            takeTask(visit, "prepareListing");
            visit.page().check("input[name=decision][value=PUBLISH]");
            for (var box : visit.page().locator("input[name=checked]").all()) {
                box.check();
            }
            submit(visit, "form.task-form, form[action^='/tasks/']:has(input[name=decision])");
        }
        isApprovedByAnotherAgent();
        listing = waitFor("select number from property.listings l join property.properties p on p.id = l.property_id "
                + "where p.registry_no = '" + registryNo + "' and l.state = 'PUBLISHED'");
    }

    private void isApprovedByAnotherAgent() {
        try (var visit = visit("uyanga")) {
            takeTask(visit, "approveListing");
            visit.accessible().fits();
            visit.page().check("input[name=decision][value=APPROVE]");
            picture(visit, "approve-listing");
            submit(visit, "form[action^='/tasks/']:has(input[name=decision])");
        }
    }

    void isAgreedAt(long price) {
        isAgreedAt(price, page -> { });
    }

    /** @param terms what else the buyer fills in */
    void isAgreedAt(long price, Consumer<Page> terms) {
        try (var visit = visit(buyer)) {
            visit.open("/properties/" + listing).accessible().fits().open("/properties/" + listing + "/offer").accessible().fits();
            fill(visit.page(), "price", Long.toString(price), "annualIncome", "60000000");
            visit.page().selectOption("select[name=depositPct]", "10");
            terms.accept(visit.page());
            visit.page().check("input[name=understood]");
            picture(visit, "offer");
            submit(visit, "form[action$='/offer']");
            deal = visit.page().url().replaceAll(".*/deals/(S-\\d{4}-\\d{6}).*", "$1");
            visit.accessible().fits();
            if (!phone) {
                visit.page().locator(".bjs-powered-by").first().waitFor();
            }
            picture(visit, "deal-waits-for-the-seller");
        }
        try (var visit = visit(seller)) {
            doWhatIsAsked(visit);
            visit.accessible().fits();
            visit.page().check("input[name=answer][value=ACCEPT]");
            picture(visit, "answer-offer");
            submit(visit, "form[action^='/tasks/']:has(input[name=answer])");
        }
    }

    void hasConsentOf(String person) {
        waitFor("select task_id from workflow.work_items where case_number = '" + deal + "' and task_key = 'giveConsent' and completed_at is null");
        try (var visit = visit(person)) {
            doWhatIsAsked(visit);
            visit.accessible().fits();
            visit.page().check("input[name=decision][value=GIVE]");
            visit.page().check("input[name=understood]");
            picture(visit, "consent");
            submit(visit, "form[action^='/tasks/']:has(input[name=decision])");
        }
    }

    void isPaid(long price, String iban, String payer) {
        depositIsPaid(price);
        balanceIsPaid(iban, payer);
    }

    void depositIsPaid(long price) {
        accepts(seller, "preliminary");
        accepts(buyer, "preliminary");
        waitForCollection("DEPOSIT");
        try (var visit = visit(buyer)) {
            doWhatIsAsked(visit);
            visit.accessible().fits();
            submit(visit, "form[action$='/qr']");
            picture(visit, "pay-by-qr");
        }
        var invoice = waitFor("select i.id from payment.invoices i join payment.collections c on c.id = i.collection_id where c.case_no = '" + deal + "'");
        simulators.payInvoice(invoice, price / 10);
    }

    void balanceIsPaid(String iban, String payer) {
        waitForCollection("BALANCE");
        simulators.transferIn(deal + "-B", asked("BALANCE"), iban, payer);
    }

    /** A flat sold on within the month, paid from an account whose holder is not surely the buyer, is looked at before the notary. */
    void isClearedByCompliance() {
        waitFor("select task_id from workflow.work_items where case_number = '" + deal + "' and task_key = 'reviewRisk' and completed_at is null");
        try (var visit = visit("tulga")) {
            takeTask(visit, "reviewRisk");
            visit.accessible().fits();
            visit.page().check("input[name=decision][value=CLEAR]");
            visit.page().check("input[name=basis][value=REGISTER]");
            fill(visit.page(), "note", "Өмчлөгч нүүх болсон тул зарж байна");
            picture(visit, "review-risk");
            submit(visit, "form[action^='/tasks/']:has(input[name=decision])");
        }
    }

    String number() {
        return deal;
    }

    void isCertified() {
        accepts(seller, "sale");
        accepts(buyer, "sale");
        isMetWhenItSuits();
        waitFor("select task_id from workflow.work_items where case_number = '" + deal + "' and task_key = 'certifyContract' and completed_at is null");
        papersAreSeen();
        try (var visit = visit("anudari")) {
            takeTask(visit, "certifyContract");
            visit.accessible().fits();
            certify(visit.page());
            picture(visit, "certify");
            submit(visit, "form[action^='/tasks/']:has(input[name=decision])");
        }
    }

    private void papersAreSeen() {
        var today = java.time.LocalDate.now(mn.eland.kernel.ElandClock.ULAANBAATAR);
        try (var visit = visit("anudari")) {
            visit.open("/notary/day").accessible().fits().open("/notary/hours").accessible().fits();
            visit.open("/notary/files/" + deal).accessible().fits();
            visit.page().locator("input[name=seen]").all().forEach(com.microsoft.playwright.Locator::check);
            visit.page().locator("input[name^='issuedOn.']").all().forEach(field -> field.fill(today.toString()));
            visit.page().locator("input[name^='validUntil.']").all().forEach(field -> field.fill(today.plusYears(1).toString()));
            picture(visit, "file");
            submit(visit, "form[action^='/notary/files/']");
            visit.accessible().fits();
        }
    }

    /** The buyer takes the first time that is free, the seller moves it. */
    private void isMetWhenItSuits() {
        waitFor("select task_id from workflow.work_items where case_number = '" + deal + "' and task_key = 'chooseSlot' and completed_at is null");
        takesSlot(buyer, 0);
        takesSlot(seller, 1);
        waitFor("select case_ref from notarization.slots where case_ref = '" + deal + "' and state = 'GIVEN_BACK'");
    }

    private void takesSlot(String person, int which) {
        try (var visit = visit(person)) {
            visit.open("/notarizations/" + deal + "/slot").accessible().fits();
            picture(visit, "slot");
            visit.page().locator("button[name=slot]").nth(which).click();
            visit.page().waitForSelector(".notice-done");
            visit.ready();
            visit.accessible().fits();
        }
    }

    private static void certify(Page page) {
        page.check("input[name=decision][value=CERTIFY]");
        for (var name : List.of("sellerPresent", "buyerPresent", "capacity", "freeWill", "equality", "interviewedAlone")) {
            page.check("input[name=" + name + "]");
        }
        page.selectOption("select[name=identifiedBy]", "ID_CARD_CHIP");
        page.selectOption("select[name=language]", "MONGOLIAN");
        for (var box : page.locator("input[name=explained]").all()) {
            box.check();
        }
    }

    void isRegisteredAndHandedOver() {
        var filing = waitFor("select filing_no from property.filings where case_no = '" + deal + "' and state = 'PENDING'");
        simulators.registrarRegisters(filing);
        waitFor("select task_id from workflow.work_items where case_number = '" + deal + "' and task_key = 'handOverKeys' and completed_at is null");
        try (var visit = visit(seller)) {
            doWhatIsAsked(visit);
            visit.accessible().fits();
            fill(visit.page(), "handedOverOn", java.time.LocalDate.now(mn.eland.kernel.ElandClock.ULAANBAATAR).toString(), "electricity", "12345", "coldWater", "321", "keys", "3");
            picture(visit, "hand-over-keys");
            submit(visit, "form[action^='/tasks/']:has(input[name=keys])");
        }
        try (var visit = visit(buyer)) {
            doWhatIsAsked(visit);
            visit.page().check("input[name=decision][value=ACCEPT]");
            submit(visit, "form[action^='/tasks/']:has(input[name=decision])");
        }
        accepts(seller, "handover");
        accepts(buyer, "handover");
    }

    void isPaidOut() {
        waitFor("select task_id from workflow.work_items where case_number = '" + deal + "' and task_key = 'approveRelease' and completed_at is null");
        try (var visit = visit("suvd")) {
            takeTask(visit, "approveRelease");
            visit.accessible().fits();
            visit.page().check("input[name=decision][value=APPROVE]");
            picture(visit, "approve-release");
            submit(visit, "form[action^='/tasks/']:has(input[name=decision])");
            visit.open("/payments/unplaced").accessible().fits();
            visit.open("/payments/reconciliation");
            submit(visit, "form[action='/payments/reconciliation']");
            visit.accessible().fits();
            picture(visit, "reconciliation");
        }
        waitFor("select number from sale.sales where number = '" + deal + "' and stage = 'COMPLETED'");
        try (var visit = visit("tulga")) {
            visit.open("/compliance/sales/" + deal).accessible().fits();
            picture(visit, "risk");
        }
        try (var visit = visit(buyer)) {
            visit.open("/deals/" + deal).accessible().fits();
            assertThat(visit.page().locator(".now-box.done")).satisfies(box -> assertThat(box.count()).isEqualTo(1));
            picture(visit, "deal-complete");
        }
    }

    void accepts(String person, String what) {
        waitFor("select task_id from workflow.work_items where case_number = '" + deal + "' and task_key = 'acceptDocument' and completed_at is null");
        try (var visit = visit(person)) {
            doWhatIsAsked(visit);
            visit.accessible().fits();
            visit.page().check("input[name=understood]");
            picture(visit, what + "-contract");
            var codes = new CodesByMail(simulators, person);
            submit(visit, "form[action$='/code']");
            fill(visit.page(), "code", codes.next());
            submit(visit, "form[action$='/accept']");
        }
    }

    void waitForCollection(String purpose) {
        waitFor("select purpose from payment.collections where case_no = '" + deal + "' and purpose = '" + purpose + "' and state = 'OPEN'");
    }

    /** The rest of the price and the fees that go with it. */
    private long asked(String purpose) {
        return sql.sql("select amount from payment.collections where case_no = ? and purpose = ?").params(deal, purpose).query(Long.class).single();
    }
}
