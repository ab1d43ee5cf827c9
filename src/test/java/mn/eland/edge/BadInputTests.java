package mn.eland.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.sale.WalkedSale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What is wrong is said in the person's language, with a stable code, and nothing happens; never a failure of ours. */
@ElandTest
class BadInputTests {

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired ObjectMapper json;
    private Map<String, String> ids;
    private MockMvc mvc;

    @BeforeEach
    void walk() {
        mvc = SignIn.mvc(context);
        ids = WalkedSale.ids(context, simulators);
    }

    @ParameterizedTest(name = "{0} {1} {3} → {4} {5}")
    @CsvSource(delimiter = '|', value = {
        "POST  | /api/v1/sales | nomin | {\"listing\": \"{free}\", \"priceMnt\": \"abc\"} | 400 | INPUT_NOT_READABLE",
        "POST  | /api/v1/sales | nomin | {\"listing\": \"{free}\", \"priceMnt\": 1.5} | 400 | INPUT_NOT_READABLE",
        "POST  | /api/v1/sales | nomin | {\"listing\": \"{free}\"} | 422 | PRICE_OUT_OF_RANGE",
        "POST  | /api/v1/sales | nomin | {\"listing\": \"{free}\", \"priceMnt\": -5} | 422 | PRICE_OUT_OF_RANGE",
        "POST  | /api/v1/sales | nomin | {\"listing\": \"{free}\", \"priceMnt\": 99999999999999999} | 422 | PRICE_OUT_OF_RANGE",
        "POST  | /api/v1/sales | nomin | {\"listing\": \"{free}\", \"priceMnt\": 180000000, \"financing\": {\"loanMnt\": 1}} | 422 | LOAN_BANK_MISSING",
        "POST  | /api/v1/sales | nomin | {\"listing\": \"{free}\", \"priceMnt\": 180000000, \"financing\": {\"bank\": \"B\", \"loanMnt\": 162000001}} | 422 | LOAN_OUT_OF_RANGE",
        "POST  | /api/v1/sales | nomin | {\"listing\": 7} | 404 | LISTING_UNKNOWN",
        "POST  | /api/v1/sales | nomin | {} | 404 | LISTING_UNKNOWN",
        "POST  | /api/v1/sales | nomin | [] | 400 | INPUT_NOT_READABLE",
        "POST  | /api/v1/sales | nomin | {\"listing\": \"{listing}\", \"priceMnt\": 280000000} | 409 | PROPERTY_RESERVED",
        "POST  | /api/v1/sales | temuulen | {\"listing\": \"{free}\", \"priceMnt\": 180000000} | 409 | OWN_PROPERTY",
        "GET   | /api/v1/sales/{sale} | nomin | | 404 | SALE_UNKNOWN",
        "GET   | /api/v1/sales/S-2026-999999 | enkhjin | | 404 | SALE_UNKNOWN",
        "GET   | /api/v1/sales/nonsense | enkhjin | | 404 | SALE_UNKNOWN",
        "POST  | /api/v1/sales/{offered}/offers | temuulen | {\"answer\": \"MAYBE\"} | 400 | INPUT_NOT_READABLE",
        "POST  | /api/v1/sales/{offered}/offers | temuulen | {\"answer\": \"COUNTER\"} | 422 | PRICE_OUT_OF_RANGE",
        "POST  | /api/v1/sales/{offered}/offers | temuulen | {\"answer\": \"COUNTER\", \"counterPriceMnt\": -1} | 422 | PRICE_OUT_OF_RANGE",
        "POST  | /api/v1/sales/{sale}/messages | enkhjin | {} | 422 | MESSAGE_LENGTH",
        "PATCH | /api/v1/properties/{free} | temuulen | {\"priceMnt\": -1} | 422 | PRICE_INVALID",
        "PATCH | /api/v1/properties/{free} | temuulen | {} | 422 | PRICE_INVALID",
        "PATCH | /api/v1/properties/{free} | temuulen | {\"priceMnt\": 185000000} | 428 | IF_MATCH_MISSING",
        "GET   | /api/v1/properties/seven/price | temuulen | | 404 | LISTING_UNKNOWN",
        "POST  | /properties/{free}/price | temuulen | price=none&seen=1 | 422 |",
        "POST  | /api/v1/properties | temuulen | {} | 422 | KIND_MISSING",
        "GET   | /api/v1/properties?areaFrom=big | nomin | | 400 | INPUT_NOT_READABLE",
        "GET   | /api/v1/properties?sort=UP | nomin | | 422 | SORT_UNKNOWN",
        "GET   | /api/v1/contracts/seven | enkhjin | | 400 | INPUT_NOT_READABLE",
        "GET   | /api/v1/contracts | enkhjin | | 400 | INPUT_NOT_READABLE",
        "GET   | /api/v1/tasks?limit=many | munkhzul | | 400 | INPUT_NOT_READABLE",
        "GET   | /api/v1/tasks?cursor=zzz | munkhzul | | 422 | CURSOR_UNKNOWN",
        "GET   | /api/v1/tasks?scope=THEIRS | munkhzul | | 400 | INPUT_NOT_READABLE",
        "GET   | /api/v1/tasks/{sellersTask} | enkhjin | | 404 | TASK_NOT_FOUND",
        "POST  | /api/v1/tasks/{agentsTask}/assign | munkhzul | {\"to\": \"somebody\"} | 400 | INPUT_NOT_READABLE",
        "POST  | /api/v1/tasks/{sellersTask}/complete | temuulen | {} | 422 | FIELD_REQUIRED",
        "POST  | /api/v1/tasks/{sellersTask}/complete | temuulen | {\"answer\": \"MAYBE\"} | 422 | FIELD_OPTION",
        "POST  | /api/v1/tasks/{sellersTask}/complete | temuulen | {\"answer\": \"ACCEPT\", \"admin\": true} | 422 | FIELD_UNKNOWN",
        "GET   | /api/v1/payments/{sale}/collections/rent | enkhjin | | 404 | COLLECTION_NOT_FOUND",
        "POST  | /api/v1/payments/{sale}/collections/balance/qr | enkhjin | {} | 404 | COLLECTION_NOT_FOUND",
        "POST  | /api/v1/notifications/read | enkhjin | {\"upTo\": \"all\"} | 400 | INPUT_NOT_READABLE",
        "GET   | /deals/{sale} | nomin | | 404 | SALE_UNKNOWN",
        "GET   | /deals/S-2026-999999 | enkhjin | | 404 | SALE_UNKNOWN",
        "GET   | /documents/seven | enkhjin | | 400 | INPUT_NOT_READABLE",
        "GET   | /documents/{document} | nomin | | 404 | DOCUMENT_NOT_FOUND",
        "GET   | /tasks/{sellersTask} | enkhjin | | 404 | TASK_NOT_FOUND",
        "GET   | /tasks?cursor=zzz | munkhzul | | 422 | CURSOR_UNKNOWN",
        "GET   | /notifications?before=abc | enkhjin | | 400 | INPUT_NOT_READABLE",
        "POST  | /tasks/{sellersTask} | temuulen | | 422 |",
        "POST  | /tasks/{sellersTask} | temuulen | answer=ACCEPT&admin=true | 422 |",
        "POST  | /properties/{free}/offer | nomin | | 422 |",
        "POST  | /properties/{free}/offer | nomin | price=abc&depositPct=99&validDays=x&cashPct=-1&understood=true | 422 |",
        "POST  | /properties/{free}/offer | nomin | price=180000000&depositPct=10&validDays=3&cashPct=0&payment=LOAN&loanMnt=1&understood=true | 422 |",
        "POST  | /properties/{listing}/offer | nomin | price=280000000&depositPct=10&validDays=3&cashPct=0&payment=OWN&understood=true | 409 | PROPERTY_RESERVED",
        "POST  | /listings/new | temuulen | kind=CASTLE&price=1 | 422 |",
        "POST  | /deals/{sale}/messages | enkhjin | | 400 | INPUT_NOT_READABLE"})
    void isRefusedWithACode(String method, String path, String person, String body, int status, String code) throws Exception {
        for (var language : new String[] {"mn", "en"}) {
            var answer = mvc.perform(request(method.strip(), named(path), named(body == null ? "" : body), language).with(SignIn.as(person)))
                    .andReturn().getResponse();
            var text = answer.getContentAsString(StandardCharsets.UTF_8);

            assertThat(answer.getStatus()).as(text.length() > 600 ? text.substring(0, 600) : text).isEqualTo(status);
            if (path.startsWith("/api/")) {
                var problem = json.readTree(text);
                assertThat(problem.path("code").asText()).as(text).isEqualTo(code);
                assertThat(problem.path("detail").asText()).as("a sentence in " + language).satisfies(detail -> speaks(detail, language));
            } else {
                assertThat(text).contains("lang=\"" + language + "\"").contains(code == null ? "error-summary" : code);
            }
        }
    }

    private static void speaks(String sentence, String language) {
        assertThat(sentence).hasSizeGreaterThan(10).matches(language.equals("mn") ? "(?s).*[а-яөү]{3}.*" : "(?s).*[a-z]{3}.*").doesNotContain("{", "Exception");
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request(String method, String path, String body, String language) {
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path).header("Accept-Language", language);
        if (path.startsWith("/api/")) {
            return request.header("Idempotency-Key", UUID.randomUUID().toString()).contentType("application/json").content(body.isEmpty() ? "{}" : body);
        }
        for (var field : body.isEmpty() ? new String[0] : body.split("&")) {
            request.param(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        return method.equals("GET") ? request : request.with(csrf());
    }

    private String named(String text) {
        for (var id : ids.entrySet()) {
            text = text.replace("{" + id.getKey() + "}", id.getValue());
        }
        return text;
    }
}
