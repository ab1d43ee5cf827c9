package mn.eland.person.privacy;

import static mn.eland.edge.web.RefusedException.orThrow;

import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.UUID;
import mn.eland.edge.web.Freshness;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Refusal;
import mn.eland.person.privacy.ConsentRegister.Purpose;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own data: consents, an archive to take along, being forgotten. What a thief would want asks for a fresh sign-in. */
@Controller
@RequestMapping(PrivacyPages.PAGE)
class PrivacyPages {

    static final String PAGE = "/me";
    private static final String AGAIN = "redirect:/sign-in-again?to=" + PAGE;

    private final ConsentRegister consents;
    private final DataArchives exports;
    private final Erasures erasures;
    private final FileLooks looks;
    private final Freshness freshness;
    private final Refusals refusals;

    PrivacyPages(ConsentRegister consents, DataArchives exports, Erasures erasures, FileLooks looks, Freshness freshness, Refusals refusals) {
        this.consents = consents;
        this.exports = exports;
        this.erasures = erasures;
        this.looks = looks;
        this.freshness = freshness;
        this.refusals = refusals;
    }

    @GetMapping
    String page(Actor me, Model model, Locale locale) {
        model.addAttribute("choices", consents.choices(me.person(), locale));
        model.addAttribute("register", consents.register(me.person()));
        model.addAttribute("exports", exports.of(me.person()));
        model.addAttribute("outlook", erasures.outlook(me.person()));
        model.addAttribute("asks", looks.asks(me.person()));
        model.addAttribute("visits", looks.visits(me.person()));
        model.addAttribute("fresh", freshness.isFresh());
        return "person/me";
    }

    @PostMapping("/consents")
    String decide(Actor me, @RequestParam Purpose purpose, @RequestParam boolean given, Locale locale, RedirectAttributes after) {
        if (given) {
            consents.give(me.person(), purpose, locale);
        } else {
            consents.withdraw(me.person(), purpose);
        }
        after.addFlashAttribute("doneKey", given ? "person.consent.given" : "person.consent.withdrawn");
        return "redirect:" + PAGE;
    }

    @PostMapping("/support/refusal")
    String refuseHelp(Actor me, RedirectAttributes after) {
        looks.refuse(me.person());
        after.addFlashAttribute("doneKey", "person.support.refused");
        return "redirect:" + PAGE;
    }

    @PostMapping("/exports")
    String ask(Actor me, RedirectAttributes after) {
        exports.ask(me.person());
        after.addFlashAttribute("doneKey", "person.export.asked");
        return "redirect:" + PAGE;
    }

    @GetMapping("/exports/{id}")
    Object fetch(Actor me, @PathVariable UUID id) {
        return freshness.isFresh() ? archive(orThrow(exports.fetch(me.person(), id))) : AGAIN;
    }

    @PostMapping("/erasure")
    String erase(Actor me, @RequestParam(defaultValue = "false") boolean understood, HttpSession session, RedirectAttributes after) {
        if (!freshness.isFresh()) {
            return AGAIN;
        }
        if (!understood) {
            after.addFlashAttribute("refused", refusals.text(Refusal.invalid("FIELD_REQUIRED", "understood")));
            after.addFlashAttribute("refusedCode", "FIELD_REQUIRED");
            return "redirect:" + PAGE;
        }
        var erased = erasures.erase(me.person());
        if (!erased.isDone()) {
            after.addFlashAttribute("refused", refusals.text(erased.refusal()));
            after.addFlashAttribute("refusedCode", erased.refusal().code());
            return "redirect:" + PAGE;
        }
        SecurityContextHolder.clearContext();
        session.invalidate();
        return "redirect:/?forgotten";
    }

    static ResponseEntity<byte[]> archive(byte[] content) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/zip")).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"eland-data.zip\"").body(content);
    }
}
