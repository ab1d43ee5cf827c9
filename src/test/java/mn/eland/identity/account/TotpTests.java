package mn.eland.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** Appendix B of RFC 6238, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037", "20000000000, 353130"})
    void theNumbersOfTheRfcComeOut(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void aCodeIsGoodOnceAndForItsMinute() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        var code = Totp.code(SECRET, now);

        long step = Totp.step(SECRET, code, now, 0);

        assertThat(step).isEqualTo(1_234_567_890 / 30);
        assertThat(Totp.step(SECRET, code, now.plusSeconds(30), 0)).isEqualTo(step);
        assertThat(Totp.step(SECRET, code, now, step)).isEqualTo(-1);
        assertThat(Totp.step(SECRET, code, now.plusSeconds(90), 0)).isEqualTo(-1);
        assertThat(Totp.step(SECRET, "", now, 0)).isEqualTo(-1);
    }

    /** Section 10 of RFC 4648, without padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void aSecretIsWrittenInBase32AndReadAgain(String plain, String written) {
        assertThat(Totp.base32(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
        assertThat(Totp.bytes(written)).asString(StandardCharsets.US_ASCII).isEqualTo(plain);
    }
}
