package mn.eland.notification;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mn.eland.edge.web.UnreadCount;
import mn.eland.edge.web.Words;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people were told, each their own. */
@Service
@Transactional
public class Notifications implements UnreadCount {

    private static final int MOST = 100;

    private final NotificationStore store;
    private final Words words;

    Notifications(NotificationStore store, Words words) {
        this.store = store;
        this.words = words;
    }

    /** The person's notifications, newest first, below the given number (null from the top). */
    public List<NotificationView> of(Actor actor, Long before, int limit, Locale locale) {
        return store.of(actor.party(), before, Math.min(Math.max(limit, 1), MOST)).stream().map(row -> view(row, locale)).toList();
    }

    /** One of the person's own notifications, which is read from now on. */
    public Optional<NotificationView> read(Actor actor, long id, Locale locale) {
        return store.read(actor.party(), id).map(row -> view(row, locale));
    }

    /** Everything up to and including this one is read. */
    public void readAll(Actor actor, long upTo) {
        store.readAll(actor.party(), upTo);
    }

    @Override
    public int of(Actor actor) {
        return store.unread(actor.party());
    }

    /** Tells each of them once, in the application and by mail. */
    void tell(Collection<PartyId> people, Object event, Notice notice) {
        people.stream().distinct().filter(person -> !person.equals(Actor.PLATFORM.party()))
                .forEach(person -> store.add(person, event.toString(), notice));
    }

    @Scheduled(fixedDelayString = "PT1M")
    void forgetSecrets() {
        store.forgetSecrets();
    }

    NotificationView view(NotificationStore.Row row, Locale locale) {
        return new NotificationView(row.id(), row.caseRef(), row.message(),
                words.text("notification." + row.message() + ".title", row.arguments(), locale),
                words.text("notification." + row.message(), row.arguments(), locale), row.link(), row.createdAt(), row.readAt() != null);
    }
}
