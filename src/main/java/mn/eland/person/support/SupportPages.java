package mn.eland.person.support;

import static mn.eland.edge.web.RefusedException.orThrow;

import java.util.UUID;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.identity.recovery.HelpDesk;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A helper looks a person up, asks to be let into the file, and reads it while the person lets him. */
@Controller
@RequestMapping(SupportPages.PAGE)
class SupportPages {

    static final String PAGE = "/support";
    private static final String OF_PERSON = PAGE + "/people/";

    private final SupportFiles files;
    private final Refusals refusals;

    SupportPages(SupportFiles files, Refusals refusals) {
        this.files = files;
        this.refusals = refusals;
    }

    @GetMapping
    String page(Actor helper) {
        if (!HelpDesk.isHelper(helper)) {
            throw new RefusedException(Refusal.forbidden("HELPERS_ONLY"));
        }
        return "person/support";
    }

    /** What was typed stands in no address. */
    @PostMapping("/search")
    String search(Actor helper, @RequestParam(defaultValue = "") String name, RedirectAttributes after) {
        var found = files.find(helper, name);
        return found.isDone() ? "redirect:" + OF_PERSON + found.get().person() : back(found, null, PAGE, after);
    }

    @GetMapping("/people/{person}")
    String person(Actor helper, @PathVariable UUID person, Model model) {
        model.addAttribute("found", orThrow(files.find(helper, new PartyId(person))));
        return "person/support-person";
    }

    @PostMapping("/people/{person}/asks")
    String ask(Actor helper, @PathVariable UUID person, @RequestParam(defaultValue = "") String reason, RedirectAttributes after) {
        return back(files.ask(helper, new PartyId(person), reason), "support.asked", OF_PERSON + person, after);
    }

    @PostMapping("/people/{person}/visits")
    String open(Actor helper, @PathVariable UUID person, @RequestParam(defaultValue = "") String reason, RedirectAttributes after) {
        var opened = files.open(helper, new PartyId(person), reason);
        return opened.isDone() ? "redirect:" + PAGE + "/visits/" + opened.get() : back(opened, null, OF_PERSON + person, after);
    }

    @GetMapping("/visits/{id}")
    String read(Actor helper, @PathVariable UUID id, Model model) {
        model.addAttribute("file", orThrow(files.read(helper, id)));
        return "person/support-file";
    }

    @PostMapping("/visits/{id}/end")
    String close(Actor helper, @PathVariable UUID id, RedirectAttributes after) {
        orThrow(files.close(helper, id));
        return back(Outcome.done(), "support.closed", PAGE, after);
    }

    private String back(Outcome<?> outcome, String doneKey, String page, RedirectAttributes after) {
        if (outcome.isDone()) {
            after.addFlashAttribute("doneKey", doneKey);
            return "redirect:" + page;
        }
        var refusal = outcome.refusal();
        if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
            throw new RefusedException(refusal);
        }
        after.addFlashAttribute("refused", refusals.text(refusal));
        after.addFlashAttribute("refusedCode", refusal.code());
        return "redirect:" + (refusal.kind() == Refusal.Kind.NOT_FOUND ? PAGE : page);
    }
}
