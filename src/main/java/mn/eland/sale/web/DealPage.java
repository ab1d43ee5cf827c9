package mn.eland.sale.web;

import java.util.List;
import mn.eland.contract.Contracts;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Role;
import mn.eland.notarization.Notarizations;
import mn.eland.payment.Payments;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.sale.Sales.SaleView;
import mn.eland.sale.arrears.Arrears;
import mn.eland.sale.ruling.DealRulings;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.trouble.Troubles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The heart of the product: one deal, as each of its people may see it. */
@Controller
class DealPage {

    private static final String SALE = "/deals/{number:S-\\d{4}-\\d{6}}";
    private static final List<String> ROAD = List.of("OFFER", "CHECKS", "PRELIMINARY", "FUNDING", "NOTARY", "TAX", "REGISTRATION",
            "HANDOVER", "RELEASE", "COMPLETED");

    private final Sales sales;
    private final Workflow workflow;
    private final Payments payments;
    private final Contracts contracts;
    private final Notarizations notarizations;
    private final PropertyRegister register;
    private final Arrears arrears;
    private final DealRulings rulings;
    private final Troubles troubles;

    DealPage(Sales sales, Workflow workflow, Payments payments, Contracts contracts, Notarizations notarizations, PropertyRegister register,
             Arrears arrears, DealRulings rulings, Troubles troubles) {
        this.sales = sales;
        this.workflow = workflow;
        this.payments = payments;
        this.contracts = contracts;
        this.notarizations = notarizations;
        this.register = register;
        this.arrears = arrears;
        this.rulings = rulings;
        this.troubles = troubles;
    }

    @GetMapping(SALE)
    String deal(Actor actor, @PathVariable CaseRef number, Model model) {
        var id = SaleId.of(number);
        var sale = RefusedException.orThrow(sales.sale(actor, id));
        boolean mayKnow = mayKnow(actor);
        model.addAttribute("sale", sale);
        model.addAttribute("road", road(sale));
        model.addAttribute("mayKnowRisk", actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD)
                && !actor.party().equals(sale.seller()) && !actor.party().equals(sale.buyer()) && !actor.party().equals(sale.agent()));
        model.addAttribute("steps", workflow.steps(number).stream().filter(step -> mayKnow || !workflow.isConfidential(step.processKey())).toList());
        model.addAttribute("diagrams", workflow.diagrams(number).stream().filter(diagram -> mayKnow || !workflow.isConfidential(diagram.processKey())).toList());
        model.addAttribute("dossier", RefusedException.orThrow(sales.dossier(actor, id)));
        model.addAttribute("outside", troubles.kinds(number).stream().findFirst().orElse(null));
        model.addAttribute("rulings", rulings.of(actor, sale));
        model.addAttribute("escrow", payments.escrow(number));
        model.addAttribute("fees", payments.fees(number));
        model.addAttribute("arrears", arrears.of(number).orElse(null));
        model.addAttribute("collections", payments.collections(number).stream().filter(one -> one.isFor(actor)).toList());
        model.addAttribute("postings", actor.isStaff() ? payments.postings(number) : List.of());
        model.addAttribute("documents", contracts.documents(number));
        model.addAttribute("notarization", notarizations.notarization(number).orElse(null));
        model.addAttribute("filings", register.filings(number));
        model.addAttribute("messages", RefusedException.orThrow(sales.messages(actor, id)));
        model.addAttribute("timeline", RefusedException.orThrow(sales.timeline(actor, id)));
        model.addAttribute("writes", actor.party().equals(sale.seller()) || actor.party().equals(sale.buyer()) || actor.party().equals(sale.agent()));
        if (sale.mayWithdraw()) {
            model.addAttribute("consequences", RefusedException.orThrow(sales.consequencesOfWithdrawal(actor, id)));
        }
        return "sale/deal";
    }

    /** What a case does in confidence is shown to those who watch over it. */
    static boolean mayKnow(Actor actor) {
        return actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD, Role.OPERATOR, Role.ADMIN);
    }

    /** A listing has a page of its own. */
    @GetMapping("/deals/{number:L-\\d{4}-\\d{6}}")
    String listing(@PathVariable CaseRef number) {
        return "redirect:/properties/" + number;
    }

    @PostMapping(SALE + "/messages")
    String say(Actor actor, @PathVariable CaseRef number, @RequestParam String text) {
        RefusedException.orThrow(sales.say(actor, SaleId.of(number), text));
        return "redirect:/deals/" + number + "#messages";
    }

    @PostMapping(SALE + "/withdraw")
    String withdraw(Actor actor, @PathVariable CaseRef number, @RequestParam(required = false) String reason, RedirectAttributes flash) {
        RefusedException.orThrow(sales.withdraw(actor, SaleId.of(number), reason));
        flash.addFlashAttribute("doneKey", "sale.deal.withdrawn");
        return "redirect:/deals/" + number;
    }

    private static List<Milestone> road(SaleView sale) {
        int at = ROAD.indexOf(sale.stage());
        return ROAD.stream().map(stage -> new Milestone(stage, at < 0 ? "cancelled" : ROAD.indexOf(stage) < at || sale.stage().equals("COMPLETED")
                ? "done" : stage.equals(sale.stage()) ? "now" : "ahead")).toList();
    }

    /** @param state done, now, ahead, or cancelled */
    record Milestone(String stage, String state) {
    }

}
