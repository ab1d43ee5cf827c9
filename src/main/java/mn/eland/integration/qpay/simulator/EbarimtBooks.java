package mn.eland.integration.qpay.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The VAT receipts the simulated gateway has made. */
public class EbarimtBooks {

    private static final int LETTERS = 26;
    private static final int LOTTERY = 100_000_000;

    private final JdbcClient jdbc;

    public EbarimtBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param receiptId 33 digits */
    public record Barimt(UUID id, String receiverType, String receiver, String district, String receiptId, String lottery,
                         String qrData, Instant at) {
    }

    /** The receipt of a payment that was not cancelled. */
    public Optional<Barimt> standing(String paymentId) {
        return jdbc.sql("select * from simulators.qpay_barimts where payment_id = ? and not cancelled").param(paymentId)
                .query(EbarimtBooks::barimt).optional();
    }

    Barimt add(String paymentId, JsonNode asked, Instant at) {
        var made = new Barimt(UUID.randomUUID(), asked.path("ebarimt_receiver_type").asText(), asked.path("ebarimt_receiver").asText(""),
                asked.path("district_code").asText(), digits(33), lottery(), digits(60), at);
        jdbc.sql("insert into simulators.qpay_barimts values (?, ?, ?, ?, ?, ?, ?, ?, ?, false)").param(made.id()).param(paymentId)
                .param(made.receiverType()).param(made.receiver()).param(made.district()).param(made.receiptId()).param(made.lottery())
                .param(made.qrData()).param(OffsetDateTime.ofInstant(at, ZoneOffset.UTC)).update();
        return made;
    }

    boolean cancel(String paymentId) {
        return jdbc.sql("update simulators.qpay_barimts set cancelled = true where payment_id = ? and not cancelled").param(paymentId).update() == 1;
    }

    private static String lottery() {
        var random = ThreadLocalRandom.current();
        return "%c%c %08d".formatted('A' + random.nextInt(LETTERS), 'A' + random.nextInt(LETTERS), random.nextInt(LOTTERY));
    }

    private static String digits(int count) {
        return ThreadLocalRandom.current().ints(count, 0, 10).collect(StringBuilder::new, StringBuilder::append, StringBuilder::append).toString();
    }

    private static Barimt barimt(ResultSet row, int n) throws SQLException {
        return new Barimt(row.getObject("id", UUID.class), row.getString("receiver_type"), row.getString("receiver"),
                row.getString("district"), row.getString("receipt_id"), row.getString("lottery"), row.getString("qr_data"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
