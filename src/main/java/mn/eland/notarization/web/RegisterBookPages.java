package mn.eland.notarization.web;

import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.notarization.Notarizations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The notary's own register book, with search. */
@Controller
class RegisterBookPages {

    private static final int SHOWN = 100;
    private final Notarizations notarizations;

    RegisterBookPages(Notarizations notarizations) {
        this.notarizations = notarizations;
    }

    @GetMapping("/notary/book")
    String book(Actor notary, @RequestParam(defaultValue = "") String text, Model model) {
        model.addAttribute("entries", RefusedException.orThrow(notarizations.registerBook(notary, text, SHOWN)));
        model.addAttribute("text", text);
        return "notarization/book";
    }
}
