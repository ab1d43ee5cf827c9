package mn.eland.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import mn.eland.kernel.Mask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterNumberTests {

    @ParameterizedTest
    @CsvSource({"ЯЯ88041511, 1988-04-15, true", "ЯЯ90090822, 1990-09-08, false", "ЯЯ01270321, 2001-07-03, false",
        "ЯЯ10251246, 2010-05-12, false", "ЯЯ00210101, 2000-01-01, false", "ЯЯ99320131, 2099-12-01, true",
        "УБ00010101, 1900-01-01, false", "ӨҮ96022911, 1996-02-29, true"})
    void theDigitsTellTheBirthAndTheSex(String text, LocalDate born, boolean male) {
        var number = RegisterNumber.read(text).orElseThrow();

        assertThat(number.birthDate()).isEqualTo(born);
        assertThat(number.isMale()).isEqualTo(male);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ЯЯ97022911", "ЯЯ88130111", "ЯЯ88200111", "ЯЯ88330111", "ЯЯ88000111", "ЯЯ88043111", "ЯЯ8804151",
        "ЯЯ880415111", "YY88041511", "Я888041511", "", "ЯЯ88O41511"})
    void anImpossibleNumberIsNone(String text) {
        assertThat(RegisterNumber.read(text)).isEmpty();
    }

    @Test
    void smallLettersAndBlanksAreForgiven() {
        assertThat(RegisterNumber.read(" яя 8804 1511 ").orElseThrow().text()).isEqualTo("ЯЯ88041511");
        assertThat(RegisterNumber.read(null)).isEmpty();
    }

    @Test
    void onScreensMostOfItIsHidden() {
        assertThat(RegisterNumber.read("ЯЯ88041511").orElseThrow()).hasToString("ЯЯ••••••11");
        assertThat(Mask.registerNumber("T00000001")).isEqualTo("T0•••••01");
        assertThat(Mask.registerNumber("123")).isEqualTo("••••");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MN020005999900000001", "MN640004999900000002", "MN280015999900000003", "MN920019999900000009"})
    void ibansOfTheHandbookAreValidAndCanBeMade(String text) {
        assertThat(Iban.of(text.substring(4, 8), text.substring(8))).isEqualTo(new Iban(text));
    }

    @Test
    void theInventedPeopleAreDistinctAndSound() {
        var parties = SandboxPeople.all().stream().map(SandboxPeople.Person::party).toList();

        assertThat(parties).hasSize(30).extracting(Party::registerNumber).doesNotHaveDuplicates();
        assertThat(parties).extracting(Party::iban).doesNotHaveDuplicates().allSatisfy(iban -> assertThat(new Iban(iban)).isNotNull());
        assertThat(parties).extracting(Party::phone).doesNotHaveDuplicates().allMatch(phone -> phone.matches("5500\\d{4}"));
    }

    @ParameterizedTest
    @CsvSource({"Ганболд, true", "Ганболдын, true", "ганболдын, true", "Ганбаатар, false", "'', false"})
    void aParentsNameIsTheSameInBothForms(String parentName, boolean same) {
        assertThat(SandboxPeople.PERSONS.get(0).party().isNamed("Тэмүүлэн", parentName)).isEqualTo(same);
    }
}
