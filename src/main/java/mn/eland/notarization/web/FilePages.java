package mn.eland.notarization.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.edge.web.Refusals;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Refusal;
import mn.eland.notarization.Notarizations;
import mn.eland.notarization.file.RequiredDocument;
import mn.eland.notarization.file.RequiredDocument.State;
import mn.eland.notarization.session.ActFile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The file of an act: each paper that it needs, with the days on it, and what is missing or over. */
@Controller
@RequestMapping("/notary/files/{number:[A-Z]-\\d{4}-\\d{6}}")
class FilePages {

    private final Notarizations notarizations;
    private final ActFile file;
    private final Parties parties;
    private final Refusals refusals;
    private final ElandClock clock;

    FilePages(Notarizations notarizations, ActFile file, Parties parties, Refusals refusals, ElandClock clock) {
        this.notarizations = notarizations;
        this.file = file;
        this.parties = parties;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping
    String file(Actor notary, @PathVariable CaseRef number, Model model) {
        return page(notary, number, model);
    }

    /** What lies before the notary: {@code seen} names papers as {@code SELLER.TITLE_CERTIFICATE_ORIGINAL}, {@code issuedOn.…} and {@code validUntil.…} their days. */
    @PostMapping
    String present(Actor notary, @PathVariable CaseRef number, @RequestParam MultiValueMap<String, String> sent, Model model, HttpServletResponse response,
                   RedirectAttributes flash) {
        orThrow(notarizations.mayAct(notary, number));
        var refused = new ArrayList<Refusal>();
        for (var paper : sent.getOrDefault("seen", List.of())) {
            var name = paper.split("\\.", 2);
            var noted = file.present(notary, number, name[0], name[name.length - 1], day(sent, "issuedOn." + paper), day(sent, "validUntil." + paper));
            if (!noted.isDone()) {
                refused.add(noted.refusal());
            }
        }
        if (refused.isEmpty()) {
            flash.addFlashAttribute("doneKey", "notarization.file.noted");
            return "redirect:/notary/files/" + number;
        }
        response.setStatus(Refusals.status(refused.get(0)).value());
        model.addAttribute("refused", refusals.text(refused.get(0)));
        model.addAttribute("refusedCode", refused.get(0).code());
        return page(notary, number, model);
    }

    private String page(Actor notary, CaseRef number, Model model) {
        var act = orThrow(notarizations.mayAct(notary, number));
        model.addAttribute("number", number);
        model.addAttribute("act", act);
        model.addAttribute("names", Map.of("SELLER", parties.party(act.request().seller()).fullName(), "BUYER", parties.party(act.request().buyer()).fullName()));
        var today = clock.today();
        var papers = file.documents(number);
        model.addAttribute("papers", papers);
        model.addAttribute("open", papers.stream().filter(paper -> paper.state(today) != State.PRESENTED).map(RequiredDocument::code).count());
        model.addAttribute("today", today);
        return "notarization/file";
    }

    private static LocalDate day(MultiValueMap<String, String> sent, String field) {
        try {
            return sent.getFirst(field) == null ? null : LocalDate.parse(sent.getFirst(field));
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
