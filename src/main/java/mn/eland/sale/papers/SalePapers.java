package mn.eland.sale.papers;

import java.math.BigDecimal;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mn.eland.contract.Contracts;
import mn.eland.contract.Contracts.DocumentView;
import mn.eland.contract.Contracts.PartyFacts;
import mn.eland.contract.DocumentKind;
import mn.eland.identity.Parties;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.payment.Payments;
import mn.eland.property.PropertyView;
import mn.eland.sale.financing.FinanceFacts;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Gathers the facts of the contracts of a sale and has them written. */
@Component
public class SalePapers {

    private static final int PER_CENT = 100;

    private final Contracts contracts;
    private final Parties parties;
    private final Payments payments;
    private final FinanceFacts finance;
    private final Workflow workflow;
    private final ElandClock clock;

    SalePapers(Contracts contracts, Parties parties, Payments payments, FinanceFacts finance, Workflow workflow, ElandClock clock) {
        this.contracts = contracts;
        this.parties = parties;
        this.payments = payments;
        this.finance = finance;
        this.workflow = workflow;
        this.clock = clock;
    }

    public DocumentView preliminary(Deed deed) {
        var facts = common(deed);
        int payWithin = days(deed, "acceptWithin") + Period.parse(parameter("deposit.payWithin")).getDays();
        facts.put("escrowIban", payments.account(deed.sale()));
        facts.put("payDepositBy", clock.today().plusDays(payWithin));
        facts.put("mainContractBy", clock.today().plusDays(payWithin + days(deed, "acceptWithin")
                + days(deed, "payBalanceWithin") + days(deed, "notarizeWithin")));
        agreeOnDelay(deed, facts);
        return draft(DocumentKind.PRELIMINARY_CONTRACT, deed, facts);
    }

    public DocumentView saleContract(Deed deed) {
        var facts = common(deed);
        facts.put("payBalanceBy", clock.today().plusDays(days(deed, "acceptWithin") + days(deed, "payBalanceWithin")));
        facts.put("retention", deed.price().percent(new BigDecimal(parameter("escrow.retentionPct"))));
        facts.put("escrowIban", payments.account(deed.sale()));
        facts.put("fixDays", (long) Period.parse(parameter("gasr.fixWithin")).getDays());
        facts.put("noticeDays", (long) Period.parse(parameter("contract.noticeWithin")).getDays());
        facts.put("warrantyVisible", parameter("warranty.visible"));
        facts.put("warrantyHidden", parameter("warranty.hidden"));
        facts.put("warrantyBuilding", parameter("warranty.building"));
        agreeOnDelay(deed, facts);
        facts.put("filingDays", Long.valueOf(parameter("gasr.normal.workingDays")));
        facts.put("handoverDays", (long) days(deed, "handOverWithin"));
        return draft(DocumentKind.SALE_CONTRACT, deed, facts);
    }

    /** Late interest is owed only when it was agreed in writing (CC 232.7), so both contracts say it. */
    private void agreeOnDelay(Deed deed, Map<String, Object> facts) {
        facts.put("penaltyPctPerDay", PER_CENT * Double.parseDouble(parameter("penalty.maxDailyRate")));
        facts.put("penaltyCapPct", Long.valueOf(parameter("penalty.maxTotalPct")));
        facts.put("extraPeriodDays", (long) days(deed, "extraPeriod"));
    }

    /** The late interest of a day, as a part of one, that both parties have accepted in writing. */
    public Optional<Double> agreedLateRate(CaseRef sale) {
        return Stream.of(DocumentKind.SALE_CONTRACT, DocumentKind.PRELIMINARY_CONTRACT)
                .flatMap(kind -> contracts.document(sale, kind).filter(DocumentView::isAcceptedByAll).stream())
                .map(document -> contracts.facts(document.id()).get("penaltyPctPerDay")).filter(Number.class::isInstance)
                .map(rate -> ((Number) rate).doubleValue() / PER_CENT).findFirst();
    }

    /** @param delay facts of the delay, by the names of the notice */
    public DocumentView extraPeriodNotice(Deed deed, Map<String, Object> delay) {
        var facts = common(deed);
        facts.putAll(delay);
        facts.put("contractNo", contracts.document(deed.sale(), DocumentKind.PRELIMINARY_CONTRACT).map(DocumentView::number)
                .orElse(deed.sale().number()));
        return draft(DocumentKind.EXTRA_PERIOD_NOTICE, deed, facts, List.of());
    }

    public DocumentView handoverAct(Deed deed, Deed.Handover handover) {
        var facts = common(deed);
        facts.put("contractNo", contracts.document(deed.sale(), DocumentKind.SALE_CONTRACT).map(DocumentView::number)
                .orElse(deed.sale().number()));
        facts.put("handedOverOn", handover.on());
        facts.put("keys", handover.keys());
        facts.putAll(handover.meters());
        facts.put("furniture", handover.furniture());
        facts.put("utilityDebt", handover.utilityDebt());
        facts.put("defects", handover.defects());
        facts.put("photos", handover.photos());
        return draft(DocumentKind.HANDOVER_ACT, deed, facts);
    }

    private DocumentView draft(DocumentKind kind, Deed deed, Map<String, Object> facts) {
        return draft(kind, deed, facts, List.of(deed.seller(), deed.buyer()));
    }

    private DocumentView draft(DocumentKind kind, Deed deed, Map<String, Object> facts, List<PartyId> signers) {
        facts.values().removeIf(java.util.Objects::isNull);
        return contracts.draft(kind, deed.sale(), facts, signers).get();
    }

    private Map<String, Object> common(Deed deed) {
        var property = deed.property();
        var facts = new HashMap<String, Object>();
        facts.put("seller", party(deed.seller(), deed.sale()));
        facts.put("buyer", party(deed.buyer(), deed.sale()));
        facts.put("registryNo", property.registryNo());
        facts.put("certificateNo", property.certificateNo());
        facts.put("parcelNo", property.parcelNo());
        facts.put("propertyType", typeOf(property.kind()));
        facts.put("address", property.address());
        facts.put("areaM2", property.areaM2());
        facts.put("rooms", property.rooms() == null ? null : property.rooms().longValue());
        facts.put("floor", property.floor() == null ? null : property.floor() + (property.floors() == null ? "" : "/" + property.floors()));
        facts.put("price", deed.price());
        facts.put("deposit", deed.deposit());
        facts.put("balance", deed.price().minus(deed.deposit()));
        facts.put("taxBearer", "SELLER");
        circumstances(deed, facts);
        facts.putAll(finance.of(deed.sale(), property));
        representative(deed, "seller", deed.seller(), facts);
        representative(deed, "buyer", deed.buyer(), facts);
        return facts;
    }

    /** Who offered or gave the mandate for the party or, for a company or a minor, who stands for it by law (CC 16, 109.2). */
    private void representative(Deed deed, String role, PartyId party, Map<String, Object> facts) {
        var paper = parties.actedFor(deed.sale(), party)
                .or(() -> Optional.ofNullable(deed.terms().listing()).flatMap(listing -> parties.actedFor(listing, party)))
                .filter(found -> parties.acting(found.holder(), found.principal()).isDone())
                .or(() -> parties.representative(party));
        paper.ifPresent(found -> {
            facts.put(role + "Representative", parties.party(found.holder()).fullName());
            facts.put(role + "Basis", found.basis().name());
            facts.put(role + "Paper", found.paperNo());
        });
    }

    /** What the register and the consents of the sale said; nothing is stated that nobody said. */
    private static void circumstances(Deed deed, Map<String, Object> facts) {
        facts.put("mortgage", deed.isMortgaged());
        facts.put("mortgagee", deed.isMortgaged() ? deed.mortgagee() : null);
        facts.put("leased", deed.isLeased());
        facts.put("tenantConsent", deed.hasConsentOfTenant());
        facts.put("spouseConsent", deed.hasSpouseConsent());
        facts.put("spouseName", deed.spouseName());
        facts.put("ownersConsent", deed.hasConsentOfOwners());
        facts.put("minorConsent", deed.hasConsentForMinor());
        facts.put("priorityWaived", deed.isPriorityWaived());
        facts.put("share", deed.terms().share());
        facts.put("doubleReturn", deed.terms().doubleReturn());
        facts.put("companyResolution", deed.hasResolutionOfCompany());
    }

    private static String typeOf(PropertyView.Kind kind) {
        return switch (kind) {
            case COMMERCIAL -> "OFFICE";
            case POSSESSION_RIGHT -> "LAND";
            default -> kind.name();
        };
    }

    private PartyFacts party(PartyId id, CaseRef purpose) {
        var view = parties.party(id);
        return new PartyFacts(view.fullName(), parties.registerNumber(id, purpose), view.address(), view.phone(), view.iban());
    }

    /** A term of the table of deadlines, in calendar days. */
    private int days(Deed deed, String term) {
        var row = workflow.decide("saleDeadlines", Map.of("objectType", deed.property().kind().name())).get(0);
        return Period.parse(((String) row.get(term)).split(" ")[0]).getDays();
    }

    private String parameter(String key) {
        return workflow.parameter(key);
    }
}
