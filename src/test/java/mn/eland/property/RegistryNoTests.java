package mn.eland.property;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryNoTests {

    @ParameterizedTest
    @CsvSource({"Ү-2299000001, Ү-2299000001", "ү2299000001, Ү-2299000001", "Y2299000001, Ү-2299000001", "v-2299000001, Ү-2299000001",
        "У 2299000001, Ү-2299000001", "у2299000001, Ү-2299000001", "G-2299000009, Г-2299000009", "г2299000009, Г-2299000009",
        "' Ү – 2299 000 001 ', Ү-2299000001", "E2299000001, Э-2299000001"})
    void everySpellingLeadsToOneNumber(String typed, String registered) {
        assertThat(RegistryNo.read(typed)).map(RegistryNo::value).contains(registered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "2299000001", "Ү-229900001", "Ү-22990000011", "Х-2299000001", "Ү-22990000O1", "ҮҮ2299000001",
        "Ү-2299000001; drop table properties", "Z2299000001"})
    void anythingElseIsNoNumber(String typed) {
        assertThat(RegistryNo.read(typed)).isEmpty();
    }

    @Test
    void nothingIsNoNumber() {
        assertThat(RegistryNo.read(null)).isEmpty();
    }

    @Test
    void landIsEnteredUnderItsOwnLetter() {
        var land = RegistryNo.read("Г-2299000009").orElseThrow();
        var building = RegistryNo.read("Ү-2299000001").orElseThrow();

        assertThat(land.suits(PropertyView.Kind.LAND)).isTrue();
        assertThat(land.suits(PropertyView.Kind.APARTMENT)).isFalse();
        assertThat(building.suits(PropertyView.Kind.PARKING)).isTrue();
        assertThat(building.suits(PropertyView.Kind.LAND)).isFalse();
    }
}
