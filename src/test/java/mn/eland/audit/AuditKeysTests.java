package mn.eland.audit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Whoever knows the keys of the sandbox could sign another history: in production they do not serve. */
class AuditKeysTests {

    private static final AuditProperties SANDBOX = new AuditProperties(AuditProperties.SANDBOX_SIGNING_KEY, AuditProperties.SANDBOX_WRAPPING_KEY);
    private static final String OWN = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void productionHasKeysOfItsOwn() {
        var production = new MockEnvironment();
        production.setActiveProfiles("production");

        assertThatThrownBy(() -> new AuditTrail(null, null, null, SANDBOX, production)).hasMessageContaining("eland.audit.signing-key");
        assertThatThrownBy(() -> new AuditTrail(null, null, null, new AuditProperties(OWN, AuditProperties.SANDBOX_WRAPPING_KEY), production))
                .hasMessageContaining("eland.audit.wrapping-key");
        assertThatCode(() -> new AuditTrail(null, null, null, new AuditProperties(OWN, OWN), production)).doesNotThrowAnyException();
        assertThatCode(() -> new AuditTrail(null, null, null, SANDBOX, new MockEnvironment())).doesNotThrowAnyException();
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> new AuditProperties(Base64.getEncoder().encodeToString(new byte[16]), OWN)).isInstanceOf(IllegalArgumentException.class);
    }
}
