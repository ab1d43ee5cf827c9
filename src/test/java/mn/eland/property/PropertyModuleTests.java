package mn.eland.property;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static mn.eland.property.Flats.ENKHJIN;
import static mn.eland.property.Flats.TEMUULEN;
import static mn.eland.property.Flats.aFlat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The register in the whole application: engine, simulated state register and registrar, pictures and calls over HTTP. */
@ElandTest
class PropertyModuleTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired PropertyRegister register;
    @Autowired Workflow workflow;
    @Autowired Simulators simulators;
    @Autowired TransactionTemplate transaction;
    @Autowired ElandClock clock;
    @Autowired JdbcClient sql;
    @Value("${eland.base-url}") String baseUrl;

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void allIsWellAgain() {
        simulators.allSwitchesOff();
        clock.reset();
    }

    private ListingView published(Flats flat) {
        var number = transaction.execute(status -> workflow.nextNumber('L'));
        var listing = register.draft(number, flat.draft()).get();
        register.publish(number).get();
        return register.listing(number).orElseThrow();
    }

    private CaseRef start(String process, PropertyView property) {
        var sale = transaction.execute(status -> workflow.nextNumber('S'));
        register.reserve(property.id(), sale).get();
        register.rememberPerson(sale, new PersonOfCase(TEMUULEN, "ЯЯ88041511", "Ганболдын", "Тэмүүлэн"));
        register.rememberPerson(sale, new PersonOfCase(ENKHJIN, "ЯЯ93121643", "Баярын", "Энхжин"));
        transaction.executeWithoutResult(status -> workflow.start(process, sale, EngineScenario.values(Map.of(
                "propertyId", property.id().toString(), "sellerId", TEMUULEN.toString(), "buyerId", ENKHJIN.toString(), "priceMnt", 285_000_000L))));
        return sale;
    }

    /** The step has failed, and its next try is put down: time that passes earlier would pass before that try is timed. */
    private boolean isTriedAgainLater(CaseRef sale) {
        return sql.sql("""
                select exists (select from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                where e.business_key_ = ? and j.exception_msg_ is not null and j.lock_owner_ is null)""").param(sale.number()).query(Boolean.class).single();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    @Test
    void anybodySearchesByCallInEitherAlphabet() throws Exception {
        var listing = published(aFlat().in("BGD", "Баянгол дүүрэг, 5-р хороо, Ард Аюушийн өргөн чөлөө 77").inKhoroo(5));

        for (var text : List.of("Аюушийн 77", "Ayuushiin 77", listing.number().number(), listing.property().registryNo())) {
            var answer = json(get("/api/v1/properties?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)));

            assertThat(answer.path("count").asInt()).as(text).isEqualTo(1);
            assertThat(answer.path("items").get(0).path("number").asText()).isEqualTo(listing.number().number());
        }
    }

    @Test
    void callReadsOneListingAndNothingPrivate() throws Exception {
        var listing = published(aFlat());

        var answer = get("/api/v1/properties/" + listing.number());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("listing").path("priceMnt").asLong()).isEqualTo(285_000_000);
        assertThat(json(answer).path("prices")).hasSize(1);
        assertThat(answer.body()).doesNotContain(listing.property().certificateNo(), TEMUULEN.toString());
    }

    @Test
    void draftsUnknownNumbersAndBadQueriesAreAnsweredWithACode() throws Exception {
        var draft = register.draft(transaction.execute(status -> workflow.nextNumber('L')), aFlat().draft()).get();

        for (var number : List.of(draft.number().number(), "L-2026-999999", "nonsense")) {
            var answer = get("/api/v1/properties/" + number, "Accept-Language", "en");
            assertThat(answer.statusCode()).as(number).isEqualTo(404);
            assertThat(json(answer).path("code").asText()).isEqualTo("LISTING_UNKNOWN");
        }
        assertThat(json(get("/api/v1/properties?sort=RANDOM")).path("code").asText()).isEqualTo("SORT_UNKNOWN");
        assertThat(json(get("/api/v1/properties?priceFrom=2&priceTo=1")).path("code").asText()).isEqualTo("RANGE_INVALID");
        assertThat(get("/api/v1/properties?kind=CASTLE").statusCode()).isBetween(400, 422);
        assertThat(get("/api/v1/properties?limit=abc").statusCode()).isBetween(400, 422);
    }

    @Test
    void cursorWalksOnByCall() throws Exception {
        for (int i = 0; i < 3; i++) {
            published(aFlat().in("BHD", "Багахангай төв " + i));
        }

        var first = json(get("/api/v1/properties?district=BHD&limit=2"));
        var second = json(get("/api/v1/properties?district=BHD&limit=2&cursor=" + first.path("next").asText()));

        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(json(get("/api/v1/properties/facets?district=BHD")).path("rooms").path("2").asInt()).isEqualTo(3);
    }

    @Test
    void strangersChangeNothingByCall() throws Exception {
        var listing = published(aFlat());
        var patch = HttpRequest.newBuilder(URI.create(baseUrl + "/api/v1/properties/" + listing.number())).header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"priceMnt\":1}")).build();

        assertThat(http.send(patch, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        assertThat(register.listing(listing.number()).orElseThrow().price()).isEqualTo(Money.of(285_000_000));
    }

    @Test
    void picturesAreServedOnceAndKeptByTheBrowser() throws Exception {
        var listing = published(aFlat());

        for (var href : listing.pictures()) {
            var picture = get(href);
            assertThat(picture.statusCode()).isEqualTo(200);
            assertThat(picture.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");
            assertThat(picture.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=604800", "public");
            assertThat(picture.body()).startsWith("<svg");
            var again = get(href, "If-None-Match", picture.headers().firstValue("ETag").orElseThrow());
            assertThat(again.statusCode()).isEqualTo(304);
        }
        assertThat(get(listing.pictures().get(0).replace("/1.svg", "/9.svg")).statusCode()).isEqualTo(404);
        assertThat(get("/pictures/00000000-0000-0009-0000-000000000009/1.svg").statusCode()).isEqualTo(404);
    }

    @Test
    void titleIsReadFromTheStateRegisterAndCured() {
        var listing = published(aFlat().registeredAs("Ү-2299000001", "000000101", "1119000001").withArea(72.4).withRooms(3));
        simulators.addMortgage("Ү-2299000001");

        var sale = start("checkTitle", listing.property());
        await().atMost(ofSeconds(20)).until(() -> workflow.isOpen(sale, "cureTitle"));
        assertThat(register.title(sale).orElseThrow().code()).isEqualTo("MORTGAGE");
        assertThat(register.title(sale).orElseThrow().regime()).isEqualTo("JOINT");
        simulators.releaseMortgage("Ү-2299000001");
        transaction.executeWithoutResult(status -> workflow.complete(sale, "cureTitle", mn.eland.kernel.Actor.PLATFORM, mn.eland.workflow.Values.none()).get());

        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(register.title(sale).orElseThrow().code()).isEqualTo("CLEAN"));
        register.release(listing.property().id(), sale);
        register.withdraw(listing.number()).get();
    }

    @Test
    void flatOfSomebodyElseIsLocked() {
        var listing = published(aFlat().registeredAs("Ү-2299000002", "000000102", "1110000002").withArea(54.0));

        var sale = start("checkTitle", listing.property());

        await().atMost(ofSeconds(20)).untilAsserted(() ->
                assertThat(register.listing(listing.number()).orElseThrow().state()).isEqualTo(ListingView.State.LOCKED));
        assertThat(register.title(sale).orElseThrow().code()).isEqualTo("OWNER_MISMATCH");
    }

    @Test
    void transferIsFiledOnceThoughTheAnswerIsLostAndIsRegistered() {
        simulators.loadTitles(List.of(Map.of("registryNo", "Ү-2298000077", "certificateNo", "000777077", "areaM2", 62, "fullAddress", "Сөүлийн гудамж 77",
                "owners", List.of(Map.of("registerNumber", "ЯЯ88041511", "parentName", "Ганболдын", "givenName", "Тэмүүлэн")))));
        var listing = published(aFlat().registeredAs("Ү-2298000077", "000777077", null));
        simulators.switchOn("registry", "file", Behaviour.TIMEOUT_AFTER, "100", 1);

        var sale = start("registerTransfer", listing.property());
        await().atMost(ofSeconds(20)).until(() -> isTriedAgainLater(sale));
        assertThat(register.filings(sale)).extracting(FilingView::state).containsExactly("FILING");
        clock.passes(ofMinutes(11));
        await().atMost(ofSeconds(30)).until(() -> register.filings(sale).stream().anyMatch(filing -> filing.filingNo() != null));
        var filing = register.filings(sale).get(0);
        assertThat(register.filings(sale)).hasSize(1);
        simulators.registrarRegisters(filing.filingNo());

        await().atMost(ofSeconds(30)).untilAsserted(() -> assertThat(register.filings(sale).get(0).state()).isEqualTo("REGISTERED"));
        await().atMost(ofSeconds(20)).until(() -> workflow.steps(sale).stream().anyMatch(step -> step.activityId().equals("transferRegistered")));
        assertThat(register.property(listing.property().id()).certificateNo()).isNotEqualTo("000777077");
    }

    @Test
    void refusedTransferComesBackToTheAgent() {
        simulators.loadTitles(List.of(Map.of("registryNo", "Ү-2298000078", "certificateNo", "000777078", "areaM2", 62, "fullAddress", "Сөүлийн гудамж 78",
                "owners", List.of(Map.of("registerNumber", "ЯЯ88041511", "parentName", "Ганболдын", "givenName", "Тэмүүлэн")))));
        var listing = published(aFlat().registeredAs("Ү-2298000078", "000777078", null));

        var sale = start("registerTransfer", listing.property());
        await().atMost(ofSeconds(20)).until(() -> register.filings(sale).stream().anyMatch(filing -> filing.filingNo() != null));
        simulators.registrarRefuses(register.filings(sale).get(0).filingNo(), "Гэрээний нэг хувь дутуу");

        await().atMost(ofSeconds(30)).until(() -> workflow.isOpen(sale, "fixFiling"));
        assertThat(register.filings(sale).get(0).reason()).isEqualTo("Гэрээний нэг хувь дутуу");
    }
}
