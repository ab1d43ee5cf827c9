package mn.eland.identity.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListFileTests {

    @Test
    void aTableIsReadWithItsQuotedCells() {
        var text = "id,name,otherNames,born,country,reason\r\nQ-1,\"Доржийн \"\"Дух\"\" Ганзориг\",Ganzorig Dorj;G. Dorj,1982-07-23,MN,\"fraud,\nand more\"\r\n\r\n";

        var entries = ListFile.read(text).get();

        assertThat(entries).containsExactly(new ListFile.Entry("Q-1", "Доржийн \"Дух\" Ганзориг", List.of("Ganzorig Dorj", "G. Dorj"),
                LocalDate.of(1982, 7, 23), "MN", "fraud,\nand more"));
    }

    @Test
    void aTableNeedsNothingButNames() {
        assertThat(ListFile.read("name\nOne Person\nOther Person\n").get()).extracting(ListFile.Entry::id).containsExactly("1", "2");
    }

    @Test
    void xmlIsReadWhateverStandsAroundItsEntries() {
        var text = """
                <?xml version="1.0"?><list><meta><date>2026-11-27</date></meta><people>
                <entry><id>7</id><name>One Person</name><otherName>Un Homme</otherName><otherName>Ein Mensch</otherName><born>1970-01-02</born></entry>
                <entry><name>Other Person</name></entry></people></list>""";

        var entries = ListFile.read(text).get();

        assertThat(entries).hasSize(2);
        assertThat(entries.get(0)).isEqualTo(new ListFile.Entry("7", "One Person", List.of("Un Homme", "Ein Mensch"), LocalDate.of(1970, 1, 2), null, null));
        assertThat(entries.get(1).id()).isEqualTo("2");
    }

    @Test
    void aFileWithOneBadLineIsNotTakenAtAllAndSaysWhich() {
        var refused = ListFile.read("name,born\nOne Person,1970-01-02\nOther Person,2.1.1970\n").refusal();

        assertThat(refused.code()).isEqualTo("LIST_FILE_UNREADABLE");
        assertThat(refused.arguments()).containsEntry("line", 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"surname\nOne\n", "name,born\nOne Person\n", "name\n\"One Person\n", "name\n...\n", "<list><entry><name>One Person</list>",
            "<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><l><entry><name>&x; Person</name></entry></l>"})
    void whatIsNoListIsRefused(String text) {
        assertThat(ListFile.read(text).refusal().code()).isEqualTo("LIST_FILE_UNREADABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name\n", "<list></list>"})
    void aListOfNobodyIsRefused(String text) {
        assertThat(ListFile.read(text).refusal().code()).isEqualTo("LIST_FILE_EMPTY");
    }

    @ParameterizedTest
    @CsvSource({"Ганболдын Тэмүүлэн, TEMUULEN GANBOLD", "Доржийн Ганзориг, Ganzorig DORJ", "«Хөх Мөнх Трейд» ХХК, Hukh Munkh Treid LLC", "José Pérez, perez jose"})
    void spellingOrderAndGenitiveDoNotMatter(String one, String other) {
        assertThat(NameWords.of(one)).isEqualTo(NameWords.of(other));
    }

    @Test
    void otherNamesAreOtherWords() {
        assertThat(NameWords.of("Ганболдын Тэмүүлэн")).isNotEqualTo(NameWords.of("Ганболдын Тэмүүжин"));
    }
}
