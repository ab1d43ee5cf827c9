package mn.eland.sale.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Standing;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.Sales;
import mn.eland.sale.Sales.OfferTerms;
import mn.eland.sale.financing.Financing;
import mn.eland.sale.papers.Charges;
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

/** A buyer makes an offer on a listing. */
@Controller
@RequestMapping("/properties/{number:L-\\d{4}-\\d{6}}/offer")
class OfferPages {

    private final Sales sales;
    private final PropertyRegister register;
    private final SaleWords words;
    private final Refusals refusals;
    private final Charges charges;
    private final Parties parties;
    private final Standing standing;

    OfferPages(Sales sales, PropertyRegister register, SaleWords words, Refusals refusals, Charges charges,
               Parties parties, Standing standing) {
        this.sales = sales;
        this.register = register;
        this.words = words;
        this.refusals = refusals;
        this.charges = charges;
        this.parties = parties;
        this.standing = standing;
    }

    @GetMapping
    String form(Actor actor, @PathVariable CaseRef number, Model model) {
        var listing = listing(actor, number);
        var first = new LinkedHashMap<String, Object>();
        first.put("price", listing.price().tugrug());
        first.put("depositPct", String.valueOf(sales.offerRange().depositPct()));
        first.put("validDays", (long) sales.offerRange().usualDays());
        first.put("cashPct", 0L);
        first.put("payment", "OWN");
        return page(actor, listing, first, Map.of(), model);
    }

    @PostMapping
    String make(Actor actor, @PathVariable CaseRef number, @RequestParam MultiValueMap<String, String> parameters, Model model,
                HttpServletResponse response) {
        var sent = PageForm.sent(parameters);
        var answers = FormAnswers.of(definition(actor), sent);
        if (!answers.isValid()) {
            return wrong(actor, number, sent, answers.refusals(), model, response);
        }
        var made = sales.makeOffer(actor, number, terms(answers.values()));
        return made.isDone() ? "redirect:/deals/" + made.get().id() : wrong(actor, number, sent, List.of(made.refusal()), model, response);
    }

    private static OfferTerms terms(Map<String, Object> values) {
        var income = values.get("annualIncome") == null ? null : Money.of((Long) values.get("annualIncome"));
        return new OfferTerms(Money.of((Long) values.get("price")), Integer.parseInt((String) values.get("depositPct")),
                ((Long) values.get("validDays")).intValue(), (String) values.get("conditions"), income,
                ((Long) values.get("cashPct")).intValue(), financing(values), buyer(values),
                Boolean.TRUE.equals(values.get("urgent")), Boolean.TRUE.equals(values.get("doubleDeposit")));
    }

    private static Financing financing(Map<String, Object> values) {
        return "LOAN".equals(values.get("payment")) ? Financing.loan((String) values.get("loanBank"), Money.of((Long) values.get("loanMnt")),
                Boolean.TRUE.equals(values.get("financeClause"))) : Financing.own();
    }

    private static PartyId buyer(Map<String, Object> values) {
        return values.get("buyer") == null ? null : PartyId.of((String) values.get("buyer"));
    }

    /** Whoever may act for others says for whom; nobody else is asked. */
    private void buyers(Actor actor, PageForm form) {
        var others = standing.principals(actor).stream().skip(1).map(parties::party)
                .map(buyer -> new FormDefinition.Option(buyer.id().toString(), buyer.shortName(), buyer.shortName())).toList();
        if (!others.isEmpty()) {
            form.choice("buyer", false, others);
        }
    }

    private String wrong(Actor actor, CaseRef number, Map<String, Object> sent, List<Refusal> wrong, Model model, HttpServletResponse response) {
        response.setStatus(Refusals.status(wrong.get(0)).value());
        return page(actor, listing(actor, number), sent, refusals.show(wrong, Objects::nonNull, model), model);
    }

    private String page(Actor actor, ListingView listing, Map<String, Object> answers, Map<String, String> errors, Model model) {
        model.addAttribute("listing", listing);
        model.addAttribute("definition", definition(actor));
        model.addAttribute("answers", answers);
        model.addAttribute("errors", errors);
        model.addAttribute("registration", charges.registration(false));
        model.addAttribute("urgentRegistration", charges.registration(true));
        register.comparables(listing.property().id()).ifPresent(market -> model.addAttribute("market", market));
        return "sale/offer";
    }

    private FormDefinition definition(Actor actor) {
        var form = new PageForm("sale.offer", words);
        buyers(actor, form);
        var range = sales.offerRange();
        var deposits = java.util.stream.IntStream.rangeClosed(range.leastDepositPct(), range.depositPct()).mapToObj(pct -> new FormDefinition.Option("" + pct, pct + " %", pct + " %")).toList();
        return form.money("price", true).choice("depositPct", true, deposits).number("validDays", true, 1, range.longestDays())
                .number("cashPct", true, 0, 100).group("financing", financing()).money("annualIncome", false).longText("conditions", false, 500).consent("doubleDeposit").consent("urgent")
                .agreement("understood").definition();
    }

    private PageForm financing() {
        var form = new PageForm("sale.offer", words);
        return form.radio("payment", List.of(form.option("OWN", "sale.offer.payment.OWN"), form.option("LOAN", "sale.offer.payment.LOAN")))
                .when("payment=LOAN").text("loanBank", true, 120, null).money("loanMnt", true).consent("financeClause");
    }

    private ListingView listing(Actor actor, CaseRef number) {
        return RefusedException.orThrow(register.listing(actor, number));
    }
}
