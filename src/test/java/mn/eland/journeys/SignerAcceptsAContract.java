package mn.eland.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import mn.eland.Simulators;
import mn.eland.contract.Contracts;
import mn.eland.contract.DocumentFacts;
import mn.eland.contract.DocumentKind;
import mn.eland.kernel.PartyId;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

/** A buyer reads a contract, asks for the code, accepts; anyone checks the paper; the notary looks into the book. */
@Journey
class SignerAcceptsAContract {

    @Value("${eland.base-url}")
    String base;
    @Autowired Contracts contracts;
    @Autowired Workflow workflow;
    @Autowired TransactionTemplate transaction;
    @Autowired Simulators simulators;

    @ParameterizedTest
    @CsvSource({"mn,phone", "en,desktop"})
    void contractIsReadAcceptedAndChecked(String language, String device) {
        var sale = transaction.execute(status -> workflow.nextNumber('S'));
        var contract = contracts.draft(DocumentKind.SALE_CONTRACT, sale, DocumentFacts.of(DocumentKind.SALE_CONTRACT),
                List.of(new PartyId(new UUID(0, 3)), new PartyId(new UUID(0, 1)))).get();
        var place = "-" + language + "-" + device;

        try (var visit = device.equals("phone") ? Browser.phone(base, language) : Browser.desktop(base, language)) {
            visit.signIn("enkhjin").open("/documents/" + contract.id()).accessible().fits().picture("document" + place);
            visit.page().locator("#understood").check();
            var codes = new CodesByMail(simulators, "enkhjin");
            visit.page().locator("#accept button").first().click();
            visit.page().waitForSelector("#code");
            visit.ready().accessible().fits().picture("document-code" + place);
            visit.page().locator("#code").fill(codes.next());
            visit.page().locator("#accept button").last().click();
            visit.page().waitForSelector(".notice-done");
            visit.ready().accessible().picture("document-accepted" + place);
            assertThat(visit.page().locator("#code").count()).isZero();

            visit.open("/verify/" + contract.verificationCode()).accessible().fits().picture("verify" + place);
            assertThat(visit.page().locator("main").innerText()).contains("1 ").doesNotContain("Энхжин");
            visit.open("/verify/signatures").accessible().fits().picture("signatures" + place);
            visit.signOut();
            visit.signIn("anudari").open("/notary/book").accessible().fits().picture("book" + place);
        }
    }
}
