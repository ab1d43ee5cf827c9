package mn.eland.integration.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.integration.IntegrationTest;
import mn.eland.kernel.ElandClock;
import mn.eland.property.spi.FilingOffice;
import mn.eland.property.spi.FilingOffice.Status.State;
import mn.eland.property.spi.OwnershipRegistry;
import mn.eland.property.spi.RegistryUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@IntegrationTest
@TestPropertySource(properties = "eland.simulators.registry.auto-after=P3D working")
class RegistryContractTests {

    private static final String SELLER = "ЯЯ82072377";
    private static final String BUYER = "ЯЯ93121643";

    @Autowired FilingOffice office;
    @Autowired OwnershipRegistry titles;
    @Autowired Simulators simulators;
    @Autowired ElandClock clock;

    @AfterEach
    void allIsWellAgain() {
        simulators.allSwitchesOff();
        clock.reset();
    }

    @Test
    void aRegisteredTransferIsReadInTheTitle() {
        flat("Ү-2299200001");
        var number = office.file("R-1", application("Ү-2299200001", SELLER, "1/2026-1"));
        assertThat(office.status(number).state()).isEqualTo(State.PENDING);
        assertThat(active("Ү-2299200001")).contains("Эрх шилжүүлэх мэдүүлэг хүлээн авах");

        simulators.registrarRegisters(number);

        var status = office.status(number);
        assertThat(status.state()).isEqualTo(State.REGISTERED);
        var title = titles.title("Ү-2299200001", BUYER).orElseThrow();
        assertThat(title.owners()).containsExactly(new OwnershipRegistry.Owner(BUYER, "Баярын", "Энхжин"));
        assertThat(title.certificateNo()).isEqualTo(status.newCertificateNo()).isNotEqualTo("000200001");
        assertThat(active("Ү-2299200001")).containsExactly("Өмчлөх эрх шилжүүлсэн гэрээ бүртгэх");
        assertThatThrownBy(() -> simulators.registrarRefuses(number, "x")).hasMessageContaining("REGISTERED already");
    }

    @Test
    void filingAgainWithTheSameKeyIsTheSameApplication() {
        flat("Ү-2299200002");
        simulators.switchOnOnce("registry", "file", Behaviour.TIMEOUT_AFTER);

        assertThatThrownBy(() -> office.file("R-2", application("Ү-2299200002", SELLER, "x"))).isInstanceOf(RegistryUnavailable.class);
        var first = office.file("R-2", application("Ү-2299200002", SELLER, "x"));

        assertThat(office.file("R-2", application("Ү-2299200002", SELLER, "x"))).isEqualTo(first);
        assertThat(active("Ү-2299200002")).filteredOn(name -> name.contains("мэдүүлэг")).hasSize(1);
    }

    @Test
    void aRefusalHasTheRegistrarsWords() {
        flat("Ү-2299200003");
        var number = office.file("R-3", application("Ү-2299200003", SELLER, "x"));

        simulators.registrarRefusesFor("NO_NOTARY", number, "Гэрээний эх хувь дутуу");

        assertThat(office.status(number)).isEqualTo(new FilingOffice.Status(State.REFUSED, "NO_NOTARY", "Гэрээний эх хувь дутуу", null));
        assertThat(active("Ү-2299200003")).noneMatch(name -> name.contains("мэдүүлэг"));
    }

    @Test
    void anApplicationIsWithdrawnOnceOrTwiceButNotAfterTheDecision() {
        flat("Ү-2299200004");
        var number = office.file("R-4", application("Ү-2299200004", SELLER, "x"));

        assertThat(office.withdraw(number, "Талууд тохиролцоогүй").state()).isEqualTo(State.WITHDRAWN);
        assertThat(office.withdraw(number, "Талууд тохиролцоогүй").state()).isEqualTo(State.WITHDRAWN);
        assertThat(office.status(number).state()).isEqualTo(State.WITHDRAWN);

        var decided = office.file("R-5", application("Ү-2299200004", SELLER, "x"));
        simulators.registrarRegisters(decided);
        assertThat(office.withdraw(decided, "x")).isEqualTo(office.status(decided));
        assertThat(office.status(decided).state()).isEqualTo(State.REGISTERED);
        simulators.switchOn("registry", "status", Behaviour.LIE, "PENDING", 1);
        assertThatThrownBy(() -> office.withdraw(decided, "x")).isInstanceOf(RegistryUnavailable.class);
    }

    @Test
    void theRegistrarDecidesUnaskedAfterThreeWorkingDays() {
        flat("Ү-2299200006");
        var unpaid = office.file("R-8", application("Ү-2299200006", SELLER, "1/2026-8", null));
        var good = office.file("R-6", application("Ү-2299200006", SELLER, "1/2026-6"));
        var stranger = office.file("R-7", application("Ү-2299200006", "ЯЯ99010155", "1/2026-7"));
        assertThat(office.status(good).state()).isEqualTo(State.PENDING);

        clock.passes(Duration.ofDays(14));

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(office.status(unpaid).state()).isEqualTo(State.REFUSED);
            assertThat(office.status(stranger).state()).isEqualTo(State.REFUSED);
            assertThat(office.status(good).state()).isEqualTo(State.REGISTERED);
        });
        assertThat(office.status(stranger).reason()).isNotBlank();
        assertThat(office.status(unpaid).reason()).contains("хураамж");
    }

    @Test
    void theCounterItselfMayBeShutOrStrict() {
        simulators.switchOnOnce("registry", "status", Behaviour.ERROR);

        assertThatThrownBy(() -> office.status("22-2026-999999")).isInstanceOf(RegistryUnavailable.class);
        assertThatThrownBy(() -> office.status("22-2026-999999")).isInstanceOf(IllegalStateException.class).hasMessageContaining("APPLICATION_NOT_FOUND");
    }

    private List<String> active(String registryNo) {
        return titles.title(registryNo, SELLER).orElseThrow().history().stream().filter(OwnershipRegistry.Entry::active)
                .map(OwnershipRegistry.Entry::serviceName).toList();
    }

    private void flat(String registryNo) {
        simulators.loadTitles(List.of(Map.of("registryNo", registryNo, "certificateNo", "000" + registryNo.substring(6), "areaM2", 50,
                "fullAddress", "Улаанбаатар", "owners", List.of(Map.of("registerNumber", SELLER, "parentName", "Доржийн", "givenName", "Ганзориг")))));
    }

    private static FilingOffice.Application application(String registryNo, String seller, String notaryNumber) {
        return application(registryNo, seller, notaryNumber, "F-1");
    }

    private static FilingOffice.Application application(String registryNo, String seller, String notaryNumber, String feeReceiptNo) {
        return new FilingOffice.Application(registryNo, "000" + registryNo.substring(6), seller, BUYER, "Баярын", "Энхжин", 200_000_000,
                notaryNumber, "ab".repeat(32), "T-1", feeReceiptNo, false);
    }

    @Test
    void registeredWithoutANewCertificateIsNotBelieved() {
        flat("Ү-2299200008");
        var number = office.file("R-9", application("Ү-2299200008", SELLER, "x"));
        simulators.switchOn("registry", "status", Behaviour.LIE, "REGISTERED", 1);

        assertThatThrownBy(() -> office.status(number)).isInstanceOf(IllegalStateException.class).hasMessageContaining("no new certificate");
        assertThat(office.status(number).state()).isEqualTo(State.PENDING);
    }
}
