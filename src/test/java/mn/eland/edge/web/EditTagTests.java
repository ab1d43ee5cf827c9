package mn.eland.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version an edit was made on. */
class EditTagTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {"null|null", "' '|null", "\"7\"|7", "*|7", "\"3\", \"7\"|7", "\"6\"|0", "W/\"7\"|0", "7|0", "\"77\"|0"})
    void anEditNamesWhatItWasMadeOn(String ifMatch, Integer seen) {
        assertThat(EditTag.seen(ifMatch, 7)).isEqualTo(seen);
        assertThat(EditTag.of(7)).isEqualTo("\"7\"");
    }
}
