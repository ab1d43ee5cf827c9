package mn.eland.store.vault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mn.eland.kernel.PartyId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks through every row of every table of a database with plain SQL, as a thief would, for what must not be there. */
public final class PlainData {

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

    /** Tables in which one of them stands, as text or in bytes. The state's own registers are outside. */
    public List<String> tablesThatShow(List<String> secrets) {
        var needles = secrets.stream().flatMap(secret -> Stream.of(secret, HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))))
                .map(needle -> "%" + needle + "%").toArray(String[]::new);
        return jdbc.sql("""
                select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'simulators')""").query(String.class).list().stream()
                .filter(table -> jdbc.sql("select exists (select from %s t where t::text like any (?))".formatted(table)).param(needles)
                        .query(Boolean.class).single()).sorted().toList();
    }
}
