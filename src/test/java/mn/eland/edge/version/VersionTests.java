package mn.eland.edge.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import mn.eland.ElandTest;
import mn.eland.edge.SignIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** Programs learn with each answer which version it is of, what it cost, and when a call goes away. */
@ElandTest
class VersionTests {

    @Autowired
    WebApplicationContext context;
    private MockMvc mvc;

    @BeforeEach
    void open() {
        mvc = SignIn.mvc(context);
    }

    @Test
    void everyAnswerSaysItsVersionAndNoOtherIsGiven() throws Exception {
        mvc.perform(get("/api/v1/sales").with(SignIn.as("enkhjin"))).andExpect(status().isOk()).andExpect(header().string("API-Version", "1"))
                .andExpect(header().doesNotExist("Deprecation"));
        mvc.perform(get("/api/v1/sales")).andExpect(status().isUnauthorized()).andExpect(header().string("API-Version", "1"));
        mvc.perform(get("/api/v1/sales").header("API-Version", "1").with(SignIn.as("enkhjin"))).andExpect(status().isOk());
        mvc.perform(get("/api/v1/sales").header("API-Version", "2").header("Accept-Language", "en").with(SignIn.as("enkhjin"))).andExpect(status()
                .isBadRequest())
                .andExpect(jsonPath("$.code").value("API_VERSION_UNKNOWN")).andExpect(jsonPath("$.detail")
                        .value(org.hamcrest.Matchers.containsString("version 1")));
    }

    @Test
    void aCallThatGoesAwaySaysSinceWhenUntilWhenAndWhatDoesTheSame() throws Exception {
        var answer = mvc.perform(get("/api/v1/try-out/old").with(SignIn.as("enkhjin"))).andExpect(status().isOk()).andReturn().getResponse();

        assertThat(answer.getHeader("Deprecation")).isEqualTo("@1767225600");
        assertThat(ZonedDateTime.parse(answer.getHeader("Sunset"), DateTimeFormatter.RFC_1123_DATE_TIME)).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(answer.getHeader("Link")).isEqualTo("</api/v1/try-out/1>; rel=\"successor-version\"");
        mvc.perform(get("/v3/api-docs")).andExpect(jsonPath("$.paths['/api/v1/try-out/old'].get.deprecated").value(true))
                .andExpect(jsonPath("$.paths['/api/v1/try-out/old'].get.description").value(org.hamcrest.Matchers.containsString("2027-01-01")))
                .andExpect(jsonPath("$.paths['/api/v1/try-out/old'].get.responses['200'].headers.Sunset").exists())
                .andExpect(jsonPath("$.paths['/api/v1/sales'].get.deprecated").doesNotExist());
    }

    @Test
    void everyCallSaysWhatIsLeft() throws Exception {
        mvc.perform(get("/api/v1/sales").with(SignIn.as("enkhjin"))).andExpect(header().string("RateLimit-Policy",
                org.hamcrest.Matchers.startsWith("\"person\";q=")))
                .andExpect(header().string("RateLimit", org.hamcrest.Matchers.matchesPattern("\"person\";r=\\d+;t=\\d+")));
        mvc.perform(get("/api/v1/properties")).andExpect(header().string("RateLimit-Policy", org.hamcrest.Matchers.startsWith("\"visitor\";q=")));
    }

    @Test
    void pagesOfOthersMayCallUsOnlyWhenTheyAreNamed() throws Exception {
        mvc.perform(preflight("https://partner.example.mn")).andExpect(status().isOk())
                .andExpect(header().string("Access-Control-Allow-Origin", "https://partner.example.mn"))
                .andExpect(header().doesNotExist("Access-Control-Allow-Credentials"));
        for (var stranger : new String[] {"https://evil.example", "https://partner.example.mn.evil.example", "http://partner.example.mn", "null"}) {
            mvc.perform(preflight(stranger)).andExpect(status().isForbidden()).andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
        }
        mvc.perform(get("/api/v1/properties").header("Origin", "https://partner.example.mn")).andExpect(status().isOk())
                .andExpect(header().string("Access-Control-Expose-Headers", org.hamcrest.Matchers.containsString("Retry-After")));
        mvc.perform(get("/properties").header("Origin", "https://partner.example.mn")).andExpect(header()
                .doesNotExist("Access-Control-Allow-Origin"));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder preflight(String origin) {
        return options("/api/v1/sales").header("Origin", origin).header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization");
    }
}
