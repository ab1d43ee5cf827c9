package mn.eland.notification;

import java.util.Locale;
import java.util.Map;
import mn.eland.kernel.PartyId;
import mn.eland.store.person.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person was told. */
@Component
class PersonalNews implements PersonalData {

    private static final int MOST = 10_000;

    private final NotificationStore store;
    private final Notifications notifications;
    private final JdbcClient jdbc;

    PersonalNews(NotificationStore store, Notifications notifications, JdbcClient jdbc) {
        this.store = store;
        this.notifications = notifications;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public Map<String, Object> about(PartyId person) {
        return Map.of("notifications", store.of(person, null, MOST).stream().map(row -> notifications.view(row, Locale.forLanguageTag("mn")))
                .map(view -> Map.of("title", view.title(), "text", view.text(), "at", view.at().toString(), "read", view.read())).toList());
    }

    /** No duty keeps news. */
    @Override
    public void erase(PartyId person, boolean whole) {
        jdbc.sql("delete from notification.letters where notification_id in (select id from notification.notifications where person = ?)")
                .param(person.value()).update();
        jdbc.sql("delete from notification.notifications where person = ?").param(person.value()).update();
    }
}
