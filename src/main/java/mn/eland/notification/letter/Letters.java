package mn.eland.notification.letter;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes letters, as text and as a page, and hands them to the mail server. */
@Component
public class Letters {

    private final JavaMailSender mails;
    private final ITemplateEngine templates;
    private final String baseUrl;
    private final String from;

    public Letters(JavaMailSender mails, ITemplateEngine templates, @Value("${eland.base-url}") String baseUrl, @Value("${eland.mail.from}") String from) {
        this.mails = mails;
        this.templates = templates;
        this.baseUrl = baseUrl;
        this.from = from;
    }

    /**
     * What stands in a letter.
     *
     * @param path of the page it leads to
     * @param act  words of the button that leads there
     * @param why  why the reader gets it
     */
    public record Letter(String title, String text, String path, String act, String why) {
    }

    public void send(String to, Locale locale, Letter letter) throws MessagingException, UnsupportedEncodingException {
        var link = baseUrl + letter.path();
        var context = new Context(locale, Map.of("letter", letter, "link", link));
        var mail = mails.createMimeMessage();
        var helper = new MimeMessageHelper(mail, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        helper.setFrom(from, "ELAND");
        helper.setTo(to);
        helper.setSubject(letter.title());
        helper.setText(String.join("\n\n", letter.text(), link, letter.why()) + "\n", templates.process("letters/letter", context));
        mail.setHeader("Content-Language", locale.getLanguage());
        mail.setHeader("Auto-Submitted", "auto-generated");
        mails.send(mail);
    }

    /** A letter that cannot be written or delivered says nothing about the server; only a server that is away has a cause of its own. */
    public static boolean isAway(Exception e) {
        return e instanceof MailAuthenticationException || e instanceof MailSendException sending && sending.getCause() != null;
    }
}
