package mn.eland.sale.risk.finding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import mn.eland.identity.Parties.Trace;
import mn.eland.identity.Parties.Trace.Kind;
import mn.eland.sale.risk.finding.Findings.Person;
import mn.eland.sale.risk.finding.Findings.Power;
import mn.eland.sale.risk.finding.Signal.Evidence;

/** What the people say: what opposing parties share, how old they are, who acts for whom, where they come from. */
final class PeopleSignals {

    /** Many people leave the same network one after another; only those there within a day of each other are linked by it. */
    private static final Duration SAME_NETWORK_WITHIN = Duration.ofHours(24);

    private PeopleSignals() {
    }

    static List<Signal> of(Findings found) {
        return List.of(sharedPartyLinks(found), age("sellerAge", found.seller()), age("buyerAge", found.buyer()), poaUsed(found),
                poaDeals12m(found), highRiskCountry(found));
    }

    /** Kinds of data that seller and buyer have in common. */
    private static Signal sharedPartyLinks(Findings found) {
        if (found.seller().traces().isEmpty() || found.buyer().traces().isEmpty()) {
            return Signal.unknown("sharedPartyLinks", "noTraces");
        }
        var byKind = new LinkedHashMap<Kind, List<Evidence>>();
        for (var one : found.seller().traces()) {
            found.buyer().traces().stream().filter(other -> isShared(one, other))
                    .forEach(other -> byKind.computeIfAbsent(one.kind(), kind -> new ArrayList<>()).add(shared(one, other)));
        }
        return new Signal("sharedPartyLinks", (long) byKind.size(), byKind.values().stream().flatMap(List::stream).distinct().toList());
    }

    static boolean isShared(Trace one, Trace other) {
        boolean same = one.kind() == other.kind() && one.key().equals(other.key());
        return same && (one.kind() != Kind.NETWORK
                || Duration.between(one.last(), other.last()).abs().compareTo(SAME_NETWORK_WITHIN) < 0);
    }

    private static Evidence shared(Trace one, Trace other) {
        return one.last() == null ? Evidence.of("shared." + one.kind(), "value", one.shown())
                : Evidence.of("shared." + one.kind(), "value", one.shown(), "seller", one.last(), "buyer", other.last());
    }

    private static Signal age(String name, Person person) {
        return person.age() == null ? Signal.unknown(name, "ageUnknown")
                : Signal.of(name, person.age().longValue(), Evidence.of("age", "name", person.name()));
    }

    private static Signal poaUsed(Findings found) {
        return found.powers().isEmpty() ? Signal.of("poaUsed", false, Evidence.of("allActInPerson"))
                : new Signal("poaUsed", true, found.powers().stream().map(PeopleSignals::power).toList());
    }

    private static Evidence power(Power power) {
        var holder = power.holder();
        return Evidence.of(power.ofSeller() ? "sellerActsThrough" : "actsThrough", "holder", holder.name(), "register", holder.maskedRegisterNumber(),
                "poa", holder.poaNo(), "until", holder.validUntil());
    }

    /** Of two holders the one who acted more often. */
    private static Signal poaDeals12m(Findings found) {
        return found.powers().stream().max(Comparator.comparingInt(power -> power.acts().size()))
                .map(power -> new Signal("poaDeals12m", (long) power.acts().size(), power.acts().stream()
                        .map(act -> Evidence.of("poaDealOf", "holder", power.holder().name(), "number", act.number(), "on", act.on())).toList()))
                .orElseGet(() -> Signal.unknown("poaDeals12m", "allActInPerson"));
    }

    private static Signal highRiskCountry(Findings found) {
        var risky = Stream.of(found.seller(), found.buyer()).filter(person -> person.highRisk() != null)
                .map(person -> Evidence.of("country", "name", person.name(), "country", person.highRisk().code(),
                        "reason", person.highRisk().reason())).toList();
        return new Signal("highRiskCountry", !risky.isEmpty(), risky);
    }
}
