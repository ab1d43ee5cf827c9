package mn.eland.integration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ProductionCheckTests {

    private static final String[] REAL = {"spring.profiles.active=production", "eland.simulators.enabled=false",
            "eland.integration.qpay.base-url=https://merchant.qpay.mn/v2", "eland.integration.qpay.password=real",
            "eland.integration.khan.base-url=https://api.khanbank.com", "eland.integration.khan.password=real",
            "eland.integration.khan.tran-password=real", "eland.integration.xyp.base-url=https://xyp.gov.mn",
            "eland.integration.xyp.access-token=real", "eland.integration.xyp.private-key=pem",
            "eland.integration.registry.base-url=https://registry.example.mn", "eland.integration.registry.api-key=real",
            "eland.integration.notary.base-url=https://notary.example.mn", "eland.integration.notary.api-key=real",
            "eland.integration.sms.base-url=https://api.messagepro.mn", "eland.integration.sms.api-key=real",
            "eland.integration.pwned.base-url=https://api.pwnedpasswords.com",
            "eland.integration.frc.base-url=https://frc.example.mn", "eland.integration.frc.api-key=real",
            "eland.integration.tsa.base-url=https://tsa.example.mn", "eland.integration.tsa.certificate=pem",
            "eland.integration.dan.base-url=https://sso.gov.mn", "eland.integration.dan.client-secret=real",
            "eland.integration.face.base-url=https://face.example.mn", "eland.integration.face.api-key=real",
            "eland.integration.screening.base-url=https://lists.example.mn", "eland.integration.screening.api-key=real"};

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(ProductionCheck.class);

    @Test
    void productionStartsWithRealSystemsOnly() {
        runner.withPropertyValues(REAL).run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aSimulatorIsNamedInOneSentence() {
        runner.withPropertyValues(REAL).withPropertyValues("eland.integration.khan.base-url=http://localhost:8090/khan")
                .run(context -> assertThat(context.getStartupFailure()).rootCause().hasMessage(
                        "ELAND does not start with the profile production while eland.integration.khan.base-url points at a simulator."));
    }

    @Test
    void whereNoOperatorIsAskedNoneIsMissing() {
        runner.withPropertyValues(REAL).withPropertyValues("eland.integration.operator.base-url=").run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues(REAL).withPropertyValues("eland.integration.operator.base-url=http://localhost:8090/operator", "eland.integration.operator.client-secret=real")
                .run(context -> assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("operator.base-url points at a simulator"));
        runner.withPropertyValues(REAL).withPropertyValues("eland.integration.operator.base-url=https://operator.example.mn")
                .run(context -> assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("operator.client-secret is that of the sandbox"));
    }

    @Test
    void aSecretOfTheSandboxIsNamed() {
        runner.withPropertyValues(REAL).withPropertyValues("eland.integration.xyp.access-token=sandbox-access-token")
                .run(context -> assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("eland.integration.xyp.access-token"));
    }

    @Test
    void nothingIsLeftUnsaidWhenNothingIsSet() {
        runner.withPropertyValues("spring.profiles.active=production").run(context -> assertThat(context.getStartupFailure()).rootCause()
                .hasMessageContaining("eland.simulators.enabled").hasMessageContaining("qpay.base-url").hasMessageContaining("xyp.private-key"));
    }

    @Test
    void theSandboxItselfIsNotChecked() {
        runner.run(context -> assertThat(context).hasNotFailed());
    }
}
