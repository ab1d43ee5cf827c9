package mn.eland.integration.tsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.contract.DocumentFacts;
import mn.eland.contract.DocumentKind;
import mn.eland.contract.print.DocumentPrinter;
import mn.eland.contract.print.DocumentPrinter.Imprint;
import mn.eland.contract.signing.Signatory;
import mn.eland.contract.signing.SignatureCheck;
import mn.eland.contract.signing.Signing;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ElandTest
class TimeStampsTests {

    @Autowired Signatory signatory;
    @Autowired SignatureCheck check;
    @Autowired DocumentPrinter printer;
    @Autowired Simulators simulators;
    @Autowired ElandClock clock;

    @AfterEach
    void allIsWell() {
        simulators.allSwitchesOff();
    }

    @Test
    void aSignatureIsStampedByTheAuthorityAndHolds() {
        var report = check.check(sign()).get();

        assertThat(report.isWhole()).isTrue();
        assertThat(report.signatures().get(0).proven()).isNotNull();
        assertThat(simulators.exchanges("tsa")).anySatisfy(call -> assertThat(call.path("operation").asText()).isEqualTo("stamp"));
    }

    @ParameterizedTest
    @CsvSource({"ERROR,500,answered 500", "LIE,nonce,does not answer", "LIE,digest,does not answer", "LIE,stranger,nobody believes"})
    void withoutATrueStampNothingIsSigned(Behaviour behaviour, String value, String words) {
        simulators.switchOn("tsa", "stamp", behaviour, value, 1);

        assertThatThrownBy(this::sign).hasStackTraceContaining(words);
        assertThat(check.check(sign()).get().isWhole()).isTrue();
    }

    private byte[] sign() {
        var printed = printer.print(DocumentKind.HANDOVER_ACT.template(), new Imprint("S-2026-000001/H1", 1, "ABCD2345WXYZ", clock.instant(), 1),
                DocumentFacts.of(DocumentKind.HANDOVER_ACT));
        return signatory.sign(printed.pdf(), new Signing(new PartyId(UUID.randomUUID()), "Баярын Энхжин", "туршилт", 0, printed.pages(), "туршилт", clock.instant()));
    }
}
