package mn.eland.notification.web;

import java.util.Locale;
import java.util.NoSuchElementException;
import mn.eland.kernel.Actor;
import mn.eland.notification.Notifications;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The bell. */
@Controller
@RequestMapping("/notifications")
class NotificationPages {

    private static final int PAGE = 30;

    private final Notifications notifications;

    NotificationPages(Notifications notifications) {
        this.notifications = notifications;
    }

    @GetMapping
    String list(Actor actor, @RequestParam(required = false) Long before, Locale locale, Model model) {
        var found = notifications.of(actor, before, PAGE, locale);
        model.addAttribute("notifications", found);
        model.addAttribute("next", found.size() == PAGE ? found.get(PAGE - 1).id() : null);
        return "notification/list";
    }

    /** Opens what it is about; from then on it is read. */
    @PostMapping("/{id}")
    String open(Actor actor, @PathVariable long id, Locale locale) {
        return "redirect:" + notifications.read(actor, id, locale).orElseThrow(NoSuchElementException::new).link();
    }

    @PostMapping("/read")
    String readAll(Actor actor, @RequestParam long upTo) {
        notifications.readAll(actor, upTo);
        return "redirect:/notifications";
    }
}
