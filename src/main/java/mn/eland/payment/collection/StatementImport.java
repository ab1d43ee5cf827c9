package mn.eland.payment.collection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.HexFormat;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.payment.PaymentProperties;
import mn.eland.payment.statement.StatementFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A statement from a file, for when the bank's gateway is down. Its lines go the way of all lines; those known by their
 * record number count once. The gateway reads them again later, and the nightly comparison finds a line it does not have.
 */
@Component
public class StatementImport {

    private final Statement statement;
    private final JdbcClient jdbc;
    private final ElandClock clock;
    private final PaymentProperties properties;

    StatementImport(Statement statement, JdbcClient jdbc, ElandClock clock, PaymentProperties properties) {
        this.statement = statement;
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
    }

    /** @param received receipts that were new; @param found lines that were new on the officers' list */
    public record Imported(int lines, int received, int found) {
    }

    /**
     * Takes the lines of a table. All or nothing is read: refused with {@code STATEMENT_COLUMNS}, {@code STATEMENT_LENGTH},
     * {@code STATEMENT_LINE}, {@code STATEMENT_BALANCE} or {@code STATEMENT_OF_ANOTHER_ACCOUNT}, each with the line.
     */
    public Outcome<Imported> take(Actor officer, String fileName, String text) {
        if (!officer.is(Role.ESCROW_OFFICER)) {
            return Outcome.refused(Refusal.forbidden("ESCROW_OFFICERS_ONLY"));
        }
        return StatementFile.read(text, properties.escrowIban()).map(lines -> {
            int receipts = count("receipts");
            int findings = count("statement_findings");
            lines.forEach(statement::take);
            var imported = new Imported(lines.size(), count("receipts") - receipts, count("statement_findings") - findings);
            jdbc.sql("""
                    insert into payment.statement_files (name, sha256, lines, received, found, uploaded_by, uploaded_name, uploaded_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(StatementFile.harmless(fileName), sha256(text), imported.lines(), imported.received(), imported.found(),
                            officer.party().value(), officer.name(), Timestamp.from(clock.instant())).update();
            return imported;
        });
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from payment." + table).query(Integer.class).single();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
