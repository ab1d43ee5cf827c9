package mn.eland.sale.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.property.PropertyRegister.ListingDraft;
import mn.eland.property.PropertyView;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.sale.Sales.OfferTerms;
import mn.eland.sale.Sales.SaleView;
import mn.eland.sale.financing.Financing;
import mn.eland.workflow.Workflow;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sales and mandates for programs: the same door as the pages. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "sales")
class SalesApi {

    private final Sales sales;
    private final Workflow workflow;

    SalesApi(Sales sales, Workflow workflow) {
        this.sales = sales;
        this.workflow = workflow;
    }

    @GetMapping("/sales")
    @Operation(summary = "Sales of the caller, newest first; cursor-paged")
    SaleList list(Actor actor, @RequestParam(required = false) String text, @RequestParam(required = false) String cursor,
                  @RequestParam(defaultValue = "20") int limit) {
        int size = Math.max(1, Math.min(limit, 99));
        var found = sales.deals(actor, text, cursor, size + 1).stream().map(SaleResource::of).toList();
        boolean more = found.size() > size;
        return new SaleList(more ? found.subList(0, size) : found, more ? found.get(size - 1).number() : null);
    }

    @PostMapping("/sales")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes an offer on a listing, for the caller or for whom the caller represents")
    SaleResource offer(Actor actor, @RequestBody NewOffer offer) {
        if (!CaseRef.isCaseNumber(offer.listing())) {
            throw new RefusedException(Refusal.notFound("LISTING_UNKNOWN").with("number", String.valueOf(offer.listing())));
        }
        var terms = new OfferTerms(money(offer.priceMnt()), or(offer.depositPct(), sales.offerRange().depositPct()), or(offer.validDays(), sales.offerRange().usualDays()),
                offer.conditions(), money(offer.annualIncomeMnt()), or(offer.cashPct(), 0),
                offer.financing() == null ? Financing.own() : offer.financing().stated(), offer.buyer() == null ? null : new PartyId(offer.buyer()), Boolean.TRUE.equals(offer.urgent()),
                Boolean.TRUE.equals(offer.doubleDeposit()));
        return SaleResource.of(RefusedException.orThrow(sales.makeOffer(actor, CaseRef.of(offer.listing()), terms)));
    }

    @GetMapping("/sales/{number}")
    @Operation(summary = "One sale")
    SaleResource get(Actor actor, @PathVariable String number) {
        return SaleResource.of(RefusedException.orThrow(sales.sale(actor, id(number))));
    }

    @PostMapping("/sales/{number}/offers")
    @Operation(summary = "Answers the offer on the table: ACCEPT, COUNTER or REFUSE")
    SaleResource answer(Actor actor, @PathVariable String number, @RequestBody OfferAnswer answer) {
        if (answer.answer() == null) {
            throw new RefusedException(Refusal.invalid("FIELD_REQUIRED", "answer"));
        }
        return SaleResource.of(RefusedException.orThrow(sales.answerOffer(actor, id(number), answer.answer(),
                money(answer.counterPriceMnt()), or(answer.validDays(), sales.offerRange().usualDays()), answer.reason())));
    }

    @GetMapping("/sales/{number}/withdrawal")
    @Operation(summary = "What would follow if the caller withdrew now")
    ConsequencesResource consequences(Actor actor, @PathVariable String number) {
        var follow = RefusedException.orThrow(sales.consequencesOfWithdrawal(actor, id(number)));
        return new ConsequencesResource(follow.code(), follow.held().tugrug(), follow.backToBuyer().tugrug(),
                follow.toSeller().tugrug(), follow.toNotary().tugrug(), follow.faultParty(), follow.extra());
    }

    @PostMapping("/sales/{number}/withdrawal")
    @Operation(summary = "Withdraws from the sale")
    SaleResource withdraw(Actor actor, @PathVariable String number, @RequestBody Reason reason) {
        return SaleResource.of(RefusedException.orThrow(sales.withdraw(actor, id(number), reason.reason())));
    }

    @GetMapping("/sales/{number}/messages")
    List<Sales.Message> messages(Actor actor, @PathVariable String number) {
        return RefusedException.orThrow(sales.messages(actor, id(number)));
    }

    @PostMapping("/sales/{number}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    Sales.Message say(Actor actor, @PathVariable String number, @RequestBody Text text) {
        return RefusedException.orThrow(sales.say(actor, id(number), text.text()));
    }

    @GetMapping("/sales/{number}/timeline")
    List<Sales.TimelineEntry> timeline(Actor actor, @PathVariable String number) {
        return RefusedException.orThrow(sales.timeline(actor, id(number)));
    }

    @GetMapping("/sales/{number}/steps")
    @Operation(summary = "The steps of the sale so far and now, oldest first")
    List<Workflow.StepView> steps(Actor actor, @PathVariable String number) {
        var sale = RefusedException.orThrow(sales.sale(actor, id(number)));
        return workflow.steps(sale.id().caseRef()).stream()
                .filter(step -> DealPage.mayKnow(actor) || !workflow.isConfidential(step.processKey())).toList();
    }

    @GetMapping("/sales/{number}/conditions")
    @Operation(summary = "Consents, handover and the division of the price")
    ConditionsResource conditions(Actor actor, @PathVariable String number) {
        return ConditionsResource.of(RefusedException.orThrow(sales.dossier(actor, id(number))));
    }

    @PostMapping("/properties")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Gives a mandate to list a property")
    Map<String, String> mandate(Actor actor, @RequestBody NewListing listing) {
        var given = RefusedException.orThrow(sales.mandate(actor, listing.draft(actor)));
        return Map.of("number", given.number().number(), "state", given.state().name());
    }

    @PostMapping("/properties/{number}/withdrawal")
    @Operation(summary = "Takes a listing off the market")
    Map<String, String> withdrawListing(Actor actor, @PathVariable String number) {
        if (!CaseRef.isCaseNumber(number)) {
            throw new RefusedException(Refusal.notFound("LISTING_UNKNOWN").with("number", number));
        }
        RefusedException.orThrow(sales.withdrawListing(actor, CaseRef.of(number)));
        return Map.of("number", number);
    }

    private static SaleId id(String number) {
        if (!CaseRef.isCaseNumber(number) || number.charAt(0) != 'S') {
            throw new RefusedException(Refusal.notFound("SALE_UNKNOWN"));
        }
        return SaleId.of(number);
    }

    private static Money money(Long tugrug) {
        return tugrug == null ? null : Money.of(tugrug);
    }

    private static int or(Integer value, int usual) {
        return value == null ? usual : value;
    }

    /** @param buyer for whom, when the caller represents somebody; else the caller */
    record NewOffer(String listing, Long priceMnt, Integer depositPct, Integer validDays, String conditions, Long annualIncomeMnt,
                    Integer cashPct, LoanResource financing, UUID buyer, Boolean urgent, Boolean doubleDeposit) {
    }

    /** A loan that pays part of the price; nothing where the buyer pays all of it. @param financeClause the deposit comes back if the bank refuses */
    record LoanResource(String bank, Long loanMnt, boolean financeClause) {

        Financing stated() {
            return Financing.loan(bank, money(loanMnt), financeClause);
        }

        static LoanResource of(Financing financing) {
            return financing.loan() ? new LoanResource(financing.bank(), financing.amount().tugrug(), financing.clause()) : null;
        }
    }

    record OfferAnswer(Sales.Answer answer, Long counterPriceMnt, Integer validDays, String reason) {
    }

    record Reason(String reason) {
    }

    record Text(String text) {
    }

    record NewListing(UUID seller, UUID agent, String registryNo, String certificateNo, String parcelNo, PropertyView.Kind kind,
                      double areaM2, Integer rooms, Integer floor, Integer floors, Integer yearBuilt, String district, int khoroo,
                      String address, Double latitude, Double longitude, String title, String description, Long priceMnt) {

        ListingDraft draft(Actor actor) {
            return new ListingDraft(seller == null ? actor.party() : new PartyId(seller), agent == null ? null : new PartyId(agent),
                    registryNo, certificateNo, parcelNo, kind, areaM2, rooms, floor, floors, yearBuilt, district, khoroo, address,
                    latitude, longitude, title, description, money(priceMnt));
        }
    }

    record ConsequencesResource(String code, long heldMnt, long backToBuyerMnt, long toSellerMnt, long toNotaryMnt, String faultParty, String extra) {
    }

    record ConsentResource(String kind, String form, UUID person, String name, String state, Instant dueAt) {
    }

    /** The money is null before the settlement is agreed. */
    record ConditionsResource(List<ConsentResource> consents, Sales.Meters handover, String defects, Long taxMnt, Long payoffMnt,
                              Long sellerNetMnt, Long vatIncludedMnt) {

        static ConditionsResource of(Sales.Dossier dossier) {
            var consents = dossier.consents().stream().map(one -> new ConsentResource(one.kind(), one.form(), one.person().value(),
                    one.name(), one.state(), one.dueAt())).toList();
            var settled = dossier.settlement();
            return new ConditionsResource(consents, dossier.handover(), dossier.defects(), settled == null ? null : settled.tax().tugrug(),
                    settled == null ? null : settled.payoff().tugrug(), settled == null ? null : settled.sellerNet().tugrug(),
                    settled == null ? null : settled.vatIncluded().tugrug());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record SaleList(List<SaleResource> sales, String next) {
    }

    record RoundResource(int number, UUID by, long priceMnt, String state, Instant at, Instant validUntil, String reason) {
    }

    record SaleResource(String number, String listing, String subject, UUID seller, String sellerName, UUID buyer, String buyerName,
                        UUID agent, long priceMnt, long depositMnt, String stage, String endReason, List<RoundResource> rounds,
                        Instant openedAt, Instant endedAt, boolean mayWithdraw, String now, String taskId, Instant dueAt,
                        LoanResource financing, boolean urgent, boolean doubleDeposit) {

        static SaleResource of(SaleView view) {
            var rounds = view.rounds().stream().map(r -> new RoundResource(r.number(), r.by().value(), r.price().tugrug(), r.state(),
                    r.at(), r.validUntil(), r.reason())).toList();
            return new SaleResource(view.id().number(), view.listing().number(), view.subject(), view.seller().value(), view.sellerName(),
                    view.buyer().value(), view.buyerName(), view.agent() == null ? null : view.agent().value(), view.price().tugrug(),
                    view.deposit().tugrug(), view.stage(), view.endReason(), rounds, view.openedAt(), view.endedAt(), view.mayWithdraw(),
                    view.now().key(), view.now().taskId(), view.now().dueAt(), LoanResource.of(view.financing()), view.urgent(),
                    view.doubleDeposit());
        }
    }
}
