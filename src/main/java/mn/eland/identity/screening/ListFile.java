package mn.eland.identity.screening;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;

/**
 * A list as a file. CSV: a head line with the columns {@code id, name, otherNames, born, country, reason}, of which only {@code name}
 * is needed; other names are divided by semicolons. XML: any element {@code entry} with children of the same names, of which
 * {@code otherName} may be repeated; document types and outside entities are refused. A day that is no day is refused with its line
 * rather than left out, because a lost birthday finds too many and a lost line too few.
 */
final class ListFile {

    private static final int MOST_ENTRIES = 200_000;
    private static final List<String> COLUMNS = List.of("id", "name", "othernames", "born", "country", "reason");

    private ListFile() {
    }

    /** @param otherNames aliases, without the name itself @param born null when not known */
    record Entry(String id, String name, List<String> otherNames, LocalDate born, String country, String reason) {
    }

    /** Refused with {@code LIST_FILE_UNREADABLE} (argument {@code line}) or {@code LIST_FILE_EMPTY}. */
    static Outcome<List<Entry>> read(String text) {
        try {
            var entries = text.stripLeading().startsWith("<") ? xml(text) : csv(text);
            return entries.isEmpty() ? Outcome.refused(Refusal.invalid("LIST_FILE_EMPTY", "file")) : Outcome.done(entries);
        } catch (Unreadable unreadable) {
            return Outcome.refused(Refusal.invalid("LIST_FILE_UNREADABLE", "file").with("line", unreadable.line));
        }
    }

    private static List<Entry> csv(String text) {
        var rows = rows(text);
        if (rows.isEmpty()) {
            return List.of();
        }
        var columns = rows.get(0).stream().map(one -> one.strip().toLowerCase(Locale.ROOT)).toList();
        if (!columns.contains("name") || !COLUMNS.containsAll(columns)) {
            throw new Unreadable(1);
        }
        var entries = new ArrayList<Entry>();
        for (int i = 1; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.size() != columns.size()) {
                throw new Unreadable(i + 1);
            }
            var fields = new LinkedHashMap<String, String>();
            for (int c = 0; c < columns.size(); c++) {
                fields.put(columns.get(c), row.get(c).strip());
            }
            add(entries, fields, List.of(fields.getOrDefault("othernames", "").split(";")), i + 1);
        }
        return entries;
    }

    /** Cells may stand in quotation marks, which are doubled inside; a quoted cell may hold commas and line breaks. Empty lines are left out. */
    private static List<List<String>> rows(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (quoted && at == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(text.charAt(++i));
            } else if (at == '"') {
                quoted = !quoted;
            } else if (!quoted && at == ',') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && at == '\n') {
                end(rows, row, cell);
            } else if (quoted || at != '\r') {
                cell.append(at);
            }
        }
        if (quoted) {
            throw new Unreadable(rows.size() + 1);
        }
        end(rows, row, cell);
        return rows;
    }

    private static void end(List<List<String>> rows, List<String> row, StringBuilder cell) {
        row.add(cell.toString());
        if (row.size() > 1 || !row.get(0).isBlank()) {
            rows.add(List.copyOf(row));
        }
        row.clear();
        cell.setLength(0);
    }

    private static List<Entry> xml(String text) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var entries = new ArrayList<Entry>();
        int line = 1;
        try {
            var reader = factory.createXMLStreamReader(new StringReader(text));
            Map<String, String> fields = null;
            var others = new ArrayList<String>();
            while (reader.hasNext()) {
                int event = reader.next();
                line = reader.getLocation().getLineNumber();
                if (event == XMLStreamConstants.DTD) {
                    throw new Unreadable(line);
                } else if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("entry")) {
                    fields = new LinkedHashMap<>();
                    others.clear();
                } else if (event == XMLStreamConstants.START_ELEMENT && fields != null) {
                    var name = reader.getLocalName().toLowerCase(Locale.ROOT);
                    var value = reader.getElementText().strip();
                    if (name.equals("othername")) {
                        others.add(value);
                    } else {
                        fields.put(name, value);
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("entry")) {
                    add(entries, fields, List.copyOf(others), line);
                    fields = null;
                }
            }
        } catch (XMLStreamException broken) {
            throw new Unreadable(broken.getLocation() == null ? line : broken.getLocation().getLineNumber());
        }
        return entries;
    }

    private static void add(List<Entry> entries, Map<String, String> fields, List<String> others, int line) {
        var name = fields.getOrDefault("name", "");
        if (NameWords.of(name).isEmpty() || entries.size() == MOST_ENTRIES) {
            throw new Unreadable(line);
        }
        var id = fields.getOrDefault("id", "");
        entries.add(new Entry(id.isEmpty() ? String.valueOf(entries.size() + 1) : id, name,
                others.stream().map(String::strip).filter(one -> !NameWords.of(one).isEmpty()).toList(), day(fields.getOrDefault("born", ""), line),
                fields.get("country"), fields.get("reason")));
    }

    private static LocalDate day(String text, int line) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw new Unreadable(line);
        }
    }

    /** Where reading came to an end. */
    private static final class Unreadable extends RuntimeException {
        private final int line;

        Unreadable(int line) {
            super(null, null, false, false);
            this.line = line;
        }
    }
}
