package mn.eland.sale.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.identity.Parties;
import mn.eland.identity.Parties.Basis;
import mn.eland.identity.Parties.Representation;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.workflow.FormAnswers;
import mn.eland.workflow.FormDefinition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who has seen the original of a power of attorney, an office or a guardianship records it. */
@Controller
@RequestMapping("/representations/new")
class RepresentationPages {

    private final Parties parties;
    private final SaleWords words;
    private final Refusals refusals;

    RepresentationPages(Parties parties, SaleWords words, Refusals refusals) {
        this.parties = parties;
        this.words = words;
        this.refusals = refusals;
    }

    @GetMapping
    String form(Actor actor, Model model) {
        mayRecord(actor);
        return page(Map.of(), Map.of(), model);
    }

    @PostMapping
    String record(Actor actor, @RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response,
                  RedirectAttributes flash) {
        mayRecord(actor);
        var sent = PageForm.sent(parameters);
        var answers = FormAnswers.of(definition(), sent);
        if (!answers.isValid()) {
            return wrong(sent, answers.refusals(), model, response);
        }
        var recorded = representation(answers.values()).flatMap(paper -> parties.empower(actor, paper));
        if (!recorded.isDone()) {
            return wrong(sent, List.of(recorded.refusal()), model, response);
        }
        flash.addFlashAttribute("doneKey", "sale.representation.done");
        return "redirect:/representations/new";
    }

    private Outcome<Representation> representation(Map<String, Object> values) {
        return party(values, "holder").flatMap(holder -> party(values, "principal").map(principal -> new Representation(holder, principal,
                Basis.valueOf((String) values.get("basis")), (String) values.get("paperNo"), (LocalDate) values.get("givenOn"),
                (LocalDate) values.get("validUntil"))));
    }

    private Outcome<PartyId> party(Map<String, Object> values, String field) {
        return parties.registered(((String) values.get(field)).strip().toUpperCase(java.util.Locale.ROOT)).map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.invalid("PARTY_UNKNOWN", field)));
    }

    private static void mayRecord(Actor actor) {
        if (!actor.isAnyOf(Role.AGENT, Role.NOTARY, Role.OPERATOR)) {
            throw new RefusedException(Refusal.forbidden("PAPER_NOT_YOURS"));
        }
    }

    private String wrong(Map<String, Object> sent, List<Refusal> wrong, Model model, HttpServletResponse response) {
        response.setStatus(Refusals.status(wrong.get(0)).value());
        return page(sent, refusals.show(wrong, Objects::nonNull, model), model);
    }

    private String page(Map<String, Object> answers, Map<String, String> errors, Model model) {
        model.addAttribute("definition", definition());
        model.addAttribute("answers", answers);
        model.addAttribute("errors", errors);
        return "sale/representation";
    }

    private FormDefinition definition() {
        var form = new PageForm("sale.representation", words);
        var bases = Arrays.stream(Basis.values()).map(basis -> form.option(basis.name(), "sale.representation.basis." + basis)).toList();
        return form.text("principal", true, 12, null).text("holder", true, 12, null).choice("basis", true, bases)
                .text("paperNo", true, 60, null).date("givenOn", true).date("validUntil", false).definition();
    }
}
