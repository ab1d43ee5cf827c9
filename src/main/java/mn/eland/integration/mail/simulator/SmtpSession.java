package mn.eland.integration.mail.simulator;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One conversation with a sender. */
final class SmtpSession {

    private static final int LONGEST_LINE = 100_000;
    private static final int LARGEST_MAIL = 25 * 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;
    private final Mailbox mailbox;
    private final List<String> recipients = new ArrayList<>();
    private String sender;

    SmtpSession(InputStream in, OutputStream out, Mailbox mailbox) {
        this.in = new BufferedInputStream(in);
        this.out = out;
        this.mailbox = mailbox;
    }

    void run() throws IOException {
        say("220 localhost ELAND sandbox mail");
        for (var line = line(); line != null; line = line()) {
            var text = new String(line, StandardCharsets.UTF_8).strip();
            if (!answered(text, text.toUpperCase(Locale.ROOT))) {
                return;
            }
        }
    }

    /** False when the conversation is over. */
    private boolean answered(String text, String command) throws IOException {
        if (command.startsWith("EHLO")) {
            say("250-localhost\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE " + LARGEST_MAIL);
        } else if (command.startsWith("HELO") || command.startsWith("NOOP")) {
            say("250 localhost");
        } else if (command.startsWith("MAIL FROM:")) {
            forget();
            sender = address(text);
            say("250 OK");
        } else if (command.startsWith("RCPT TO:")) {
            recipient(text);
        } else if (command.equals("DATA")) {
            data();
        } else if (command.startsWith("RSET")) {
            forget();
            say("250 OK");
        } else if (command.startsWith("QUIT")) {
            say("221 bye");
            return false;
        } else {
            say("502 not implemented");
        }
        return true;
    }

    private void recipient(String text) throws IOException {
        if (sender == null) {
            say("503 MAIL first");
        } else {
            recipients.add(address(text));
            say("250 OK");
        }
    }

    private void data() throws IOException {
        if (recipients.isEmpty()) {
            say("503 RCPT first");
            return;
        }
        say("354 go ahead, end with a point");
        var mail = new ByteArrayOutputStream();
        for (var line = line(); line != null; line = line()) {
            if (line.length == 1 && line[0] == '.') {
                keep(mail);
                return;
            }
            int stuffed = line.length > 1 && line[0] == '.' ? 1 : 0;
            if (mail.size() <= LARGEST_MAIL) {
                mail.write(line, stuffed, line.length - stuffed);
                mail.write('\r');
                mail.write('\n');
            }
        }
    }

    private void keep(ByteArrayOutputStream mail) throws IOException {
        if (mail.size() > LARGEST_MAIL) {
            say("552 too large");
        } else {
            mailbox.keep(sender, List.copyOf(recipients), mail.toByteArray());
            say("250 OK kept");
        }
        forget();
    }

    private void forget() {
        sender = null;
        recipients.clear();
    }

    private static String address(String text) {
        var path = text.substring(text.indexOf(':') + 1).strip();
        int open = path.indexOf('<');
        int close = path.indexOf('>');
        return open >= 0 && close > open ? path.substring(open + 1, close) : path.split(" ")[0];
    }

    /** Without its end; null when the sender is gone. */
    private byte[] line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int each = in.read(); each >= 0; each = in.read()) {
            if (each == '\n') {
                var bytes = line.toByteArray();
                return bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? java.util.Arrays.copyOf(bytes, bytes.length - 1) : bytes;
            }
            if (line.size() > LONGEST_LINE) {
                throw new IOException("line too long");
            }
            line.write(each);
        }
        return null;
    }

    private void say(String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
