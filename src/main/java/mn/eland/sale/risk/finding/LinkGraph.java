package mn.eland.sale.risk.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mn.eland.identity.Parties.Trace;
import mn.eland.kernel.PartyId;
import mn.eland.payment.Inflow;
import mn.eland.payment.Inflow.Whose;
import mn.eland.sale.risk.finding.Findings.Person;
import mn.eland.sale.risk.finding.Findings.Power;

/**
 * Who is tied to what: people, their phones, devices, accounts and addresses, and the deals they took part in. The
 * seller's side stands left, the buyer's right; what both have stands between them.
 */
public record LinkGraph(List<Node> nodes, List<Edge> edges) {

    /** Of networks and devices, of which one person may have dozens, only the shared and the latest few are of use. */
    private static final int FEW = 3;

    /** @param kind message key {@code risk.node.<kind>}; @param side where it stands; @param shared both sides have it */
    public record Node(String id, String kind, String label, Side side, boolean shared) {
    }

    public record Edge(String from, String to) {
    }

    public enum Side { SELLERS_DATA, SELLER, BETWEEN, BUYER, BUYERS_DATA }

    public static LinkGraph of(Findings found) {
        return new Drawer(found).graph();
    }

    private static final class Drawer {

        private final Findings found;
        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private final Set<Edge> edges = new LinkedHashSet<>();
        private final Map<PartyId, Side> sides = new LinkedHashMap<>();

        Drawer(Findings found) {
            this.found = found;
        }

        LinkGraph graph() {
            person("SELLER", found.seller(), Side.SELLER);
            if (found.agent() != null) {
                person("AGENT", found.agent(), Side.SELLER);
            }
            person("BUYER", found.buyer(), Side.BUYER);
            deal(found.deal().sale().number(), found.deal().seller(), found.deal().buyer(), found.deal().agent());
            found.others().forEach(other -> deal(other.number(), other.seller(), other.buyer(), other.agent()));
            found.inflows().forEach(this::payer);
            found.powers().forEach(this::holder);
            for (var person : java.util.Arrays.asList(found.seller(), found.agent(), found.buyer())) {
                if (person != null) {
                    traces(person);
                }
            }
            return new LinkGraph(List.copyOf(nodes.values()), List.copyOf(edges));
        }

        private void person(String kind, Person person, Side side) {
            sides.put(person.id(), side);
            nodes.put(person.id().toString(), new Node(person.id().toString(), kind, person.name(), side, false));
        }

        private void deal(String number, PartyId... people) {
            nodes.putIfAbsent(number, new Node(number, "DEAL", number, Side.BETWEEN, false));
            for (var person : people) {
                if (person != null && sides.containsKey(person)) {
                    edges.add(new Edge(person.toString(), number));
                }
            }
        }

        /** Who acts for both sides is drawn once, on the seller's. */
        private void holder(Power power) {
            var id = "R" + power.holder().key().substring(0, 8);
            tie((power.ofSeller() ? found.seller() : found.buyer()).id(), new Node(id, "REPRESENTATIVE", power.holder().name(),
                    power.ofSeller() ? Side.SELLER : Side.BUYER, false));
            power.acts().forEach(act -> {
                deal(act.number(), act.seller(), act.buyer(), act.agent());
                edges.add(new Edge(id, act.number()));
            });
        }

        private void payer(Inflow in) {
            if (in.whose() == Whose.STRANGER) {
                var label = Masks.name(in.payer()) + " " + Masks.account(in.account());
                tie(found.buyer().id(), new Node("P" + Integer.toHexString(in.account().hashCode()), "PAYER", label, Side.BUYER, false));
            }
        }

        private void traces(Person person) {
            var seen = new LinkedHashMap<Trace.Kind, Integer>();
            for (var trace : person.traces()) {
                boolean shared = isSharedAcross(person, trace);
                if (shared || !nodes.containsKey(id(trace)) && seen.merge(trace.kind(), 1, Integer::sum) <= FEW) {
                    var own = sides.get(person.id()) == Side.SELLER ? Side.SELLERS_DATA : Side.BUYERS_DATA;
                    tie(person.id(), new Node(id(trace), trace.kind().name(), trace.shown(), shared ? Side.BETWEEN : own, shared));
                } else if (nodes.containsKey(id(trace))) {
                    edges.add(new Edge(person.id().toString(), id(trace)));
                }
            }
        }

        private boolean isSharedAcross(Person person, Trace trace) {
            var across = sides.get(person.id()) == Side.SELLER ? List.of(found.buyer())
                    : java.util.stream.Stream.of(found.seller(), found.agent()).filter(Objects::nonNull).toList();
            return across.stream().flatMap(other -> other.traces().stream()).anyMatch(other -> PeopleSignals.isShared(trace, other));
        }

        private void tie(PartyId person, Node node) {
            nodes.putIfAbsent(node.id(), node);
            edges.add(new Edge(person.toString(), node.id()));
        }

        private static String id(Trace trace) {
            return trace.kind() + ":" + trace.key();
        }
    }

    /** What a node is tied to, by label. */
    public List<String> neighbours(Node node) {
        var labels = new ArrayList<String>();
        for (var edge : edges) {
            var other = edge.from().equals(node.id()) ? edge.to() : edge.to().equals(node.id()) ? edge.from() : null;
            nodes.stream().filter(candidate -> candidate.id().equals(other)).map(Node::label).forEach(labels::add);
        }
        return labels;
    }
}
