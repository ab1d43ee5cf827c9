package mn.eland.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import mn.eland.Simulators;
import mn.eland.kernel.ElandClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can come between two people who have agreed on a flat. */
final class DealInAllWeathers extends DealOnStage {

    private final String story;

    DealInAllWeathers(String story, String base, String language, boolean phone, Simulators simulators, JdbcClient sql) {
        super(base, language, phone, "temuulen", "enkhjin", simulators, sql);
        this.story = story + "-";
    }

    @Override
    String story() {
        return story;
    }

    DealInAllWeathers of(String publishedListing) {
        listing = publishedListing;
        return this;
    }

    /** The buyer brings the bank's letter. */
    void isFinancedBy(String letter, long loan, long valuation) {
        waitForTask("recordLoanDecision");
        try (var visit = visit(buyer)) {
            doWhatIsAsked(visit);
            visit.accessible().fits();
            visit.page().check("input[name=decision][value=APPROVED]");
            fill(visit.page(), "letterNo", letter, "letterDate", today(), "loanMnt", Long.toString(loan), "valuationMnt", Long.toString(valuation));
            picture(visit, "loan-decision");
            submit(visit, "form[action^='/tasks/']:has(input[name=decision])");
        }
    }

    /** The register shows a mortgage that the parties learn of on the page, and an agent brings what the bank says to it. */
    void hasItsTitleCured() {
        waitForTask("cureTitle");
        try (var visit = visit(buyer)) {
            visit.open("/deals/" + deal).accessible().fits();
            assertThat(visit.page().locator(".now-box a.btn-primary").count()).isZero();
            assertThat(visit.page().locator("main").innerText()).containsIgnoringCase("mortgage");
            picture(visit, "title-is-being-cured");
        }
        try (var visit = visit("munkhzul")) {
            takeTask(visit, "cureTitle");
            visit.accessible().fits();
            visit.page().check("input[name=problem][value=MORTGAGE]");
            fill(visit.page(), "documentNo", "Г-77/2026", "issuer", "Голомт банк", "documentDate", today(), "payoffMnt", "100000000",
                    "payoffIban", "MN280015999900000003", "payoffValidUntil", LocalDate.now(ElandClock.ULAANBAATAR).plusDays(20).toString());
            picture(visit, "cure-title");
            submit(visit, "form[action^='/tasks/']:has(input[name=problem])");
        }
    }

    /** The bank that holds the mortgage has no account here, so an agent brings its paper. */
    void hasPaperOfTheBank() {
        waitForTask("bringConsent");
        try (var visit = visit("munkhzul")) {
            takeTask(visit, "bringConsent");
            visit.accessible().fits();
            visit.page().check("input[name=decision][value=GIVE]");
            fill(visit.page(), "paperNo", "Г-78/2026", "paperDate", today(), "issuer", "Голомт банк");
            picture(visit, "bring-consent");
            submit(visit, "form[action^='/tasks/']:has(input[name=decision])");
        }
    }

    /** The buyer sees what it costs before leaving; the money goes where the page has said. */
    void isLeftByTheBuyer(String costs) {
        waitFor("select number from sale.sales where number = '" + deal + "' and stage = 'FUNDING'");
        try (var visit = visit(buyer)) {
            visit.open("/deals/" + deal);
            visit.page().locator("section[aria-labelledby=leave] details.confirm > summary").first().click();
            var said = visit.page().locator("section[aria-labelledby=leave] .consequence, dialog[open]").first();
            said.waitFor();
            assertThat(plain(said.innerText())).contains(costs);
            visit.accessible().fits();
            picture(visit, "consequences");
            visit.page().locator("input[name=reason]").last().fill("Өөр байр сонгосон");
            visit.page().locator("form[action$='/withdraw'] button.btn-danger").last().click();
            visit.page().waitForLoadState();
            visit.ready();
        }
        waitFor("select number from sale.sales where number = '" + deal + "' and stage = 'CALLED_OFF'");
        waitFor("select id from payment.transfers where case_no = '" + deal + "' and state = 'BOOKED'");
        try (var visit = visit(seller)) {
            visit.open("/deals/" + deal).accessible().fits();
            assertThat(plain(visit.page().locator("main").innerText())).contains(costs);
            picture(visit, "called-off");
        }
    }

    void talksOfCash() {
        try (var visit = visit(buyer)) {
            visit.open("/deals/" + deal);
            visit.page().locator("textarea[name=text]").fill("Viber-ээр ярья, урьдчилгааг бэлнээр өгье");
            submit(visit, "form[action$='/messages']");
        }
    }

    /** Compliance sees the evidence and blocks; neither party learns why. */
    void isBlockedByCompliance() {
        waitForTask("reviewRisk");
        try (var visit = visit("tulga")) {
            visit.open("/compliance/sales/" + deal).accessible().fits();
            assertThat(visit.page().locator("main").innerText()).contains("FLIP_30D");
            picture(visit, "evidence");
            takeTask(visit, "reviewRisk");
            visit.accessible().fits();
            visit.page().check("input[name=decision][value=BLOCK]");
            visit.page().check("input[name=basis][value=PRICE]");
            fill(visit.page(), "note", "Үнэ зах зээлээс зөрсөн, бэлнээр төлөхийг санал болгосон");
            picture(visit, "block");
            submit(visit, "form[action^='/tasks/']:has(input[name=decision])");
        }
        waitFor("select number from sale.sales where number = '" + deal + "' and stage = 'CALLED_OFF'");
        for (var person : new String[] {buyer, seller}) {
            try (var visit = visit(person)) {
                visit.open("/deals/" + deal).accessible().fits();
                assertThat(visit.page().content()).doesNotContain("FLIP_30D", "riskOutcome", "assessRisk", "/compliance/");
                picture(visit, "blocked-for-" + person);
            }
        }
        try (var visit = visit("tulga")) {
            takeTask(visit, "draftReport");
            visit.accessible().fits();
            picture(visit, "report");
        }
    }

    private void waitForTask(String key) {
        waitFor("select task_id from workflow.work_items where case_number = '" + deal + "' and task_key = '" + key + "' and completed_at is null");
    }

    /** Without the narrow spaces that keep an amount in one line. */
    private static String plain(String text) {
        return text.replaceAll("[\\u00a0\\u202f\\u2009]", " ");
    }

    private static String today() {
        return LocalDate.now(ElandClock.ULAANBAATAR).toString();
    }
}
