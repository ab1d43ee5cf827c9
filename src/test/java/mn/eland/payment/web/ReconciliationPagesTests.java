package mn.eland.payment.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.kernel.ElandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** Comparing a day with the simulated bank and QPay behind it, and files that are not what they say. */
@ElandTest
class ReconciliationPagesTests {

    private static final String GOOD = "account,record,tranDate,amount,balance,description\n999900000001,900000001,2026-11-25,77,77,";

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired ElandClock clock;
    private MockMvc mvc;

    @BeforeEach
    void someMoneyCame() {
        mvc = SignIn.mvc(context);
        simulators.transferIn("tulgalt", 1_234, "MN430005999900001009", "Дашийн Хүслэн");
    }

    @Test
    void anOfficerComparesADayAndSeesWhatAgrees() throws Exception {
        var today = clock.today().toString();

        mvc.perform(post("/payments/reconciliation").param("day", today).with(SignIn.as("suvd")).with(csrf()))
                .andExpect(redirectedUrl("/payments/reconciliation?day=" + today));

        mvc.perform(get("/payments/reconciliation").param("day", today).with(SignIn.as("suvd"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Эхний үлдэгдэл"))).andExpect(content().string(containsString(today)));
        mvc.perform(get("/payments/reconciliation").param("day", today).param("lang", "en").with(SignIn.as("suvd"))).andExpect(status().isOk());
        mvc.perform(post("/api/v1/payments/reconciliations/" + today).header("Idempotency-Key", UUID.randomUUID()).with(SignIn.as("suvd")))
                .andExpect(status().isOk()).andExpect(jsonPath("$.day").value(today)).andExpect(jsonPath("$.opening").isNumber());
        mvc.perform(get("/api/v1/payments/reconciliations/yesterday").with(SignIn.as("suvd"))).andExpect(status().isBadRequest());
    }

    static Stream<Arguments> badFiles() {
        var pdf = "%PDF-1.7\n%âãÏÓ\n1 0 obj".getBytes(StandardCharsets.ISO_8859_1);
        var zip = new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3};
        var program = new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0};
        var page = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        var good = (GOOD + "a\n").getBytes(StandardCharsets.UTF_8);
        return Stream.of(Arguments.of("khuulga.csv", new byte[0], "FILE_MISSING"), Arguments.of("khuulga.csv", pdf, "FILE_NOT_WHAT_IT_SAYS"),
                Arguments.of("khuulga.csv", zip, "FILE_NOT_WHAT_IT_SAYS"), Arguments.of("khuulga.csv", program, "FILE_NOT_WHAT_IT_SAYS"),
                Arguments.of("khuulga.csv", page, "FILE_NOT_WHAT_IT_SAYS"), Arguments.of("khuulga.xlsx", good, "FILE_NOT_WHAT_IT_SAYS"),
                Arguments.of("khuulga.csv", (GOOD + "Буцаалт").getBytes(java.nio.charset.Charset.forName("windows-1251")), "FILE_NOT_WHAT_IT_SAYS"),
                Arguments.of("khuulga.csv", new byte[1_000_001], "FILE_TOO_LARGE"),
                Arguments.of("khuulga.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "STATEMENT_COLUMNS"),
                Arguments.of("khuulga.csv", GOOD.replace("999900000001", "999900000002").getBytes(StandardCharsets.UTF_8), "STATEMENT_OF_ANOTHER_ACCOUNT"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void aFileThatIsNotWhatItSaysIsRefusedWithItsCode(String name, byte[] content, String code) throws Exception {
        mvc.perform(multipart("/payments/reconciliation/statement").file(new MockMultipartFile("file", name, "text/csv", content))
                        .with(SignIn.as("suvd")).with(csrf()))
                .andExpect(redirectedUrl("/payments/reconciliation")).andExpect(flash().attribute("refusedCode", code));
        mvc.perform(multipart("/api/v1/payments/reconciliations/statement").file(new MockMultipartFile("file", name, "text/csv", content))
                        .header("Idempotency-Key", UUID.randomUUID()).with(SignIn.as("suvd")))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.code").value(code));
    }

    @Test
    void onlyEscrowOfficersBringAStatement() throws Exception {
        mvc.perform(multipart("/payments/reconciliation/statement").file(new MockMultipartFile("file", "k.csv", "text/csv", GOOD.getBytes(StandardCharsets.UTF_8)))
                .with(SignIn.as("enkhjin")).with(csrf())).andExpect(status().isForbidden());
    }
}
