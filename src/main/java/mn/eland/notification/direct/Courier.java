package mn.eland.notification.direct;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import mn.eland.edge.web.Words;
import mn.eland.notification.direct.DirectMessage.Channel;
import mn.eland.notification.letter.Letters;
import mn.eland.notification.spi.TextMessages;
import mn.eland.workflow.outage.Outages;
import mn.eland.workflow.outage.Poller;
import mn.eland.workflow.outage.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what waits to be sent to an address. Whoever is away delays messages of a channel and nothing else. */
@Component
class Courier implements Poller {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int MOST_ATTEMPTS = 6;
    private static final int BATCH = 50;

    private final DirectStore store;
    private final TextMessages texts;
    private final Letters letters;
    private final Words words;
    private final Outages outages;

    Courier(DirectStore store, TextMessages texts, Letters letters, Words words, Outages outages) {
        this.store = store;
        this.texts = texts;
        this.letters = letters;
        this.words = words;
        this.outages = outages;
    }

    @Scheduled(fixedDelayString = "${eland.mail.pause:PT2S}", initialDelayString = "PT5S")
    void sendDue() {
        outages.round(name(), this::sendDue);
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public int waiting() {
        return store.waiting();
    }

    @Override
    public void tryNow() {
        store.hurry();
        sendDue();
    }

    private void sendDue(Round round) {
        store.forgetUseless(MOST_ATTEMPTS);
        for (int i = 0; i < BATCH; i++) {
            var due = store.takeDue();
            if (due.isEmpty()) {
                return;
            }
            send(due.get(), round);
        }
    }

    private void send(DirectStore.Taken due, Round round) {
        try {
            if (due.message().channel() == Channel.SMS) {
                texts.send(due.message().address(), text(due.message(), ""));
            } else {
                write(due.message());
            }
            store.remove(due.id());
            round.answered();
        } catch (TextMessages.NotTaken e) {
            if (e.isAway()) {
                round.failed(e);
            }
            LOG.info("Text message {} was not taken and will be tried again: {}", due.id(), e.getMessage());
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            if (Letters.isAway(e)) {
                round.failed(e);
            }
            LOG.info("Letter {} was not sent and will be tried again: {}", due.id(), e.getClass().getSimpleName());
        }
    }

    private String text(DirectMessage message, String part) {
        var arguments = new LinkedHashMap<String, Object>(message.arguments());
        arguments.put("until", message.uselessAt());
        return words.text("direct." + message.message() + part, arguments, Locale.forLanguageTag(message.language()));
    }

    private void write(DirectMessage message) throws MessagingException, UnsupportedEncodingException {
        var locale = Locale.forLanguageTag(message.language());
        letters.send(message.address(), locale, new Letters.Letter(text(message, ".title"), text(message, ""), message.link(),
                text(message, ".act"), words.text("direct.why", Map.of(), locale)));
    }
}
