package mn.eland.payment.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementFileTests {

    private static final String IBAN = "MN020005999900000001";
    private static final String HEAD = "account,record,tranDate,time,amount,balance,description,relatedAccount,journal,correction\n";

    @Test
    void linesAreReadInTheOrderOfTheirRecordsWhateverTheFileHas() {
        var read = StatementFile.read(HEAD + """
                999900000001,12,2026-11-25,14082902,-500,9500,"CODE: EL0000000007 a, ""b\""",MN650005999900001001,78,0
                MN020005999900000001,11,2026-11-25,090000,"10,000",10000,S-2026-000001-D,MN110005999900001003,77,
                """, IBAN).get();

        assertThat(read).satisfiesExactly(
                line -> assertThat(line.record() + " " + line.amountTugrug() + " " + line.at()).isEqualTo("11 10000 2026-11-25T01:00:00Z"),
                line -> assertThat(line.amountTugrug() + " " + line.description()).isEqualTo("-500 CODE: EL0000000007 a, \"b\""));
        assertThat(read).noneMatch(line -> line.correction());
    }

    @Test
    void headingsMayBeMongolianAndCellsHeldApartBySemicolons() {
        var read = StatementFile.read("Данс;Огноо;Бичилт;Дүн;Үлдэгдэл;Гүйлгээний утга;Залруулга\r\n999900000001;2026-11-25;3;-70;30;Буцаалт;1\r\n", IBAN).get();

        assertThat(read).singleElement().satisfies(line -> assertThat(line.correction()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "999900000001,1,2026-11-25,,100,100,a,,,~999900000001,2,2026-11-25,,100,250,b,,, | STATEMENT_BALANCE | 3",
            "999900000001,1,2026-11-25,,100,100,a,,,~999900000001,1,2026-11-25,,0,100,b,,, | STATEMENT_BALANCE | 3",
            "999900000002,1,2026-11-25,,100,100,a,,, | STATEMENT_OF_ANOTHER_ACCOUNT | 2",
            "999900000001,x,2026-11-25,,100,100,a,,, | STATEMENT_LINE | 2",
            "999900000001,1,25.11.2026,,100,100,a,,, | STATEMENT_LINE | 2",
            "999900000001,1,2026-11-25,,1.5,100,a,,, | STATEMENT_LINE | 2",
            "999900000001,1,2026-11-25,,99999999999999999999,100,a,,, | STATEMENT_LINE | 2",
            "999900000001,-4,2026-11-25,,100,100,a,,, | STATEMENT_LINE | 2"})
    void whatCannotBeTrustedIsRefusedWithItsLine(String lines, String code, int line) {
        var refusal = StatementFile.read(HEAD + lines.replace('~', '\n'), IBAN).refusal();

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.arguments()).containsEntry("line", line);
    }

    @Test
    void aTableOfSomethingElseIsRefused() {
        assertThat(StatementFile.read("name,price\nFlat,5\n", IBAN).refusal().code()).isEqualTo("STATEMENT_COLUMNS");
        assertThat(StatementFile.read(HEAD, IBAN).refusal().code()).isEqualTo("STATEMENT_LENGTH");
        assertThat(StatementFile.read("", IBAN).refusal().code()).isEqualTo("STATEMENT_LENGTH");
        assertThat(StatementFile.read(HEAD + "999900000001,1,2026-11-25,,1,1,a,,,\n".repeat(5_001), IBAN).refusal().code()).isEqualTo("STATEMENT_LENGTH");
    }

    @ParameterizedTest
    @CsvSource({"=HYPERLINK(1), '''=HYPERLINK(1)'", "+97699112233, '''+97699112233'", "@SUM, '''@SUM'", "-1, '''-1'", "S-2026-000001-D, S-2026-000001-D"})
    void aFormulaStaysText(String cell, String kept) {
        assertThat(StatementFile.harmless(cell)).isEqualTo(kept);
        assertThat(StatementFile.harmless("a\u0000b\nc")).isEqualTo("a b c");
    }
}
