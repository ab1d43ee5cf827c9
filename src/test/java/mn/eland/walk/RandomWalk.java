package mn.eland.walk;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments.Purpose;
import mn.eland.property.PropertyRegister.ListingDraft;
import mn.eland.property.PropertyView.Kind;
import mn.eland.sale.Sales.OfferTerms;
import mn.eland.sale.financing.Financing;
import mn.eland.walk.WalkingDeal.Asked;
import mn.eland.walk.WalkingDeal.Stand;
import org.springframework.context.ApplicationContext;

/**
 * Sales at random: people, prices, timings, whims and mischance come out of one seed. Forty sales at a time run into each
 * other on a few flats; each is audited when it has ended, and the town when all have.
 */
public final class RandomWalk {

    private static final int AT_A_TIME = 40;
    private static final int FLATS = 10;
    private static final int ON_THE_MARKET = 4;
    private static final Duration LONGEST_CASE = Duration.ofDays(400);
    private static final long[] STEPS_MINUTES = {30, 120, 300, 660, 1440, 1440, 2880, 4320};
    private static int flatCount;

    private final Town town;
    private final Audit audit;
    private long seed;
    private Random random;
    private List<Flat> flats;
    private List<WalkingDeal> alive;
    private int begun;

    public RandomWalk(ApplicationContext context) {
        this.town = new Town(context);
        this.audit = new Audit(town);
    }

    /** Walks so many cases, forty a seed from this one on. @return the first seed it has not walked */
    public long walk(long firstSeed, int cases) {
        long next = firstSeed;
        for (int left = cases; left > 0; left -= AT_A_TIME) {
            batch(next++, Math.min(AT_A_TIME, left));
        }
        return next;
    }

    private void batch(long ofSeed, int cases) {
        seed = ofSeed;
        random = new Random(ofSeed);
        begun = 0;
        flats = new ArrayList<>();
        alive = new ArrayList<>();
        var mischance = new Mischance(new Random(random.nextLong()));
        town.beginAt(LocalDate.of(2027, 1, 4).plusDays(random.nextInt(300)));
        town.offices.begin(mischance, town.folk.asRegistered(random));
        town.money.begin(mischance);
        try {
            while (begun < cases || !alive.isEmpty()) {
                tick(cases);
            }
            close();
        } catch (RuntimeException broken) {
            throw failure(null, broken.toString(), broken);
        }
    }

    private void tick(int cases) {
        town.passes(Duration.ofMinutes(STEPS_MINUTES[random.nextInt(STEPS_MINUTES.length)] * (alive.size() < 4 && begun == cases ? 3 : 1)));
        var states = listingStates();
        var published = flats.stream().filter(flat -> "PUBLISHED".equals(states.get(flat.listing().number()))).toList();
        if (published.size() < ON_THE_MARKET && states.values().stream().filter("DRAFT"::equals).count() < FLATS && begun < cases) {
            mandate();
        }
        for (int i = random.nextInt(7); i > 0 && begun < cases && !published.isEmpty(); i--) {
            offer(published.get(random.nextInt(published.size())));
        }
        act();
        town.settle();
        finish();
    }

    private void act() {
        var tasks = town.openTasks();
        audit.ownersOf(tasks);
        var byCase = tasks.stream().collect(Collectors.groupingBy(Town.Item::caseNo));
        flats.forEach(flat -> byCase.getOrDefault(flat.listing().number(), List.of()).forEach(item ->
                town.answer(item, random, WalkingDeal.papers(town, random, flat.listing(), flat))));
        var asked = asked().stream().collect(Collectors.groupingBy(Asked::caseNo));
        var stands = stands();
        for (var deal : alive) {
            var number = deal.caseRef().number();
            try {
                deal.act(stands.get(number), byCase.getOrDefault(number, List.of()), asked.getOrDefault(number, List.of()));
            } catch (RuntimeException broken) {
                throw failure(deal, "an act broke: " + broken, broken);
            }
        }
        if (random.nextDouble() < 0.2) {
            town.clearUnplaced(random);
        }
        if (random.nextDouble() < 0.03) {
            flats.stream().skip(random.nextInt(flats.size())).findFirst().ifPresent(flat ->
                    town.noted("withdrawListing", town.sales.withdrawListing(flat.seller(), flat.listing())));
        }
    }

    private void finish() {
        var stands = stands();
        var running = running();
        for (var deal : List.copyOf(alive)) {
            var stand = stands.get(deal.caseRef().number());
            if (stand.isOver() && !running.contains(deal.caseRef().number())) {
                alive.remove(deal);
                report(deal, audit.faults(deal, stand));
                audit.taxToReturn(deal).ifPresent(tax -> town.money.willReceive(Duration.ofDays(1 + random.nextInt(9)), tax,
                        "Татварын буцаалт " + deal.caseRef() + "-T", null));
            } else if (town.now().isAfter(deal.begun.plus(LONGEST_CASE))) {
                report(deal, List.of("stuck: " + stand, audit.whatHolds(deal.caseRef())));
            }
        }
        report(null, audit.incidents());
    }

    private void report(WalkingDeal deal, List<String> faults) {
        if (!faults.isEmpty()) {
            throw failure(deal, String.join("\n  ", faults), null);
        }
    }

    private AssertionError failure(WalkingDeal deal, String what, Throwable cause) {
        var text = new StringBuilder("walk.seed=").append(seed).append("\n  ").append(what);
        (deal == null ? alive : List.of(deal)).forEach(one -> text.append("\n").append(one.caseRef()).append(" (case ").append(one.number)
                .append(", buyer ").append(one.buyer.name()).append(", flat ").append(one.flat.registryNo()).append(")\n    ")
                .append(String.join("\n    ", one.log)));
        return new AssertionError(text.toString(), cause);
    }

    /** Takes the flats off the market and lets all that is on its way arrive. */
    private void close() {
        for (int days = 0; days < 180 && !(town.isQuiet() && running().isEmpty()); days += 3) {
            flats.forEach(flat -> town.sales.withdrawListing(flat.seller(), flat.listing()));
            town.openTasks().forEach(item -> town.answer(item, random, flats.stream()
                    .filter(flat -> flat.listing().number().equals(item.caseNo())).findFirst()
                    .map(flat -> WalkingDeal.papers(town, random, flat.listing(), flat)).orElse(Map.of())));
            town.clearUnplaced(random);
            town.passes(Duration.ofDays(3));
        }
        report(null, audit.town(running()));
    }

    private void mandate() {
        var traders = town.folk.traders();
        var seller = traders.get(random.nextInt(traders.size()));
        int n = ++flatCount;
        var registryNo = "Ү-2298%06d".formatted(n);
        var certificateNo = "6%08d".formatted(n);
        var price = 1_000_000L * (40 + random.nextInt(560));
        double area = 40 + random.nextInt(80);
        town.offices.enter(registryNo, random.nextDouble() < 0.02 ? "600000000" : certificateNo, random.nextDouble() < 0.06 ? Math.round(area * 1.2) : area,
                town.folk.person(seller.party()).registerNumber());
        burden(registryNo);
        var draft = new ListingDraft(seller.party(), random.nextDouble() < 0.7 ? town.agent().party() : null, registryNo, certificateNo, null,
                Kind.APARTMENT, area, 3, 7, 12, 2013, "SBD", 1, "Сөүлийн гудамж " + n, 47.9135, 106.9122, "3 өрөө байр", "", Money.of(price));
        var given = town.noted("mandate", town.sales.mandate(seller, draft));
        if (given.isDone()) {
            flats.add(new Flat(registryNo, given.get().number(), seller, price));
        }
    }

    private void burden(String registryNo) {
        double chance = random.nextDouble();
        var words = chance < 0.08 ? StateOffices.Words.MORTGAGE : chance < 0.12 ? StateOffices.Words.LEASE
                : chance < 0.15 ? StateOffices.Words.UNFINISHED : chance < 0.17 ? StateOffices.Words.DISPUTE : null;
        if (words != null) {
            town.offices.enterBurden(registryNo, words);
        } else if (chance < 0.19) {
            town.offices.forget(registryNo);
        } else if (chance < 0.40) {
            var traders = town.folk.traders();
            town.offices.enterCoOwner(registryNo, town.folk.person(traders.get(random.nextInt(traders.size())).party()).registerNumber());
        }
    }

    private void offer(Flat flat) {
        var traders = town.folk.traders();
        Actor buyer = traders.get(random.nextInt(traders.size()));
        long price = flat.price() / 100 * (random.nextDouble() < 0.03 ? 20 + random.nextInt(170) : 85 + random.nextInt(25));
        var terms = new OfferTerms(Money.of(price), 5 + random.nextInt(6), 1 + random.nextInt(10), null,
                random.nextDouble() < 0.3 ? Money.of(price / (1 + random.nextInt(20))) : null, random.nextDouble() < 0.05 ? 60 : 0,
                random.nextDouble() < 0.2 ? Financing.loan("Хаан банк", Money.of(price / 2), random.nextBoolean()) : Financing.own(), null, random.nextDouble() < 0.2,
                random.nextDouble() < 0.2);
        var made = town.noted("makeOffer", town.sales.makeOffer(buyer, flat.listing(), terms));
        if (made.isDone()) {
            alive.add(new WalkingDeal(town, new Random(random.nextLong()), ++begun, made.get().id(), flat, buyer));
        }
    }

    private Map<String, String> listingStates() {
        var states = new HashMap<String, String>();
        town.sql.sql("select number, state from property.listings where number in (:all)")
                .param("all", flats.isEmpty() ? List.of("") : flats.stream().map(flat -> flat.listing().number()).toList())
                .query(row -> {
                    states.put(row.getString(1), row.getString(2));
                });
        return states;
    }

    private List<Asked> asked() {
        return alive.isEmpty() ? List.of() : town.sql.sql("select case_no, purpose, amount - received, reference from payment.collections where state = 'OPEN' and case_no in (:all) order by reference")
                .param("all", alive.stream().map(deal -> deal.caseRef().number()).toList())
                .query((row, n) -> new Asked(row.getString(1), Purpose.valueOf(row.getString(2)), row.getLong(3), row.getString(4))).list();
    }

    private Map<String, Stand> stands() {
        var stands = new HashMap<String, Stand>();
        town.sql.sql("select number, stage, end_reason, deposit_code from sale.sales where number in (:all)")
                .param("all", alive.isEmpty() ? List.of("") : alive.stream().map(deal -> deal.caseRef().number()).toList())
                .query(row -> {
                    stands.put(row.getString(1), new Stand(row.getString(2), row.getString(3), row.getString(4)));
                });
        return stands;
    }

    /** A warranty is no case that somebody has to end: it waits for years, and for time alone. */
    private java.util.Set<String> running() {
        return town.sql.sql("select business_key_ from act_ru_execution where parent_id_ is null and super_exec_ is null and business_key_ not like 'W-%'")
                .query(String.class).list().stream().filter(CaseRef::isCaseNumber).collect(Collectors.toSet());
    }

    /** How often each act was done or refused. */
    public Map<String, Integer> tally() {
        return town.refusals;
    }

    /** How the cases ended. */
    public Map<String, Integer> endings() {
        return audit.endings();
    }
}
