package mn.eland.sale.web;

import java.util.List;
import mn.eland.contract.Contracts;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Role;
import mn.eland.notarization.Notarizations;
import mn.eland.notarization.session.Meetings;
import mn.eland.payment.Payments;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.sale.Sales.TimelineEntry;
import mn.eland.sale.arrears.Arrears;
import mn.eland.sale.dispute.Disputes;
import mn.eland.sale.burden.Burdens;
import mn.eland.sale.refusal.MissingPapers;
import mn.eland.sale.refusal.NotaryRefusals;
import mn.eland.sale.rescission.Rescissions;
import mn.eland.sale.ruling.DealRulings;
import mn.eland.sale.tax.TaxReceipts;
import mn.eland.sale.tax.TaxView;
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

    private static final String STAGE = "stage.";

    private final Sales sales;
    private final Workflow workflow;
    private final Payments payments;
    private final Contracts contracts;
    private final Notarizations notarizations;
    private final Meetings meetings;
    private final PropertyRegister register;
    private final Arrears arrears;
    private final Burdens burdens;
    private final NotaryRefusals refusals;
    private final MissingPapers missing;
    private final Disputes disputes;
    private final Rescissions rescissions;
    private final DealRulings rulings;
    private final TaxReceipts tax;
    private final Troubles troubles;

    DealPage(Sales sales, Workflow workflow, Payments payments, Contracts contracts, Notarizations notarizations, Meetings meetings,
             PropertyRegister register, Arrears arrears, Burdens burdens, NotaryRefusals refusals, MissingPapers missing, Disputes disputes, Rescissions rescissions,
             DealRulings rulings, TaxReceipts tax, Troubles troubles) {
        this.sales = sales;
        this.workflow = workflow;
        this.payments = payments;
        this.contracts = contracts;
        this.notarizations = notarizations;
        this.meetings = meetings;
        this.register = register;
        this.arrears = arrears;
        this.burdens = burdens;
        this.refusals = refusals;
        this.missing = missing;
        this.disputes = disputes;
        this.rescissions = rescissions;
        this.rulings = rulings;
        this.tax = tax;
        this.troubles = troubles;
    }

    @GetMapping(SALE)
    String deal(Actor reader, @PathVariable CaseRef number, Model model) {
        var id = SaleId.of(number);
        var actor = RefusedException.orThrow(sales.as(reader, id));
        var sale = RefusedException.orThrow(sales.sale(actor, id));
        model.addAttribute("sale", sale);
        model.addAttribute("acting", actor);
        model.addAttribute("mayKnowRisk", actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD)
                && !actor.party().equals(sale.seller()) && !actor.party().equals(sale.buyer()) && !actor.party().equals(sale.agent()));
        course(number, mayKnow(actor), model);
        model.addAttribute("dossier", RefusedException.orThrow(sales.dossier(actor, id)));
        model.addAttribute("outside", troubles.kinds(number).stream().findFirst().orElse(null));
        model.addAttribute("rulings", rulings.of(actor, sale));
        model.addAttribute("tax", tax.view(actor, number) instanceof Outcome.Done<TaxView> done ? done.value() : null);
        model.addAttribute("escrow", payments.escrow(actor, number));
        model.addAttribute("fees", payments.fees(number));
        model.addAttribute("arrears", arrears.of(number).orElse(null));
        model.addAttribute("disputes", disputes.of(number));
        model.addAttribute("disputeWaitsFor", disputes.waitsFor(number).orElse(null));
        model.addAttribute("disputeTask", disputes.taskOf(actor, number).orElse(null));
        model.addAttribute("mayDispute", disputes.prospect(actor, id).isDone());
        model.addAttribute("rescission", rescissions.of(number).stream().findFirst().orElse(null));
        model.addAttribute("mayRescind", rescissions.prospect(actor, id).isDone());
        model.addAttribute("collections", payments.collections(number).stream().filter(one -> one.isFor(actor)).toList());
        model.addAttribute("postings", actor.isStaff() ? payments.postings(number) : List.of());
        papers(actor, number, model);
        model.addAttribute("burden", burdens.of(number).orElse(null));
        model.addAttribute("filings", register.filings(number));
        model.addAttribute("messages", RefusedException.orThrow(sales.messages(actor, id)));
        var timeline = RefusedException.orThrow(sales.timeline(actor, id));
        model.addAttribute("timeline", timeline);
        model.addAttribute("road", road(sale.stage(), timeline.stream().map(TimelineEntry::what).toList()));
        model.addAttribute("writes", actor.party().equals(sale.seller()) || actor.party().equals(sale.buyer()) || actor.party().equals(sale.agent()));
        if (sale.mayWithdraw()) {
            var follows = sales.consequencesOfWithdrawal(actor, id);
            model.addAttribute("consequences", follows.isDone() ? follows.get() : null);
        }
        return "sale/deal";
    }

    private void papers(Actor actor, CaseRef number, Model model) {
        model.addAttribute("documents", contracts.documents(number));
        model.addAttribute("notarization", notarizations.notarization(number).orElse(null));
        model.addAttribute("meeting", meetings.of(number).orElse(null));
        model.addAttribute("toBring", refusals.toBring(number).orElse(null));
        model.addAttribute("papers", RefusedException.orThrow(missing.of(actor, number)));
        model.addAttribute("mayBring", missing.mayBring(actor, number).isDone());
        model.addAttribute("handover", missing.isHandedOver(number));
    }

    private void course(CaseRef number, boolean mayKnow, Model model) {
        model.addAttribute("steps", workflow.steps(number).stream().filter(step -> mayKnow || !workflow.isConfidential(step.processKey())).toList());
        model.addAttribute("diagrams", workflow.diagrams(number).stream().filter(diagram -> mayKnow || !workflow.isConfidential(diagram.processKey())).toList());
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

    /** @param happened what the timeline says: of a sale that was called off only it still knows how far it had come */
    static List<Milestone> road(String now, List<String> happened) {
        boolean off = !ROAD.contains(now);
        int at = off ? reached(happened) : ROAD.indexOf(now);
        return ROAD.stream().map(stage -> new Milestone(stage, ROAD.indexOf(stage) < at || now.equals("COMPLETED") ? "done"
                : ROAD.indexOf(stage) > at ? off ? "cancelled" : "ahead" : off ? "stopped" : "now")).toList();
    }

    private static int reached(List<String> happened) {
        int told = happened.stream().filter(what -> what.startsWith(STAGE)).mapToInt(what -> ROAD.indexOf(what.substring(STAGE.length()))).max().orElse(0);
        return Math.max(told, happened.contains("offerAccepted") ? ROAD.indexOf("CHECKS") : 0);
    }

    /** @param state done, now, ahead; in a sale that was called off stopped where it ended, and cancelled after it */
    record Milestone(String stage, String state) {
    }

}
