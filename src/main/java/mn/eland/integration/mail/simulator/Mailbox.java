package mn.eland.integration.mail.simulator;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Caught mails, newest first. */
public class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    public Mailbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param text null when the mail has none, @param html likewise */
    public record Mail(long id, Instant at, String sender, String recipients, String subject, String text, String html) {
    }

    /** Keeps a mail as it came and the parts a person reads. */
    void keep(String sender, List<String> recipients, byte[] raw) {
        var read = new Parts();
        var subject = "";
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(raw));
            subject = message.getSubject() == null ? "" : message.getSubject();
            read.add(message);
        } catch (MessagingException | IOException e) {
            LOG.debug("a mail could not be read, it is kept as it came", e);
        }
        jdbc.sql("insert into simulators.mails (at, sender, recipients, subject, text_body, html_body, raw) values (?, ?, ?, ?, ?, ?, ?)")
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param(sender).param(String.join(", ", recipients))
                .param(subject).param(read.text).param(read.html).param(raw).update();
    }

    /** The first plain and the first HTML part, however deep. */
    private static final class Parts {
        private String text;
        private String html;

        void add(Part part) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart many) {
                for (int i = 0; i < many.getCount(); i++) {
                    BodyPart one = many.getBodyPart(i);
                    add(one);
                }
            } else if (text == null && part.isMimeType("text/plain")) {
                text = part.getContent().toString();
            } else if (html == null && part.isMimeType("text/html")) {
                html = part.getContent().toString();
            }
        }
    }

    public List<Mail> newest(String to, int limit) {
        return newest(to, 0, limit);
    }

    /** Those that came after the mail of this number. */
    public List<Mail> newest(String to, long after, int limit) {
        return jdbc.sql("""
                select * from simulators.mails where id > ? and (?::text is null or position(lower(?) in lower(recipients)) > 0)
                order by id desc limit ?""").param(after).param(to).param(to).param(limit).query(Mailbox::row).list();
    }

    public Optional<Mail> one(long id) {
        return jdbc.sql("select * from simulators.mails where id = ?").param(id).query(Mailbox::row).optional();
    }

    private static Mail row(ResultSet row, int n) throws SQLException {
        return new Mail(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("sender"),
                row.getString("recipients"), row.getString("subject"), row.getString("text_body"), row.getString("html_body"));
    }
}
