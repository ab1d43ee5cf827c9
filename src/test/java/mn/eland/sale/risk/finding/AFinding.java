package mn.eland.sale.risk.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import mn.eland.identity.Parties.Country;
import mn.eland.identity.Parties.Trace;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.payment.Inflow;
import mn.eland.property.PropertyRegister.Comparable;
import mn.eland.property.PropertyRegister.PastTransfer;
import mn.eland.property.PropertyView;
import mn.eland.sale.deal.Deal;
import mn.eland.sale.deal.Representative;
import mn.eland.sale.risk.finding.Findings.Other;
import mn.eland.sale.risk.finding.Findings.Person;
import mn.eland.sale.risk.finding.Findings.Power;
import mn.eland.sale.risk.finding.Findings.Said;

/** A sale of a flat of 60 m² for 300 million in which nothing is wrong, and what may be wrong with it. */
final class AFinding {

    static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");
    static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    private static final PartyId SELLER = new PartyId(new UUID(0, 1));
    private static final PartyId BUYER = new PartyId(new UUID(0, 2));

    private Money price = Money.of(300_000_000);
    private Money asked = Money.of(300_000_000);
    private Money income;
    private int cashPct;
    private Money median;
    private final List<Comparable> similar = new ArrayList<>();
    private final List<PastTransfer> transfers = new ArrayList<>();
    private final List<Inflow> inflows = new ArrayList<>();
    private Loan loan;
    private Person seller = new Person(SELLER, "Г. Тэмүүлэн", 38, List.of(), null);
    private Person buyer = new Person(BUYER, "Б. Энхжин", 31, List.of(), null);
    private final List<Power> powers = new ArrayList<>();
    private final List<Said> messages = new ArrayList<>();
    private Instant acceptedAt = NOW.minusSeconds(5 * 86_400);
    private Instant notaryAt;

    static AFinding aFinding() {
        return new AFinding();
    }

    AFinding pricedAt(long tugrug) {
        price = Money.of(tugrug);
        return this;
    }

    AFinding listedFor(long tugrug) {
        asked = Money.of(tugrug);
        return this;
    }

    AFinding amongSimilar(int count, long perM2) {
        for (int i = 0; i < count; i++) {
            similar.add(new Comparable(i % 2 == 0, TODAY.minusDays(i), 60, Money.of(perM2 * 60), Money.of(perM2)));
        }
        median = count < 8 ? null : Money.of(perM2);
        return this;
    }

    AFinding transferred(int daysAgo, long tugrug) {
        transfers.add(new PastTransfer(TODAY.minusDays(daysAgo), Money.of(tugrug)));
        return this;
    }

    AFinding buyerEarns(long tugrug) {
        income = Money.of(tugrug);
        return this;
    }

    AFinding buyerStatesCash(int pct) {
        cashPct = pct;
        return this;
    }

    AFinding received(long tugrug, String payer, String account, Inflow.Whose whose) {
        inflows.add(new Inflow(NOW.minusSeconds(3600), Money.of(tugrug), account == null && whose == null, payer, account,
                whose == null ? Inflow.Whose.UNKNOWN : whose));
        return this;
    }

    AFinding receivedInCash(long tugrug, String payer) {
        return received(tugrug, payer, null, null);
    }

    AFinding financedBy(long amount, long valuation) {
        loan = new Loan(Money.of(amount), Money.of(valuation));
        return this;
    }

    AFinding sellerLeaves(Trace... traces) {
        seller = new Person(SELLER, seller.name(), seller.age(), List.of(traces), null);
        return this;
    }

    AFinding buyerLeaves(Trace... traces) {
        buyer = new Person(BUYER, buyer.name(), buyer.age(), List.of(traces), buyer.highRisk());
        return this;
    }

    AFinding buyerComesFrom(String country, String reason) {
        buyer = new Person(BUYER, buyer.name(), buyer.age(), buyer.traces(), new Country(country, reason));
        return this;
    }

    AFinding buyerActsThrough(String holder, int deals) {
        return actsThrough(false, new Representative(holder, "УХ90010112", "УХ90010112-key", "2026/118", TODAY.plusYears(1)), deals);
    }

    AFinding sellerActsThrough(String holder, int deals) {
        return actsThrough(true, new Representative(holder, "УХ85020213", "УХ85020213-key", "2026/119", TODAY.plusYears(1)), deals);
    }

    private AFinding actsThrough(boolean ofSeller, Representative holder, int deals) {
        powers.add(new Power(ofSeller, holder, IntStream.rangeClosed(1, deals)
                .mapToObj(i -> new Other("S-2026-%06d".formatted(i), TODAY.minusDays(i), SELLER, BUYER, null)).toList()));
        return this;
    }

    AFinding said(String by, String text, int hoursAgo) {
        messages.add(new Said(by, text, NOW.minusSeconds(hoursAgo * 3600L)));
        return this;
    }

    AFinding acceptedToday() {
        acceptedAt = NOW.minusSeconds(1800);
        return this;
    }

    Findings found() {
        var flat = new PropertyView(new PropertyId(new UUID(0, 9)), "Ү-2206000001", "000000001", null, PropertyView.Kind.APARTMENT, 60, 2, 3, 9,
                2010, "SBD", 1, "Сөүлийн гудамж 1", 47.9, 106.9);
        var deal = new Deal(CaseRef.of("S-2026-000001"), flat, SELLER, BUYER, null, price, asked, income, cashPct,
                NOW.minusSeconds(240 * 3600), messages.stream().map(Said::text).toList());
        return new Findings(deal, NOW, median, similar, transfers, inflows, loan, seller, buyer, null, powers, List.of(), messages,
                acceptedAt, notaryAt);
    }

    Signal signal(String name) {
        return Signals.of(found()).stream().filter(signal -> signal.name().equals(name)).findFirst().orElseThrow();
    }
}
