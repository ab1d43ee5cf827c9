package mn.eland.identity.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example of ICAO 9303, and what has been changed in it. */
class MrzTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final String FIRST = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
    private static final String SECOND = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    @Test
    void theExampleOfTheStandardIsRead() {
        var mrz = Mrz.read(FIRST + "\n" + SECOND, TODAY).orElseThrow();

        assertThat(mrz.surname()).isEqualTo("ERIKSSON");
        assertThat(mrz.givenNames()).isEqualTo("ANNA MARIA");
        assertThat(mrz.documentNo()).isEqualTo("L898902C3");
        assertThat(mrz.nationality()).isEqualTo("UTO");
        assertThat(mrz.born()).isEqualTo(LocalDate.of(1974, 8, 12));
        assertThat(mrz.expiresOn()).isEqualTo(LocalDate.of(2012, 4, 15));
        assertThat(mrz.isOver(TODAY)).isTrue();
        assertThat(mrz.isNamed("Anna Eriksson")).isTrue();
        assertThat(mrz.isNamed("Анна Maria-Eriksson")).isTrue();
        assertThat(mrz.isNamed("Anna Svensson")).isFalse();
        assertThat(mrz.isNamed("Анна")).isFalse();
        assertThat(mrz).hasToString("Mrz[UTO]");
    }

    @ParameterizedTest
    @CsvSource({"L898902C3, L898902C4", "7408122, 7409122", "1204159, 1304159", "ZE184226B<<<<<1, ZE184226C<<<<<1", "10, 11", "7408122F, 7413122F",
        "UTO7, UTO", "F1204, Q1204"})
    void aLetterThatWasChangedIsNoticed(String was, String is) {
        assertThat(Mrz.read(FIRST + "\n" + SECOND.replace(was, is), TODAY)).isEmpty();
    }

    @Test
    void whatIsNoZoneIsNone() {
        assertThat(Mrz.read(null, TODAY)).isEmpty();
        assertThat(Mrz.read(FIRST, TODAY)).isEmpty();
        assertThat(Mrz.read(FIRST.replace("P<", "V<") + "\n" + SECOND, TODAY)).isEmpty();
        assertThat(Mrz.read("  " + FIRST.toLowerCase() + " \r\n\n" + SECOND.replace("UTO", " UTO "), TODAY)).isPresent();
    }
}
