package mn.eland.identity.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks and their countries, in the format of the internet registries. */
class NetworksTests {

    private static final String FILE = """
            2|nro|20261127|6|19830705|20261127|+0000
            apnic|*|ipv4|*|3|summary
            apnic|MN|asn|9484|1|19990101|allocated|A9|e-stats
            apnic|MN|ipv4|202.131.0.0|8192|19990719|allocated|A9|e-stats
            apnic|KR|ipv4|202.131.32.0|256|20000101|allocated|A8|e-stats
            iana|ZZ|ipv4|240.0.0.0|268435456||reserved|ietf|iana
            apnic|MN|ipv6|2403:9d00::|32|20100101|allocated|A9|e-stats
            arin|US|ipv6|2600:3c00::|28|20110101|allocated|A7|e-stats
            a line that is broken|XX|ipv4|x|y
            """;
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"202.131.0.0, MN", "202.131.31.255, MN", "202.131.32.1, KR", "202.131.33.0,", "202.130.255.255,", "240.0.0.1,", "127.0.0.1,", "::1,",
        "2403:9d00:0:1::7, MN", "2403:9d00:ffff:ffff::, MN", "2403:9d01::,", "2600:3c0f::1, US", "2600:3c10::1,", "localhost,", "'',"})
    void aNetworkHasTheCountryItWasGivenTo(String address, String country) throws IOException {
        assertThat(new Networks(file(FILE).toString()).country(address)).isEqualTo(java.util.Optional.ofNullable(country));
    }

    @Test
    void theFileIsReadAgainWhenItHasChangedAndKeptWhenItIsAway() throws IOException {
        var file = file(FILE);
        var networks = new Networks(file.toString());
        assertThat(networks.country("202.131.0.1")).contains("MN");

        Files.writeString(file, FILE.replace("apnic|MN|ipv4", "apnic|RU|ipv4"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(networks.country("202.131.0.1")).contains("RU");
        Files.delete(file);

        assertThat(networks.country("202.131.0.1")).contains("RU");
    }

    @Test
    void withoutAFileNoNetworkHasACountry() {
        assertThat(new Networks("").country("202.131.0.1")).isEmpty();
        assertThat(new Networks(folder.resolve("none").toString()).country("202.131.0.1")).isEmpty();
    }

    @Test
    void countriesAreAsFarAsTheirEdgesAtTheLeast() {
        assertThat(Countries.distanceKm("MN", "US").orElseThrow()).isBetween(6_000L, 9_500L);
        assertThat(Countries.distanceKm("MN", "KR").orElseThrow()).isBetween(800L, 1_600L);
        assertThat(Countries.distanceKm("MN", "CN").orElseThrow()).isZero();
        assertThat(Countries.distanceKm("MN", "MN").orElseThrow()).isZero();
        assertThat(Countries.distanceKm("MN", "QQ")).isEmpty();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("networks"), text);
    }
}
