package mn.eland.integration.xyp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.identity.spi.CitizenRegistry;
import mn.eland.integration.IntegrationTest;
import mn.eland.property.spi.OwnershipRegistry;
import mn.eland.property.spi.OwnershipRegistry.Owner;
import mn.eland.property.spi.RegistryUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class XypContractTests {

    private static final String SELLER = "ЯЯ88041511";
    private static final String FLAT = "Ү-2299000001";

    @Autowired CitizenRegistry citizens;
    @Autowired OwnershipRegistry titles;
    @Autowired Simulators simulators;

    @AfterEach
    void allIsWellAgain() {
        simulators.allSwitchesOff();
    }

    @Test
    void aCitizenIsReadInAnyCaseOfLetters() {
        assertThat(citizens.citizen("яя88041511")).hasValueSatisfying(citizen -> {
            assertThat(citizen.registerNumber()).isEqualTo(SELLER);
            assertThat(citizen.clanName()).isEqualTo("Боржигон");
            assertThat(citizen.parentName()).isEqualTo("Ганболдын");
            assertThat(citizen.givenName()).isEqualTo("Тэмүүлэн");
            assertThat(citizen.birthDate()).isEqualTo(LocalDate.of(1988, 4, 15));
            assertThat(citizen.address()).contains("Сөүлийн гудамж");
        });
        assertThat(citizens.citizen("ЯЯ00000000")).isEmpty();
    }

    @Test
    void spousesFindEachOther() {
        assertThat(citizens.marriage(SELLER)).isEqualTo(
                new CitizenRegistry.Marriage(true, LocalDate.of(2014, 6, 21), "ЯЯ90090822", "Дорждэрэмийн Сарантуяа"));
        assertThat(citizens.marriage("ЯЯ90090822").spouseRegisterNumber()).isEqualTo(SELLER);
        assertThat(citizens.marriage("ЯЯ93121643").married()).isFalse();
    }

    @Test
    void aDivorceEndsAMarriage() {
        simulators.marry("ЯЯ95051933", "ЯЯ86022844", LocalDate.of(2020, 2, 20));
        assertThat(citizens.marriage("ЯЯ95051933").married()).isTrue();

        simulators.divorce("ЯЯ86022844");

        assertThat(citizens.marriage("ЯЯ95051933").married()).isFalse();
    }

    @Test
    void theRegisterTellsWhoHasDied() {
        simulators.call("POST", "/xyp/control/people", List.of(Map.of("registerNumber", "ЯЯ66030319", "parentName", "Нэгний", "givenName", "Нэгэн",
                "birthDate", "1966-03-03")));
        assertThat(citizens.deceasedOn("ЯЯ66030319")).isEmpty();

        simulators.die("ЯЯ66030319");

        assertThat(citizens.deceasedOn("яя66030319")).contains(java.time.LocalDate.now(java.time.ZoneId.of("Asia/Ulaanbaatar")));
    }

    @Test
    void aCompanyIsReadWithItsDirectorAndItsEnd() {
        assertThat(citizens.company("9900011")).hasValueSatisfying(company -> {
            assertThat(company.name()).isEqualTo("«Алтан Тал Девелопмент» ХХК");
            assertThat(company.directorRegisterNumber()).isEqualTo("ЯЯ95051933");
            assertThat(company.liquidated()).isFalse();
            assertThat(company.owners()).extracting(CitizenRegistry.Shareholder::registerNumber).contains("ЯЯ95051933");
        });
        assertThat(citizens.company("9900099").orElseThrow().liquidated()).isTrue();
        assertThat(citizens.company("1234567")).isEmpty();

        simulators.switchOn("xyp", "WS100307", Behaviour.LIE, "Өөр нэр", 1);
        assertThat(citizens.company("9900011").orElseThrow().name()).isEqualTo("Өөр нэр");
    }

    @Test
    void aTitleIsReadWithItsOwnersCertificateAndEntries() {
        assertThat(titles.title(FLAT, SELLER)).hasValueSatisfying(title -> {
            assertThat(title.registryNo()).isEqualTo(FLAT);
            assertThat(title.certificateNo()).isEqualTo("000000101");
            assertThat(title.parcelNo()).isEqualTo("1119000001");
            assertThat(title.areaM2()).isEqualTo(72.4);
            assertThat(title.owners()).containsExactly(new Owner(SELLER, "Ганболдын", "Тэмүүлэн"));
            assertThat(title.history()).extracting(OwnershipRegistry.Entry::serviceName).anyMatch(name -> name.contains("хамтран өмчлөх"));
        });
        assertThat(titles.title("Ү-2299999999", SELLER)).isEmpty();
    }

    @Test
    void aMortgageIsAnEntryThatCanEnd() {
        assertThat(titles.title("Ү-2299000013", SELLER).orElseThrow().history()).anySatisfy(entry -> {
            assertThat(entry.serviceName()).isEqualTo("Барьцааны гэрээ бүртгэх");
            assertThat(entry.otherParty()).isEqualTo("Голомт банк");
            assertThat(entry.contractPriceTugrug()).isEqualTo(180_000_000L);
            assertThat(entry.active()).isTrue();
        });

        simulators.releaseMortgage("Ү-2299000013");
        simulators.addMortgage("Ү-2299000002");

        assertThat(titles.title("Ү-2299000013", SELLER).orElseThrow().history())
                .filteredOn(entry -> entry.serviceName().startsWith("Барьцаа")).allMatch(entry -> !entry.active());
        assertThat(titles.title("Ү-2299000002", SELLER).orElseThrow().history())
                .filteredOn(OwnershipRegistry.Entry::active).anyMatch(entry -> entry.serviceName().startsWith("Барьцаа"));
    }

    @Test
    void whoIsNotTheOwnerIsToldByTheBanksInquiry() {
        simulators.switchOn("xyp", "WS100201", Behaviour.RESULT_CODE, "402", 1);

        assertThat(titles.title(FLAT, "ЯЯ93121643")).hasValueSatisfying(title -> {
            assertThat(title.owners()).extracting(Owner::registerNumber).containsExactly(SELLER);
            assertThat(title.areaM2()).isEqualTo(72.4);
        });
    }

    @Test
    void aLieAboutTheOwnerIsRepeated() {
        simulators.switchOn("xyp", "WS100201", Behaviour.LIE, "ЯЯ99010155", 1);

        assertThat(titles.title(FLAT, SELLER).orElseThrow().owners()).extracting(Owner::registerNumber).containsExactly("ЯЯ99010155");
    }

    @Test
    void aParcelTellsMortgageAndCourt() {
        assertThat(titles.parcel("1116000009", SELLER)).hasValue(new OwnershipRegistry.Parcel("1116000009", 620, false, false));
        assertThat(titles.parcel("0000000000", SELLER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "801", "802"})
    void anErrorThatPassesMayBeAskedAgain(String code) {
        simulators.switchOn("xyp", "WS100201", Behaviour.RESULT_CODE, code, 1);

        assertThatThrownBy(() -> titles.title(FLAT, SELLER)).isInstanceOf(RegistryUnavailable.class);
        assertThat(titles.title(FLAT, SELLER)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "200", "201", "202", "203"})
    void anAnswerThatStaysIsNotAskedAgain(String code) {
        simulators.switchOn("xyp", "WS100101", Behaviour.RESULT_CODE, code, 1);

        assertThatThrownBy(() -> citizens.citizen(SELLER)).isInstanceOf(XypClient.XypRefused.class).hasMessageContaining(code);
    }

    @Test
    void aFaultAndASilenceMayBeAskedAgain() {
        simulators.switchOnOnce("xyp", "WS100101", Behaviour.ERROR);
        assertThatThrownBy(() -> citizens.citizen(SELLER)).isInstanceOf(CitizenRegistry.Unavailable.class);

        simulators.switchOnOnce("xyp", "WS100101", Behaviour.TIMEOUT_BEFORE);
        assertThatThrownBy(() -> citizens.citizen(SELLER)).isInstanceOf(CitizenRegistry.Unavailable.class);
    }

    @Test
    void titlesAreLoadedOnceAndStayAsTheyBecome() {
        Map<String, ?> title = Map.of("registryNo", "Ү-2299100001", "certificateNo", "000100001", "areaM2", 55.5, "parcelNo", "1110100001",
                "fullAddress", "Улаанбаатар хот, Баянзүрх дүүрэг", "owners",
                List.of(Map.of("registerNumber", "ЯЯ82072377", "clanName", "Харчин", "parentName", "Доржийн", "givenName", "Ганзориг")));

        assertThat(simulators.loadTitles(List.of(title))).isEqualTo(1);
        assertThat(simulators.loadTitles(List.of(title))).isZero();

        assertThat(titles.title("ү2299100001", "ЯЯ82072377").orElseThrow().areaM2()).isEqualTo(55.5);
        assertThat(titles.parcel("1110100001", "ЯЯ82072377")).isPresent();
    }

    @Test
    void registerNumbersAreMaskedInTheLog() {
        citizens.citizen(SELLER);

        assertThat(simulators.exchanges("xyp").get(0).path("request").asText()).contains("ЯЯ••••••11").doesNotContain(SELLER);
    }
}
