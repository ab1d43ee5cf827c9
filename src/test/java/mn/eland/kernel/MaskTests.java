package mn.eland.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class MaskTests {

    @Test
    void enoughIsLeftToRecogniseANumber() {
        assertThat(Mask.registerNumber("УБ90010112")).isEqualTo("УБ••••••12");
        assertThat(Mask.registerNumber("123")).isEqualTo("••••");
        assertThat(Mask.phone("99112233")).isEqualTo("••••2233");
        assertThat(Mask.account("MN500005999900000010")).isEqualTo("••••0010");
        assertThat(Mask.email("bold@example.mn")).isEqualTo("b•••@example.mn");
        assertThat(Mask.registerNumber(null)).isNull();
        assertThat(Mask.email("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            who is УБ90010112?             | who is УБ••••••12?
            Key (phone)=(99112233) exists  | Key (phone)=(••••2233) exists
            call +976 99112233 now         | call ••••2233 now
            to MN500005999900000010        | to ••••0010
            mail to bold@example.mn failed | mail to b•••@example.mn failed
            S-2026-900001 took 99112233 ms | S-2026-900001 took ••••2233 ms
            """)
    void numbersInATextAreMaskedWhereverTheyStand(String text, String masked) {
        assertThat(Mask.text(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            S-2026-900001 was opened
            Ү-2299000001 of 285000000
            took 1234567 ms, port 54321
            e1b0c442-98fc-1c14-9afb-99112233aabb
            2026-11-27T04:50:00.99112233Z
            EL0099112233
            """)
    void otherNumbersStayAsTheyAre(String text) {
        assertThat(Mask.text(text)).isEqualTo(text);
    }
}
