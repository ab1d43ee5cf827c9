package mn.eland.sale.rescission;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Refusal;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.sale.web.PageForm;
import mn.eland.sale.web.SaleWords;
import mn.eland.workflow.FormAnswers;
import mn.eland.workflow.FormDefinition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A party proposes to end the sale, having read what follows; refuses such a proposal, or takes it back. */
@Controller
@RequestMapping("/deals/{number:S-\\d{4}-\\d{6}}/rescission")
class RescissionPages {

    private static final int WHOLE = 100;

    private final Sales sales;
    private final Rescissions rescissions;
    private final SaleWords words;
    private final Refusals refusals;

    RescissionPages(Sales sales, Rescissions rescissions, SaleWords words, Refusals refusals) {
        this.sales = sales;
        this.rescissions = rescissions;
        this.words = words;
        this.refusals = refusals;
    }

    @GetMapping
    String form(Actor actor, @PathVariable CaseRef number, Model model) {
        return page(actor, number, Map.of("terms", "RETURN"), Map.of(), model);
    }

    @PostMapping
    String propose(Actor actor, @PathVariable CaseRef number, @RequestParam MultiValueMap<String, String> parameters, Model model,
                   HttpServletResponse response, RedirectAttributes flash) {
        RefusedException.orThrow(rescissions.prospect(actor, SaleId.of(number)));
        var sent = PageForm.sent(parameters);
        var answers = FormAnswers.of(definition(), sent);
        var wrong = answers.isValid() ? List.<Refusal>of() : answers.refusals();
        if (answers.isValid()) {
            var proposed = rescissions.propose(actor, SaleId.of(number), sellerPct(answers.values()), (String) answers.values().get("reason"));
            if (proposed.isDone()) {
                flash.addFlashAttribute("doneKey", "rescission.done");
                return "redirect:/deals/" + number;
            }
            wrong = List.of(proposed.refusal());
        }
        response.setStatus(Refusals.status(wrong.get(0)).value());
        var errors = new LinkedHashMap<String, String>();
        wrong.forEach(refusal -> errors.putIfAbsent(refusal.field() == null ? "terms" : refusal.field(), refusals.text(refusal)));
        return page(actor, number, sent, errors, model);
    }

    private static int sellerPct(Map<String, Object> values) {
        return switch ((String) values.get("terms")) {
            case "KEEP" -> WHOLE;
            case "SPLIT" -> ((Long) values.get("sellerPct")).intValue();
            default -> 0;
        };
    }

    @PostMapping("/refuse")
    String refuse(Actor actor, @PathVariable CaseRef number, RedirectAttributes flash) {
        RefusedException.orThrow(rescissions.refuse(actor, SaleId.of(number)));
        flash.addFlashAttribute("doneKey", "rescission.refused");
        return "redirect:/deals/" + number;
    }

    @PostMapping("/take-back")
    String takeBack(Actor actor, @PathVariable CaseRef number, RedirectAttributes flash) {
        RefusedException.orThrow(rescissions.takeBack(actor, SaleId.of(number)));
        flash.addFlashAttribute("doneKey", "rescission.takenBack");
        return "redirect:/deals/" + number;
    }

    private String page(Actor actor, CaseRef number, Map<String, Object> answers, Map<String, String> errors, Model model) {
        model.addAttribute("prospect", RefusedException.orThrow(rescissions.prospect(actor, SaleId.of(number))));
        model.addAttribute("sale", RefusedException.orThrow(sales.sale(actor, SaleId.of(number))));
        model.addAttribute("definition", definition());
        model.addAttribute("answers", answers);
        model.addAttribute("errors", errors);
        return "sale/rescission";
    }

    private FormDefinition definition() {
        var form = new PageForm("rescission", words);
        return form.radio("terms", List.of(form.option("RETURN", "rescission.terms.RETURN"), form.option("SPLIT", "rescission.terms.SPLIT"),
                        form.option("KEEP", "rescission.terms.KEEP"))).when("terms=SPLIT").number("sellerPct", true, 1, WHOLE - 1)
                .when(null).longText("reason", true, 2000).agreement("understood").definition();
    }
}
