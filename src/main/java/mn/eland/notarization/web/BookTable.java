package mn.eland.notarization.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mn.eland.kernel.ElandClock;
import mn.eland.notarization.Notarizations.BookEntry;

/** A year of the register book as a table for spreadsheets. */
final class BookTable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ElandClock.ULAANBAATAR);
    private static final String HEAD = "number,kind,voids,reason,enteredAt,case,property,seller,buyer,valueMnt,feeMnt,sha256,code\r\n";

    private BookTable() {
    }

    static String csv(List<BookEntry> entries) {
        return HEAD + entries.stream().map(BookTable::line).collect(Collectors.joining());
    }

    private static String line(BookEntry entry) {
        return Stream.of(entry.number(), entry.kind(), entry.voids(), entry.reason(), TIME.format(entry.enteredAt()), entry.caseRef().number(), entry.registryNo(),
                entry.seller(), entry.buyer(), String.valueOf(entry.value().tugrug()), String.valueOf(entry.fee().tugrug()), entry.sha256(), entry.code())
                .map(BookTable::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A name that begins like a formula is told from one by an apostrophe. */
    private static String cell(String value) {
        if (value == null) {
            return "";
        }
        boolean formula = value.matches("(?s)[=+\\-@\\t\\r\\n].*");
        return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }
}
