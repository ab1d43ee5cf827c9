package mn.eland.notification;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.util.Locale;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.notification.letter.Letters;
import mn.eland.workflow.outage.Outages;
import mn.eland.workflow.outage.Poller;
import mn.eland.workflow.outage.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what waits to be sent, in the language of the person. A mail server that is away delays mails and nothing else. */
@Component
class PostOffice implements Poller {

    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
    private static final int MOST_ATTEMPTS = 6;
    private static final int BATCH = 50;

    private final NotificationStore store;
    private final Notifications notifications;
    private final Parties parties;
    private final Letters letters;
    private final MessageSource messages;
    private final Outages outages;

    PostOffice(NotificationStore store, Notifications notifications, Parties parties, Letters letters, MessageSource messages, Outages outages) {
        this.store = store;
        this.notifications = notifications;
        this.parties = parties;
        this.letters = letters;
        this.messages = messages;
        this.outages = outages;
    }

    @Scheduled(fixedDelayString = "${eland.mail.pause:PT2S}", initialDelayString = "PT5S")
    void sendDue() {
        outages.round(name(), this::sendDue);
    }

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public int waiting() {
        return store.lettersWaiting();
    }

    @Override
    public void tryNow() {
        store.hurryLetters();
        sendDue();
    }

    private void sendDue(Round round) {
        for (int i = 0; i < BATCH; i++) {
            var letter = store.takeDueLetter();
            if (letter.isEmpty()) {
                return;
            }
            send(letter.get(), round);
        }
    }

    private void send(NotificationStore.Row letter, Round round) {
        var to = parties.find(letter.person()).map(PartyView::email).orElse(null);
        if (to == null) {
            store.notWanted(letter.id());
            return;
        }
        try {
            write(letter, to, Locale.forLanguageTag(parties.language(letter.person())));
            store.sent(letter.id());
            round.answered();
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            if (Letters.isAway(e)) {
                round.failed(e);
            }
            LOG.info("Mail {} was not sent and will be tried again: {}", letter.id(), e.getClass().getSimpleName());
            store.notSent(letter.id(), e.getClass().getSimpleName(), MOST_ATTEMPTS);
        }
    }

    private void write(NotificationStore.Row letter, String to, Locale locale) throws MessagingException, UnsupportedEncodingException {
        var view = notifications.view(letter, locale);
        letters.send(to, locale, new Letters.Letter(view.title(), view.text(), view.link(), messages.getMessage("letter.open", null, locale),
                messages.getMessage("letter.why", null, locale)));
    }
}
