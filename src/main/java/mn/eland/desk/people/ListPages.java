package mn.eland.desk.people;

import static mn.eland.edge.web.RefusedException.orThrow;

import java.util.Map;
import java.util.UUID;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.identity.Parties;
import mn.eland.identity.screening.Matches;
import mn.eland.identity.screening.Matches.Match;
import mn.eland.identity.screening.WatchLists;
import mn.eland.identity.spi.NameScreening.Kind;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where compliance brings lists of sanctions and of politically exposed people. For everybody else there is no such page. */
@Controller
@RequestMapping("/compliance/lists")
class ListPages {

    private final WatchLists lists;
    private final Matches matches;
    private final Parties parties;
    private final ListUploads uploads;
    private final Refusals refusals;

    ListPages(WatchLists lists, Matches matches, Parties parties, ListUploads uploads, Refusals refusals) {
        this.lists = lists;
        this.matches = matches;
        this.parties = parties;
        this.uploads = uploads;
        this.refusals = refusals;
    }

    @GetMapping
    String all(Actor actor, Model model) {
        model.addAttribute("lists", orThrow(lists.all(actor)));
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("matches", orThrow(matches.open(actor)).stream().map(one -> new Found(one, parties.party(one.party()).fullName())).toList());
        model.addAttribute("mayClear", actor.is(Role.COMPLIANCE_HEAD));
        return "desk/lists";
    }

    @PostMapping("/matches/{party}/clear")
    String clear(Actor actor, @PathVariable UUID party, @RequestParam(defaultValue = "") String note, RedirectAttributes after) {
        var cleared = matches.clear(actor, new PartyId(party), note);
        if (cleared.isDone()) {
            after.addFlashAttribute("doneKey", "lists.match.cleared");
        } else if (cleared.refusal().kind() == Refusal.Kind.NOT_FOUND) {
            throw new RefusedException(cleared.refusal());
        } else {
            after.addFlashAttribute("refused", refusals.text(cleared.refusal()));
            after.addFlashAttribute("refusedCode", cleared.refusal().code());
        }
        return "redirect:/compliance/lists";
    }

    /** @param name of the party, in full */
    record Found(Match match, String name) {
    }

    @PostMapping
    String take(Actor actor, @RequestParam(defaultValue = "") String name, @RequestParam Kind kind, @RequestParam(required = false) MultipartFile file,
                RedirectAttributes after) {
        orThrow(lists.all(actor));
        var taken = uploads.text(file).flatMap(text -> lists.take(actor, name, kind, file.getOriginalFilename(), text));
        if (taken.isDone()) {
            after.addFlashAttribute("imported", taken.get());
        } else {
            after.addFlashAttribute("refused", refusals.text(taken.refusal()));
            after.addFlashAttribute("refusedCode", taken.refusal().code());
            after.addFlashAttribute("typed", Map.of("name", name, "kind", kind.name()));
        }
        return "redirect:/compliance/lists";
    }
}
