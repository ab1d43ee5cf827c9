package mn.eland.edge;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsOriginsTests {

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://*.example.mn", "http://partner.example.mn", "https://partner.example.mn/", "partner.example.mn",
            "null", "https://a@partner.example.mn"})
    void whatIsNoNamedOriginKeepsTheHouseFromStarting(String origin) {
        assertThatThrownBy(() -> new CorsOrigins(List.of(origin))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("eland.cors.origins");
    }

    @Test
    void originsAreNamedLetterByLetter() {
        assertThatCode(() -> new CorsOrigins(List.of("https://partner.example.mn", " http://localhost:3000", ""))).doesNotThrowAnyException();
    }
}
