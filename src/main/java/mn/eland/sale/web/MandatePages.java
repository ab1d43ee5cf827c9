package mn.eland.sale.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.property.PropertyRegister;
import mn.eland.property.PropertyRegister.ListingDraft;
import mn.eland.property.PropertyView.Kind;
import mn.eland.sale.Sales;
import mn.eland.workflow.FormAnswers;
import mn.eland.workflow.FormDefinition;
import mn.eland.workflow.FormDefinition.Option;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An owner, or an agent for an owner, puts a property up for sale and takes it off again. */
@Controller
class MandatePages {

    private static final String DECIMAL = "\\d{1,7}([.,]\\d{1,2})?";

    private final Sales sales;
    private final PropertyRegister register;
    private final Parties parties;
    private final SaleWords words;
    private final Refusals refusals;

    MandatePages(Sales sales, PropertyRegister register, Parties parties, SaleWords words, Refusals refusals) {
        this.sales = sales;
        this.register = register;
        this.parties = parties;
        this.words = words;
        this.refusals = refusals;
    }

    @GetMapping("/listings/new")
    String form(Actor actor, Model model) {
        return page(actor, Map.of(), Map.of(), model);
    }

    @PostMapping("/listings/new")
    String give(Actor actor, @RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        var sent = PageForm.sent(parameters);
        var answers = FormAnswers.of(definition(actor), sent);
        if (!answers.isValid()) {
            return wrong(actor, sent, answers.refusals(), model, response);
        }
        var seller = seller(actor, answers.values());
        if (seller == null) {
            return wrong(actor, sent, List.of(Refusal.invalid("SELLER_UNKNOWN", "seller")), model, response);
        }
        var given = sales.mandate(actor, draft(actor, seller, answers.values()));
        return given.isDone() ? "redirect:/properties/" + given.get().number() : wrong(actor, sent, List.of(given.refusal()), model, response);
    }

    @PostMapping("/listings/{number:L-\\d{4}-\\d{6}}/withdraw")
    String withdraw(Actor actor, @PathVariable CaseRef number, RedirectAttributes flash) {
        RefusedException.orThrow(sales.withdrawListing(actor, number));
        flash.addFlashAttribute("doneKey", "sale.listing.withdrawn");
        return "redirect:/deals";
    }

    private PartyId seller(Actor actor, Map<String, Object> values) {
        if (actor.is(Role.AGENT)) {
            return parties.actor((String) values.get("seller")).map(Actor::party).orElse(null);
        }
        return values.get("owner") == null ? actor.party() : PartyId.of((String) values.get("owner"));
    }

    private static ListingDraft draft(Actor actor, PartyId seller, Map<String, Object> values) {
        var agent = actor.is(Role.AGENT) ? actor.party() : PartyId.of((String) values.get("agent"));
        return new ListingDraft(seller, agent, (String) values.get("registryNo"), (String) values.get("certificateNo"),
                (String) values.get("parcelNo"), Kind.valueOf((String) values.get("kind")),
                Double.parseDouble(((String) values.get("areaM2")).replace(',', '.')), whole(values, "rooms"), whole(values, "floor"),
                whole(values, "floors"), whole(values, "yearBuilt"), (String) values.get("district"), whole(values, "khoroo"),
                (String) values.get("address"), null, null, (String) values.get("title"), (String) values.get("description"),
                Money.of((Long) values.get("price")));
    }

    private static Integer whole(Map<String, Object> values, String key) {
        return values.get(key) == null ? null : ((Long) values.get(key)).intValue();
    }

    private String wrong(Actor actor, Map<String, Object> sent, List<Refusal> wrong, Model model, HttpServletResponse response) {
        response.setStatus(Refusals.status(wrong.get(0)).value());
        var known = definition(actor).fields().stream().map(FormDefinition.Field::key).toList();
        return page(actor, sent, refusals.show(wrong, known::contains, model), model);
    }

    private String page(Actor actor, Map<String, Object> answers, Map<String, String> errors, Model model) {
        model.addAttribute("definition", definition(actor));
        model.addAttribute("answers", answers);
        model.addAttribute("errors", errors);
        model.addAttribute("seesPapers", actor.isAnyOf(Role.AGENT, Role.NOTARY, Role.OPERATOR));
        return "sale/mandate";
    }

    /** Whoever may act for others says for whom; nobody else is asked. */
    private void owners(Actor actor, PageForm form) {
        var others = parties.representedBy(actor.party()).stream().map(paper -> parties.party(paper.principal()))
                .map(owner -> new Option(owner.id().toString(), owner.shortName(), owner.shortName())).distinct().toList();
        if (!others.isEmpty()) {
            form.choice("owner", false, others);
        }
    }

    private FormDefinition definition(Actor actor) {
        var form = new PageForm("sale.mandate", words);
        if (actor.is(Role.AGENT)) {
            form.text("seller", true, 60, null);
        } else {
            owners(actor, form);
            form.choice("agent", true, parties.withRole(Role.AGENT).stream()
                    .map(agent -> new Option(agent.id().toString(), agent.shortName(), agent.shortName())).toList());
        }
        var districts = register.districts().stream().map(d -> new Option(d.code(), d.nameMn(), d.nameEn())).toList();
        var kinds = Arrays.stream(Kind.values()).map(kind -> form.option(kind.name(), "kind." + kind)).toList();
        return form.choice("kind", true, kinds).text("registryNo", true, 20, null).text("certificateNo", true, 12, null)
                .text("parcelNo", false, 20, null).text("areaM2", true, 10, DECIMAL).number("rooms", false, 1, 30)
                .number("floor", false, -5, 100).number("floors", false, 1, 100).number("yearBuilt", false, 1900, 2100)
                .choice("district", true, districts).number("khoroo", true, 1, 50).text("address", true, 250, null)
                .text("title", true, 120, null).longText("description", false, 4000).money("price", true)
                .agreement("understood").definition();
    }
}
