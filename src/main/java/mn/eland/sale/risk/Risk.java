package mn.eland.sale.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mn.eland.identity.Parties;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.payment.Payments;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.deal.Deal;
import mn.eland.sale.deal.Deals;
import mn.eland.sale.financing.LoanDecision;
import mn.eland.sale.financing.Loans;
import mn.eland.sale.risk.Assessments.Weight;
import mn.eland.sale.risk.finding.Findings;
import mn.eland.sale.risk.finding.Findings.Person;
import mn.eland.sale.risk.finding.LinkGraph;
import mn.eland.sale.risk.finding.Loan;
import mn.eland.sale.risk.finding.Signal;
import mn.eland.sale.risk.finding.Signals;
import mn.eland.sale.suspicion.Suspicions;
import mn.eland.workflow.Values;
import mn.eland.workflow.Variable;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Assesses the risk of a sale: computes the signals, weighs what the table made of them, and keeps both. */
@Component
@Transactional
public class Risk {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final String HARD_STOP = "PRICE_EXTREME";

    private final Deals deals;
    private final SaleRecords records;
    private final Assessments assessments;
    private final Powers powers;
    private final Suspicions suspicions;
    private final Parties parties;
    private final PropertyRegister register;
    private final Payments payments;
    private final Loans loans;
    private final Workflow workflow;
    private final ElandClock clock;

    Risk(Deals deals, SaleRecords records, Assessments assessments, Powers powers, Suspicions suspicions, Parties parties,
         PropertyRegister register, Payments payments, Loans loans, Workflow workflow, ElandClock clock) {
        this.deals = deals;
        this.records = records;
        this.assessments = assessments;
        this.powers = powers;
        this.suspicions = suspicions;
        this.parties = parties;
        this.register = register;
        this.payments = payments;
        this.loans = loans;
        this.workflow = workflow;
        this.clock = clock;
    }

    /** Opens an assessment and gives the inputs of {@code saleFraudSignals}. */
    public Values compute(CaseRef sale) {
        var found = find(deals.deal(sale));
        var signals = Signals.of(found);
        assessments.open(sale, signals, LinkGraph.of(found));
        return inputs(signals);
    }

    static Values inputs(List<Signal> signals) {
        var values = Values.none();
        for (var signal : signals) {
            values = signal.value() instanceof Boolean flag ? values.with(Variable.flag(signal.name()), flag)
                    : signal.value() instanceof Double ratio ? values.with(Variable.ratio(signal.name()), ratio)
                    : signal.value() instanceof Number number ? values.with(Variable.number(signal.name()), number.longValue())
                    : values.with(Variable.text(signal.name()), null);
        }
        return values;
    }

    /**
     * Closes the assessment with what the table said, and gives the inputs of {@code riskOutcome}. There is news when the
     * score is higher, or a sign is new, than in all that was accepted before; without news nobody is asked again.
     */
    public Values weigh(CaseRef sale, Long points, String codes) {
        var deal = deals.deal(sale);
        long score = points == null ? 0 : points;
        var list = codes == null || codes.isBlank() ? List.<String>of() : Arrays.asList(codes.split("\n"));
        boolean sanctions = isAny(deal, Parties.Identification::sanctions);
        boolean pep = isAny(deal, Parties.Identification::pep);
        var before = assessments.accepted(sale);
        boolean news = before.isEmpty() || sanctions || score > before.stream().mapToLong(Assessment::score).max().orElse(0)
                || before.stream().noneMatch(Assessment::pep) && pep
                || !before.stream().flatMap(past -> past.codes().stream()).toList().containsAll(Set.copyOf(list));
        var inputs = Values.none().withFact(RiskVariables.SCORE, score).withFact(RiskVariables.HARD_STOP, list.contains(HARD_STOP))
                .withFact(RiskVariables.SANCTIONS_HIT, sanctions).withFact(RiskVariables.AMOUNT, deal.price()).withFact(RiskVariables.PEP, pep);
        var signs = workflow.explain("saleFraudSignals", inputs(assessments.opened(sale).signals()).raw());
        var outcome = workflow.explain("riskOutcome", inputs.raw()).get(0);
        assessments.weighed(sale, new Weight(score, list, signs, outcome, news, sanctions, pep));
        suspicions.watch(sale);
        return inputs.with(RiskVariables.RISK_NEWS, news).with(RiskVariables.RISK_OUTCOME, (String) outcome.outputs().get("riskOutcome"));
    }

    private boolean isAny(Deal deal, Predicate<Parties.Identification> fact) {
        return Stream.of(deal.buyer(), deal.seller()).anyMatch(party -> parties.identification(party).filter(fact).isPresent());
    }

    private Findings find(Deal deal) {
        var property = deal.property().id();
        Instant yearAgo = clock.instant().minus(YEAR);
        return new Findings(deal, clock.instant(), register.comparables(property).map(PropertyRegister.Comparables::medianPerM2).orElse(null),
                register.similar(property), register.pastTransfers(property), payments.inflows(deal.sale()),
                loans.decision(deal.sale()).filter(LoanDecision::approved).map(loan -> new Loan(loan.amount(), loan.valuation())).orElse(null),
                person(deal.seller()), person(deal.buyer()), deal.agent() == null ? null : person(deal.agent()), powers.of(deal, yearAgo),
                records.others(deal, yearAgo), records.messages(deal.sale()), records.first(deal.sale(), "offerAccepted"), records.first(deal.sale(), "stage.NOTARY"));
    }

    private Person person(PartyId id) {
        return new Person(id, parties.party(id).shortName(), parties.age(id, clock.today()).orElse(null), parties.traces(id),
                parties.highRiskCountry(id).orElse(null));
    }
}
