package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Map;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.kernel.PropertyId;
import mn.eland.sale.risk.Assessments;
import mn.eland.sale.suspicion.Report;
import mn.eland.sale.suspicion.Suspicions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** Compliance sees what speaks against a sale and reports it; whoever takes part sees nothing of it. */
@ElandTest
class RiskOfASaleTests {

    private static final List<String> SECRETS = List.of("FLIP_30D", "DEPOSIT_SCAM", "assessRisk", "recheckDeal", "reportSuspicion",
            "sale.sign", "/compliance/", "riskOutcome");

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired Assessments assessments;
    @Autowired Suspicions suspicions;
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
        var sale = walk.offer("enkhjin", listing, 285_000_000);
        walk.sales.say(walk.person("enkhjin"), sale, "Viber-ээр ярья, урьдчилгааг бэлнээр өгье").get();
        walk.accept(sale);
        walk.consents(sale);
        walk.until("compliance is asked", () -> walk.workflow.isOpen(sale.caseRef(), "reviewRisk"));

        assertThat(assessments.latest(sale.caseRef()).orElseThrow().codes()).contains("FLIP_30D", "DEPOSIT_SCAM");
        var page = body("tulga", "/compliance/sales/" + sale);
        assertThat(page).contains("FLIP_30D", "&lt; 30", "<mark>Viber</mark>", "class=\"linkgraph\"", "riskOutcome_05");
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
        assertThat(body("tulga", "/compliance/reports/" + report.number())).contains("СМА-2026-118");
        partiesSeeNothing(sale);
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
