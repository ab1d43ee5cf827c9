package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Map;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.identity.Parties.Basis;
import mn.eland.identity.Parties.Representation;
import mn.eland.identity.screening.WatchLists;
import mn.eland.identity.spi.NameScreening.Kind;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PropertyId;
import mn.eland.sale.risk.Assessments;
import mn.eland.sale.suspicion.Report;
import mn.eland.sale.suspicion.Suspicions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import mn.eland.store.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** Compliance sees what speaks against a sale and reports it; whoever takes part sees nothing of it. */
@ElandTest
class RiskOfASaleTests {

    private static final List<String> SECRETS = List.of("SERIAL_POA", "FLIP_30D", "DEPOSIT_SCAM", "assessRisk", "recheckDeal", "reportSuspicion",
            "sale.sign", "/compliance/", "riskOutcome");

    private static final long RECORD_YEARS = 5;

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired Assessments assessments;
    @Autowired Suspicions suspicions;
    @Autowired WatchLists lists;
    @Autowired JdbcClient jdbc;
    private SaleWalk walk;
    private MockMvc mvc;

    @BeforeEach
    void walk() {
        walk = new SaleWalk(context, simulators);
        mvc = SignIn.mvc(context);
    }

    @Test
    void aSuspiciousSaleIsShownWithItsEvidenceBlockedAndReportedInSilence() throws Exception {
        var listing = walk.publishedFlat(285_000_000);
        boughtLately(walk.register.listing(listing).orElseThrow().property().id());
        var terms = new Sales.OfferTerms(Money.of(285_000_000), 10, 5, "WhatsApp-аар бичээрэй");
        var sale = walk.sales.makeOffer(walk.person("enkhjin"), listing, terms).get().id();
        walk.sales.say(walk.person("enkhjin"), sale, "Viber-ээр ярья, урьдчилгааг бэлнээр өгье").get();
        walk.accept(sale);
        walk.consents(sale);
        walk.until("compliance is asked", () -> walk.workflow.isOpen(sale.caseRef(), "reviewRisk"));

        assertThat(assessments.latest(sale.caseRef()).orElseThrow().codes()).contains("FLIP_30D", "DEPOSIT_SCAM");
        var page = body("tulga", "/compliance/sales/" + sale);
        assertThat(page).contains("FLIP_30D", "&lt; 30", "<mark>Viber</mark>", "<mark>WhatsApp</mark>", "class=\"linkgraph\"", "riskOutcome_05");
        assertThat(body("tulga", "/compliance/sales/" + sale + "?lang=en")).contains("Sold again within 30 days", "Days since the last transfer");
        assertThat(body("tulga", "/api/v1/sales/" + sale + "/risk")).contains("daysSinceLastTransfer", "FLIP_30D");
        assertThat(body("tulga", "/deals/" + sale)).contains("/compliance/sales/" + sale);
        nobodyElseSees("/compliance/sales/" + sale, "/api/v1/sales/" + sale + "/risk");

        walk.doTask("tulga", sale.caseRef(), "reviewRisk", Map.of("decision", "BLOCK", "basis", List.of("PRICE"), "note", "Үнэ зах зээлээс хэт доогуур"));
        walk.untilStage(sale, "CALLED_OFF");
        walk.until("a report is opened", () -> !suspicions.of(sale.caseRef()).isEmpty());
        partiesSeeNothing(sale);
        reported(sale);
    }

    @Test
    void whoSellsThroughASerialHolderIsPointedOutToCompliance() throws Exception {
        var listing = walk.publishedFlat(285_000_000);
        var holder = walk.person("zoljargal").party();
        var owner = walk.person("temuulen").party();
        walk.parties.empower(walk.person("munkhzul"), new Representation(holder, owner, Basis.POA, "ИТ-2026/31", walk.clock.today(),
                walk.clock.today().plusDays(60))).get();
        var paper = walk.parties.acting(holder, owner).get();
        for (var mandate : List.of(listing, CaseRef.of("L-2025-900031"), CaseRef.of("L-2025-900032"))) {
            walk.parties.acted(paper, mandate);
        }
        var sale = walk.offer("enkhjin", listing, 285_000_000);
        walk.accept(sale);
        walk.consents(sale);
        walk.until("the holder is seen", () -> assessments.latest(sale.caseRef()).filter(found -> found.codes().contains("SERIAL_POA")).isPresent());

        assertThat(body("tulga", "/compliance/sales/" + sale + "?lang=en")).contains("For the seller: Н. Золжаргал", "ИТ-2026/31", "L-2025-900031",
                "L-2025-900032", sale.number()).doesNotContain("ЯЯ86022844");
        assertThat(body("temuulen", "/deals/" + sale)).doesNotContain("SERIAL_POA", "/compliance/");
        walk.parties.revoke(walk.person("munkhzul"), holder, owner, "ИТ-2026/31").get();
    }

    @Test
    void aPartyOnAListOfSanctionsIsReportedAtOnceAndNotWarned() throws Exception {
        var sale = walk.offer("bilguun", walk.publishedFlat(285_000_000), 285_000_000);
        var vault = context.getBean(Vault.class);
        var listed = vault.index(Vault.Kind.REGISTER_NUMBER, "ЯЯ95051933");
        jdbc.sql("insert into identity.screening (register_number, register_index, list, reason, listed_at) values (?, ?, 'SANCTIONS', 'НҮБ АЗ 1267', now())")
                .params(vault.seal("ЯЯ95051933", "identity.screening.register_number:SANCTIONS"), listed).update();
        try {
            walk.accept(sale);
            walk.untilStage(sale, "CALLED_OFF");
            walk.until("the freeze is to be reported", () -> suspicions.of(sale.caseRef()).stream().anyMatch(report -> !report.kinds().isEmpty()));
        } finally {
            jdbc.sql("delete from identity.screening where register_index = ?").param(listed).update();
        }

        var report = suspicions.of(sale.caseRef()).get(0);
        assertThat(report.cause()).isEqualTo(Report.Cause.SANCTIONED);
        assertThat(report.kinds()).contains("FREEZE_NOTICE");
        assertThat(body("tulga", "/compliance/reports/" + report.number() + "?lang=en")).contains("on a list of sanctions");
        nobodyElseSees("/compliance/reports/" + report.number(), "/api/v1/compliance/reports/" + report.number());
        for (var path : List.of("/deals/" + sale, "/deals/" + sale + "?lang=en", "/api/v1/sales/" + sale, "/api/v1/sales/" + sale + "/timeline")) {
            assertThat(body("bilguun", path)).doesNotContain(SECRETS).doesNotContainIgnoringCase("sanction", "хориг арга хэмжээ", "FREEZE_NOTICE");
        }
    }

    @Test
    void aListThatArrivesDuringADealFreezesItAtOnceAndInSilence() throws Exception {
        var sale = walk.offer("bilguun", walk.publishedFlat(285_000_000), 285_000_000);
        try {
            lists.take(walk.person("tulga"), "НҮБ 1988", Kind.SANCTIONS, "un.csv", "name,born\nTsogt Bilguun,1995-05-19\n").get();
            walk.until("the freeze is to be reported", () -> suspicions.of(sale.caseRef()).stream().anyMatch(report -> !report.kinds().isEmpty()));
        } finally {
            jdbc.sql("update identity.watch_lists set replaced_at = now() where replaced_at is null").update();
            jdbc.sql("delete from identity.list_matches").update();
            jdbc.sql("update identity.verified_parties set standing = 'VERIFIED' where standing = 'DECLINED'").update();
        }

        assertThat(suspicions.of(sale.caseRef()).get(0).cause()).isEqualTo(Report.Cause.SANCTIONED);
        assertThat(suspicions.of(sale.caseRef()).get(0).kinds()).contains("FREEZE_NOTICE");
        assertThat(jdbc.sql("select count(*) from sale.freezes where sale = ? and lifted_at is null").param(sale.toString()).query(Integer.class).single()).isOne();
        for (var path : List.of("/deals/" + sale, "/api/v1/sales/" + sale, "/api/v1/sales/" + sale + "/timeline", "/verification")) {
            assertThat(body("bilguun", path)).doesNotContain(SECRETS).doesNotContainIgnoringCase("sanction", "хориг", "царцаа", "1988");
        }
    }

    /** Of another size, so that no other flat is compared with it. */
    private void boughtLately(PropertyId property) {
        jdbc.sql("insert into property.transfers (property_id, district, kind, area_m2, price, transferred_on) values (?, 'SBD', 'APARTMENT', 5, 280000000, ?)")
                .params(property.value(), walk.clock.today().minusDays(10)).update();
    }

    private void reported(SaleId sale) throws Exception {
        var report = suspicions.of(sale.caseRef()).get(0);
        assertThat(report.cause()).isEqualTo(Report.Cause.RISK_BLOCKED);
        assertThat(report.kinds()).containsExactly("STR", "STR_ATTEMPT");
        walk.doTask("tulga", report.number(), "draftReport", Map.of("narrative", "Зах зээлийн үнээс хэт доогуур, платформоос гадуур төлөхийг санал болгосон"));
        nobodyElseSees("/compliance/reports/" + report.number(), "/compliance/reports/" + report.number() + "/file.xml");
        assertThat(body("tulga", "/compliance/reports/" + report.number() + "/file.xml")).contains("<kinds>STR STR_ATTEMPT</kinds>", "<priceMnt>285000000</priceMnt>");
        assertThat(body("tulga", "/api/v1/compliance/reports/" + report.number())).contains("\"kinds\":[\"STR\",\"STR_ATTEMPT\"]", "\"sale\":\"" + sale + "\"");
        assertThat(body("tulga", "/api/v1/compliance/reports/" + report.number() + "/file.xml")).contains("<kinds>STR STR_ATTEMPT</kinds>");
        assertThat(body("tulga", "/api/v1/sales/" + sale + "/risk")).contains("\"reports\":[\"" + report.number() + "\"]");
        nobodyElseSees("/api/v1/compliance/reports/" + report.number());
        assertThat(body("tulga", "/compliance/reports/" + report.number() + "/file.csv")).contains("\"deal\",\"priceMnt\",\"285000000\"");

        walk.doTask("tulga", report.number(), "fileReport", Map.of("filedNumber", "СМА-2026-118"));

        var filed = suspicions.of(sale.caseRef()).get(0);
        assertThat(filed.filedNumber()).isEqualTo("СМА-2026-118");
        assertThat(filed.filedAt()).isNotNull();
        assertThat(body("tulga", "/api/v1/compliance/reports/" + report.number())).contains("\"keepUntil\":\"" + walk.clock.today().plusYears(RECORD_YEARS));
        assertThat(body("tulga", "/compliance/reports/" + report.number())).contains("СМА-2026-118");
        listed(report.number(), sale);
        partiesSeeNothing(sale);
    }

    /** The list of all reports and its files: whole for compliance, not there for anybody else, and no link to it either. */
    private void listed(CaseRef number, SaleId sale) throws Exception {
        var today = walk.clock.today();
        var days = "?from=" + today.minusDays(1) + "&until=" + today;
        assertThat(body("tulga", "/compliance/reports" + days)).contains(number.number(), "СМА-2026-118");
        assertThat(body("tulga", "/compliance/reports" + days + "&waiting=true")).doesNotContain(number.number());
        assertThat(body("tulga", "/api/v1/compliance/reports" + days)).contains("\"number\":\"" + number + "\"");
        assertThat(body("tulga", "/compliance/reports?from=2001-01-01&until=2001-02-01")).doesNotContain(number.number());
        assertThat(body("tulga", "/compliance/reports/file.xml" + days)).startsWith("<?xml").contains("<reports><report><head>", "<kinds>STR STR_ATTEMPT</kinds>");
        assertThat(body("tulga", "/api/v1/compliance/reports/file.csv" + days)).startsWith("report,group,name,value\r\n")
                .contains("\"" + number + "\",\"deal\",\"number\",\"" + sale + "\"");
        nobodyElseSees("/compliance/reports", "/compliance/reports/file.xml", "/compliance/reports/file.csv", "/api/v1/compliance/reports");
        assertThat(body("tulga", "/deals")).contains("href=\"/compliance/reports\"");
        assertThat(suspicions.all(SignIn.actor(context, "tulga"), today, today.minusDays(1), false).refusal().code()).isEqualTo("REPORT_DAYS");
    }

    private void partiesSeeNothing(SaleId sale) throws Exception {
        for (var person : List.of("temuulen", "enkhjin", "munkhzul")) {
            for (var path : List.of("/deals/" + sale, "/deals", "/api/v1/sales/" + sale, "/api/v1/sales/" + sale + "/timeline", "/api/v1/sales/" + sale + "/messages")) {
                assertThat(body(person, path)).as(person + " reads " + path).doesNotContain(SECRETS);
            }
            assertThat(walk.workflow.steps(sale.caseRef())).extracting("processKey").doesNotContain("reportSuspicion");
        }
    }

    private void nobodyElseSees(String... paths) throws Exception {
        for (var path : paths) {
            for (var person : List.of("temuulen", "enkhjin", "munkhzul", "nomin", "suvd")) {
                assertThat(mvc.perform(get(path).with(SignIn.as(person))).andReturn().getResponse().getStatus()).as(person + " at " + path).isEqualTo(404);
            }
        }
    }

    private String body(String person, String path) throws Exception {
        var answer = mvc.perform(get(path).with(SignIn.as(person))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(person + " at " + path).isEqualTo(200);
        return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
