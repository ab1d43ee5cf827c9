package mn.eland.notification;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Sends what waits to be sent, in the language of the person. A mail server that is away delays mails and nothing else. */
@Component
class PostOffice {

    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
    private static final int MOST_ATTEMPTS = 6;
    private static final int BATCH = 50;

    private final NotificationStore store;
    private final Notifications notifications;
    private final Parties parties;
    private final JavaMailSender mails;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final String baseUrl;
    private final String from;

    PostOffice(NotificationStore store, Notifications notifications, Parties parties, JavaMailSender mails, ITemplateEngine templates,
               MessageSource messages, @Value("${eland.base-url}") String baseUrl, @Value("${eland.mail.from}") String from) {
        this.store = store;
        this.notifications = notifications;
        this.parties = parties;
        this.mails = mails;
        this.templates = templates;
        this.messages = messages;
        this.baseUrl = baseUrl;
        this.from = from;
    }

    @Scheduled(fixedDelayString = "${eland.mail.pause:PT2S}", initialDelayString = "PT5S")
    void sendDue() {
        for (int i = 0; i < BATCH; i++) {
            var letter = store.takeDueLetter();
            if (letter.isEmpty()) {
                return;
            }
            send(letter.get());
        }
    }

    private void send(NotificationStore.Row letter) {
        var to = parties.find(letter.person()).map(PartyView::email).orElse(null);
        if (to == null) {
            store.notWanted(letter.id());
            return;
        }
        try {
            write(letter, to, Locale.forLanguageTag(parties.language(letter.person())));
            store.sent(letter.id());
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            LOG.info("Mail {} was not sent and will be tried again: {}", letter.id(), e.getClass().getSimpleName());
            store.notSent(letter.id(), e.getClass().getSimpleName(), MOST_ATTEMPTS);
        }
    }

    private void write(NotificationStore.Row letter, String to, Locale locale) throws MessagingException, UnsupportedEncodingException {
        var view = notifications.view(letter, locale);
        var link = baseUrl + view.link();
        var context = new Context(locale, Map.of("notification", view, "link", link));
        var mail = mails.createMimeMessage();
        var helper = new MimeMessageHelper(mail, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        helper.setFrom(from, "ELAND");
        helper.setTo(to);
        helper.setSubject(view.title());
        helper.setText(String.join("\n\n", view.text(), link, messages.getMessage("letter.why", null, locale)) + "\n",
                templates.process("letters/notification", context));
        mail.setHeader("Content-Language", locale.getLanguage());
        mail.setHeader("Auto-Submitted", "auto-generated");
        mails.send(mail);
    }
}
