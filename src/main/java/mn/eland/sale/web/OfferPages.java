package mn.eland.sale.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Refusal;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.Sales;
import mn.eland.sale.Sales.OfferTerms;
import mn.eland.sale.deal.Representative;
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

    OfferPages(Sales sales, PropertyRegister register, SaleWords words, Refusals refusals, Charges charges) {
        this.sales = sales;
        this.register = register;
        this.words = words;
        this.refusals = refusals;
        this.charges = charges;
    }

    @GetMapping
    String form(Actor actor, @PathVariable CaseRef number, Model model) {
        var listing = listing(actor, number);
        var first = new LinkedHashMap<String, Object>();
        first.put("price", listing.price().tugrug());
        first.put("depositPct", String.valueOf(sales.offerRange().depositPct()));
        first.put("validDays", 3L);
        first.put("cashPct", 0L);
        first.put("payment", "OWN");
        return page(listing, first, Map.of(), model);
    }

    @PostMapping
    String make(Actor actor, @PathVariable CaseRef number, @RequestParam MultiValueMap<String, String> parameters, Model model,
                HttpServletResponse response) {
        var sent = PageForm.sent(parameters);
        var answers = FormAnswers.of(definition(), sent);
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
                ((Long) values.get("cashPct")).intValue(), financing(values), holder(values),
                Boolean.TRUE.equals(values.get("urgent")));
    }

    private static Financing financing(Map<String, Object> values) {
        return "LOAN".equals(values.get("payment")) ? Financing.loan((String) values.get("loanBank"), Money.of((Long) values.get("loanMnt")),
                Boolean.TRUE.equals(values.get("financeClause"))) : Financing.own();
    }

    /** Null when nothing of it was filled in; what is missing the door refuses. */
    private static Representative holder(Map<String, Object> values) {
        var holder = new Representative((String) values.get("poaHolder"), (String) values.get("poaRegister"), (String) values.get("poaNo"),
                (LocalDate) values.get("poaUntil"));
        return holder.name() == null && holder.registerNumber() == null && holder.poaNo() == null && holder.validUntil() == null ? null : holder;
    }

    private String wrong(Actor actor, CaseRef number, Map<String, Object> sent, List<Refusal> wrong, Model model, HttpServletResponse response) {
        response.setStatus(Refusals.status(wrong.get(0)).value());
        var errors = new LinkedHashMap<String, String>();
        for (var refusal : wrong) {
            if (refusal.field() == null) {
                model.addAttribute("refused", refusals.text(refusal));
                model.addAttribute("refusedCode", refusal.code());
            } else {
                errors.putIfAbsent(refusal.field(), refusals.text(refusal));
            }
        }
        return page(listing(actor, number), sent, errors, model);
    }

    private String page(ListingView listing, Map<String, Object> answers, Map<String, String> errors, Model model) {
        model.addAttribute("listing", listing);
        model.addAttribute("definition", definition());
        model.addAttribute("answers", answers);
        model.addAttribute("errors", errors);
        model.addAttribute("registration", charges.registration(false));
        model.addAttribute("urgentRegistration", charges.registration(true));
        register.comparables(listing.property().id()).ifPresent(market -> model.addAttribute("market", market));
        return "sale/offer";
    }

    private FormDefinition definition() {
        var form = new PageForm("sale.offer", words);
        var range = sales.offerRange();
        var deposits = java.util.stream.IntStream.rangeClosed(range.leastDepositPct(), range.depositPct()).mapToObj(pct -> new FormDefinition.Option("" + pct, pct + " %", pct + " %")).toList();
        return form.money("price", true).choice("depositPct", true, deposits).number("validDays", true, 1, range.longestDays())
                .number("cashPct", true, 0, 100).group("financing", financing()).money("annualIncome", false).longText("conditions", false, 500).consent("urgent")
                .text("poaHolder", false, 100, null).text("poaRegister", false, 10, "[А-ЯЁӨҮа-яёөү]{2}\\d{8}").text("poaNo", false, 60, null).date("poaUntil", false)
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
