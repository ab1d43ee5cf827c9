package mn.eland.store.vault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mn.eland.kernel.PartyId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks through every row of every table of a database with plain SQL, as a thief would, for what must not be there. */
public final class PlainData {

    private static final Pattern DIGEST_OR_ID = Pattern.compile("\\p{XDigit}{56,}|\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    private final JdbcClient jdbc;
    private final PersonVault people;

    public PlainData(ApplicationContext context) {
        this.jdbc = context.getBean(JdbcClient.class);
        this.people = context.getBean(PersonVault.class);
    }

    /** The register numbers of people, and the phones and mail addresses of everybody. */
    public List<String> secrets() {
        var secrets = new ArrayList<String>();
        jdbc.sql("select id, company_name is null as person, register_number, phone, email from identity.parties").query((row, n) -> {
            var id = new PartyId(row.getObject("id", UUID.class));
            for (var column : List.of("register_number", "phone", "email")) {
                var plain = people.open(id, row.getString(column), "identity.parties." + column);
                if (plain != null && (row.getBoolean("person") || !column.equals("register_number"))) {
                    secrets.add(plain);
                }
            }
            return id;
        }).list();
        return secrets.stream().distinct().toList();
    }

    /** Where one of them stands, as text or in bytes, with a look at the place. The state's own registers are outside. */
    public List<String> placesThatShow(List<String> secrets) {
        return jdbc.sql("""
                select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'simulators')""").query(String.class).list().stream()
                .flatMap(table -> rowsThatShow(table, secrets)).sorted().toList();
    }

    /** Eight digits stand in a digest, a cipher or an id by chance: there are thousands of rows, and hundreds of phones. */
    public static String withoutDigests(String text) {
        return DIGEST_OR_ID.matcher(text).replaceAll("#");
    }

    private Stream<String> rowsThatShow(String table, List<String> secrets) {
        var bytes = secrets.stream().map(secret -> HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))).toList();
        return jdbc.sql("select t::text from %s t where t::text like any (?)".formatted(table))
                .param(Stream.concat(secrets.stream(), bytes.stream()).map(needle -> "%" + needle + "%").toArray(String[]::new))
                .query(String.class).list().stream()
                .flatMap(row -> Stream.concat(places(row, bytes), places(withoutDigests(row), secrets)))
                .map(place -> table + ": " + place);
    }

    private static Stream<String> places(String row, List<String> needles) {
        return needles.stream().filter(row::contains).map(needle -> {
            int at = row.indexOf(needle);
            return row.substring(Math.max(0, at - 60), Math.min(row.length(), at + needle.length() + 60));
        });
    }
}
