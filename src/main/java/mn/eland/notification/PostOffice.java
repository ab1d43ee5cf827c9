package mn.eland.notification;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.Optional;
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
import org.springframework.transaction.support.TransactionOperations;

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
    private final TransactionOperations transaction;

    PostOffice(NotificationStore store, Notifications notifications, Parties parties, Letters letters, MessageSource messages, Outages outages,
               TransactionOperations transaction) {
        this.store = store;
        this.notifications = notifications;
        this.parties = parties;
        this.letters = letters;
        this.messages = messages;
        this.outages = outages;
        this.transaction = transaction;
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

    /** What became of a letter is noted in the transaction that takes the next one. */
    private void sendDue(Round round) {
        Runnable note = () -> { };
        for (int i = 0; i < BATCH; i++) {
            var due = next(note);
            if (due.isEmpty()) {
                return;
            }
            note = send(due.get(), round);
        }
        note.run();
    }

    private Optional<Due> next(Runnable note) {
        return transaction.execute(now -> {
            note.run();
            return store.takeDueLetter().map(letter -> new Due(letter, parties.find(letter.person()).map(PartyView::email).orElse(null),
                    Locale.forLanguageTag(parties.language(letter.person()))));
        });
    }

    /** @return what is to be noted of it */
    private Runnable send(Due due, Round round) {
        var letter = due.letter();
        if (due.to() == null) {
            return () -> store.notWanted(letter.id());
        }
        try {
            write(letter, due.to(), due.locale());
            round.answered();
            return () -> store.sent(letter.id());
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            if (Letters.isAway(e)) {
                round.failed(e);
            }
            LOG.info("Mail {} was not sent and will be tried again: {}", letter.id(), e.getClass().getSimpleName());
            return () -> store.notSent(letter.id(), e.getClass().getSimpleName(), MOST_ATTEMPTS);
        }
    }

    private void write(NotificationStore.Row letter, String to, Locale locale) throws MessagingException, UnsupportedEncodingException {
        var view = notifications.view(letter, locale);
        letters.send(to, locale, new Letters.Letter(view.title(), view.text(), view.link(), messages.getMessage("letter.open", null, locale),
                messages.getMessage("letter.why", null, locale)));
    }

    /** @param to null when no address is known */
    private record Due(NotificationStore.Row letter, String to, Locale locale) {
    }
}
