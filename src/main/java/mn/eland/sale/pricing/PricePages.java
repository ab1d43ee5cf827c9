package mn.eland.sale.pricing;

import static mn.eland.edge.web.RefusedException.orThrow;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Refusal;
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

/** Seller and agent ask another price, and see what becomes of it. */
@Controller
@RequestMapping("/properties/{number:L-\\d{4}-\\d{6}}/price")
class PricePages {

    private static final String SEEN = "seen";

    private final PriceChanges changes;
    private final SaleWords words;
    private final Refusals refusals;

    PricePages(PriceChanges changes, SaleWords words, Refusals refusals) {
        this.changes = changes;
        this.words = words;
        this.refusals = refusals;
    }

    @GetMapping
    String form(Actor actor, @PathVariable CaseRef number, Model model) {
        var terms = orThrow(changes.terms(actor, number));
        return page(terms, Map.of("price", terms.listing().price().tugrug()), Map.of(), model);
    }

    /** @param parameters the price, and in {@code seen} the version of the listing that the page showed */
    @PostMapping
    String ask(Actor actor, @PathVariable CaseRef number, @RequestParam MultiValueMap<String, String> parameters, Model model,
               HttpServletResponse response, RedirectAttributes flash) {
        var terms = orThrow(changes.terms(actor, number));
        var sent = PageForm.sent(parameters);
        var seen = version(sent.remove(SEEN));
        var answers = FormAnswers.of(definition(), sent);
        var wrong = answers.isValid() ? List.<Refusal>of() : answers.refusals();
        if (answers.isValid()) {
            var asked = changes.ask(actor, number, Money.of((Long) answers.values().get("price")), seen);
            if (asked.isDone()) {
                flash.addFlashAttribute("doneKey", "sale.price.done." + asked.get().state());
                return "redirect:/properties/" + number + "/price";
            }
            wrong = List.of(asked.refusal());
        }
        response.setStatus(Refusals.status(wrong.get(0)).value());
        return page(terms, sent, refusals.show(wrong, "price"::equals, model), model);
    }

    private static Integer version(Object seen) {
        return seen instanceof String text && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    @PostMapping("/take-back")
    String takeBack(Actor actor, @PathVariable CaseRef number, RedirectAttributes flash) {
        orThrow(changes.takeBack(actor, number));
        flash.addFlashAttribute("doneKey", "sale.price.done.TAKEN_BACK");
        return "redirect:/properties/" + number + "/price";
    }

    private String page(PriceTerms terms, Map<String, Object> answers, Map<String, String> errors, Model model) {
        model.addAttribute("terms", terms);
        model.addAttribute("definition", definition());
        model.addAttribute("answers", answers);
        model.addAttribute("errors", errors);
        return "sale/price";
    }

    private FormDefinition definition() {
        return new PageForm("sale.price", words).money("price", true).definition();
    }
}
