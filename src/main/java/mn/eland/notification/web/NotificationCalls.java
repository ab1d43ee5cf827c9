package mn.eland.notification.web;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import mn.eland.kernel.Actor;
import mn.eland.notification.NotificationView;
import mn.eland.notification.Notifications;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The same as the page, for programs. */
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationCalls {

    private final Notifications notifications;

    NotificationCalls(Notifications notifications) {
        this.notifications = notifications;
    }

    /** Newest first; {@code next} is the cursor of the following page, null at the end. */
    @GetMapping
    Slice list(Actor actor, @RequestParam(required = false) Long cursor, @RequestParam(defaultValue = "30") int limit, Locale locale) {
        var items = notifications.of(actor, cursor, limit, locale);
        return new Slice(items, items.isEmpty() || items.size() < limit ? null : items.get(items.size() - 1).id(), notifications.of(actor));
    }

    @PostMapping("/{id}/read")
    NotificationView read(Actor actor, @PathVariable long id, Locale locale) {
        return notifications.read(actor, id, locale).orElseThrow(NoSuchElementException::new);
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(Actor actor, @RequestBody UpTo upTo) {
        notifications.readAll(actor, upTo.upTo());
    }

    record Slice(List<NotificationView> items, Long next, int unread) {
    }

    record UpTo(long upTo) {
    }
}
