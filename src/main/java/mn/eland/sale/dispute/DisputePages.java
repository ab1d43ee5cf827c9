package mn.eland.sale.dispute;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
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

/** A party opens a dispute, having read what follows, or withdraws the claim. */
@Controller
@RequestMapping("/deals/{number:S-\\d{4}-\\d{6}}/dispute")
class DisputePages {

    private final Sales sales;
    private final Disputes disputes;
    private final SaleWords words;
    private final Refusals refusals;

    DisputePages(Sales sales, Disputes disputes, SaleWords words, Refusals refusals) {
        this.sales = sales;
        this.disputes = disputes;
        this.words = words;
        this.refusals = refusals;
    }

    @GetMapping
    String form(Actor actor, @PathVariable CaseRef number, Model model) {
        return page(actor, number, Map.of(), Map.of(), model);
    }

    @PostMapping
    String open(Actor actor, @PathVariable CaseRef number, @RequestParam MultiValueMap<String, String> parameters, Model model,
                HttpServletResponse response, RedirectAttributes flash) {
        RefusedException.orThrow(disputes.prospect(actor, SaleId.of(number)));
        var sent = PageForm.sent(parameters);
        var answers = FormAnswers.of(definition(), sent);
        var wrong = answers.isValid() ? List.<Refusal>of() : answers.refusals();
        if (answers.isValid()) {
            var opened = disputes.open(actor, SaleId.of(number), Money.of((Long) answers.values().get("sum")), (String) answers.values().get("about"));
            if (opened.isDone()) {
                flash.addFlashAttribute("doneKey", "dispute.done");
                return "redirect:/deals/" + number;
            }
            wrong = List.of(opened.refusal());
        }
        response.setStatus(Refusals.status(wrong.get(0)).value());
        var errors = new LinkedHashMap<String, String>();
        wrong.forEach(refusal -> errors.putIfAbsent(refusal.field() == null ? "sum" : refusal.field(), refusals.text(refusal)));
        return page(actor, number, sent, errors, model);
    }

    @PostMapping("/withdraw")
    String withdraw(Actor actor, @PathVariable CaseRef number, RedirectAttributes flash) {
        RefusedException.orThrow(disputes.withdraw(actor, SaleId.of(number)));
        flash.addFlashAttribute("doneKey", "dispute.withdrawn");
        return "redirect:/deals/" + number;
    }

    private String page(Actor actor, CaseRef number, Map<String, Object> answers, Map<String, String> errors, Model model) {
        model.addAttribute("prospect", RefusedException.orThrow(disputes.prospect(actor, SaleId.of(number))));
        model.addAttribute("sale", RefusedException.orThrow(sales.sale(actor, SaleId.of(number))));
        model.addAttribute("definition", definition());
        model.addAttribute("answers", answers);
        model.addAttribute("errors", errors);
        return "sale/dispute";
    }

    private FormDefinition definition() {
        return new PageForm("dispute", words).money("sum", true).longText("about", true, 2000).agreement("understood").definition();
    }
}
