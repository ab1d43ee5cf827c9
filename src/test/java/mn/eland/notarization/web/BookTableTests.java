package mn.eland.notarization.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.notarization.Notarizations.BookEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookTableTests {

    @Test
    void everyEntryIsALineWithItsTimeInUlaanbaatar() {
        assertThat(BookTable.csv(List.of(entry("Г. Тэмүүлэн · ЯЯ••••••11"))).lines()).containsExactly(
                "number,kind,voids,reason,enteredAt,case,property,seller,buyer,valueMnt,feeMnt,sha256,code",
                "\"NOT-2026-0001-000007\",\"VOIDED\",\"NOT-2026-0001-000006\",\"say \"\"no\"\"\",\"2026-11-28 07:30\",\"S-2026-000001\",\"Ү-2206012345\",\"Г. Тэмүүлэн · ЯЯ••••••11\","
                        + "\"Б. Энхжин\",\"285000000\",\"100000\",\"abc\",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void whatBeginsLikeAFormulaIsNone(String name) {
        assertThat(BookTable.csv(List.of(entry(name)))).contains("\"'" + name + "\"");
    }

    private static BookEntry entry(String seller) {
        return new BookEntry("NOT-2026-0001-000007", "VOIDED", "NOT-2026-0001-000006", "say \"no\"", Instant.parse("2026-11-27T23:30:00Z"), CaseRef.of("S-2026-000001"),
                "Ү-2206012345", seller, "Б. Энхжин", Money.of(285_000_000), Money.of(100_000), "abc", null);
    }
}
