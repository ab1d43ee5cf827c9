package mn.eland.sale.listing;

import java.util.List;
import mn.eland.edge.web.RefusedException;
import mn.eland.identity.Parties;
import mn.eland.identity.Parties.Representation;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The papers by which one acts for others, and those by which others act for one; the latter are taken back here. */
@Controller
@RequestMapping("/representations")
class PaperPages {

    private final Parties parties;

    PaperPages(Parties parties) {
        this.parties = parties;
    }

    @GetMapping
    String papers(Actor actor, Model model) {
        model.addAttribute("held", shown(parties.representedBy(actor.party())));
        model.addAttribute("given", shown(parties.givenBy(actor.party())));
        return "sale/representations";
    }

    @PostMapping("/revoke")
    String revoke(Actor actor, @RequestParam PartyId holder, @RequestParam PartyId principal, @RequestParam String paperNo, RedirectAttributes flash) {
        RefusedException.orThrow(parties.revoke(actor, holder, principal, paperNo));
        flash.addFlashAttribute("doneKey", "sale.representation.revoked");
        return "redirect:/representations";
    }

    private List<Paper> shown(List<Representation> papers) {
        return papers.stream().map(paper -> new Paper(paper, parties.party(paper.holder()).shortName(), parties.party(paper.principal()).shortName())).toList();
    }

    /** @param paper with the names of its two people */
    record Paper(Representation paper, String holder, String principal) {
    }
}
