package mn.eland.edge.account;

import mn.eland.edge.web.Refusals;
import mn.eland.identity.capacity.Capacities;
import mn.eland.kernel.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a person comes to act for a company, or as an agent. */
@Controller
@RequestMapping("/account/capacities")
class CapacityPages {

    private final Capacities capacities;
    private final Refusals refusals;

    CapacityPages(Capacities capacities, Refusals refusals) {
        this.capacities = capacities;
        this.refusals = refusals;
    }

    @GetMapping
    String capacities(Actor actor, Model model) {
        model.addAttribute("companies", capacities.companies(actor.person()));
        model.addAttribute("licence", capacities.licence(actor.person()).orElse(null));
        return "edge/capacities";
    }

    @PostMapping("/company")
    String company(Actor actor, @RequestParam(defaultValue = "") String companyNumber, RedirectAttributes after) {
        Told.of(capacities.registerCompany(actor, companyNumber), "capacity.company.done", refusals, after);
        return "redirect:/account/capacities";
    }

    /** The role stands in tokens: it is had from the next sign-in on. */
    @PostMapping("/licence")
    String licence(Actor actor, @RequestParam(defaultValue = "") String licenceNo, RedirectAttributes after) {
        Told.of(capacities.registerLicence(actor, licenceNo), "capacity.licence.done", refusals, after);
        return "redirect:/account/capacities";
    }
}
