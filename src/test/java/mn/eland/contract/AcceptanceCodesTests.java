package mn.eland.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.spec.KeySpec;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import mn.eland.kernel.ElandClock;
import org.junit.jupiter.api.Test;

class AcceptanceCodesTests {

    private static final byte[] SALT = "sixteen letters!".getBytes(StandardCharsets.UTF_8);
    private static final int ROUNDS = 20_000;

    private final AcceptanceCodes codes = new AcceptanceCodes(null, new ElandClock());

    @Test
    void aStolenRowIsWorthTwentyThousandRoundsATry() throws Exception {
        KeySpec slow = new PBEKeySpec("123456-".toCharArray(), SALT, ROUNDS, 256);

        assertThat(codes.hash("123456", SALT)).hasSize(32)
                .isEqualTo(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(slow).getEncoded())
                .isNotEqualTo(codes.hash("123457", SALT))
                .isNotEqualTo(codes.hash("123456", "another sixteen!".getBytes(StandardCharsets.UTF_8)));
    }
}
