package mn.eland.store.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import mn.eland.ElandTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search for personal data finds what was planted, and takes no digest for a phone. */
@ElandTest
class PlainDataTests {

    private static final List<String> PHONE = List.of("70919293");

    @Autowired ApplicationContext context;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void plant() {
        jdbc.sql("create table store.planted (line text, bytes bytea)").update();
    }

    @AfterEach
    void clear() {
        jdbc.sql("drop table store.planted").update();
    }

    @Test
    void aPhoneInALineIsFound() {
        row("call +97670919293 after six", new byte[0]);

        assertThat(new PlainData(context).placesThatShow(PHONE)).singleElement().asString().contains("store.planted", "call +97670919293 after");
    }

    @Test
    void aPhoneInBytesIsFoundHoweverLongTheyAre() {
        row("", ("x".repeat(100) + "70919293" + "x".repeat(100)).getBytes(StandardCharsets.UTF_8));

        assertThat(new PlainData(context).placesThatShow(PHONE)).hasSize(1);
    }

    @Test
    void aDigestWithTheSameDigitsIsNone() {
        var digest = "0".repeat(20) + "70919293" + "f".repeat(36);
        row(digest, HexFormat.of().parseHex(digest));
        row("70919293-3333-4333-8333-333333333333", new byte[0]);

        assertThat(new PlainData(context).placesThatShow(PHONE)).isEmpty();
    }

    private void row(String line, byte[] bytes) {
        jdbc.sql("insert into store.planted values (?, ?)").params(line, bytes).update();
    }
}
