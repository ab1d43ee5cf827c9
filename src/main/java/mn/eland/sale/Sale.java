package mn.eland.sale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.sale.Sales.OfferRound;
import mn.eland.sale.watch.Review.Decision;

/** One buyer's offer on one listing and all that becomes of it. Keeps the facts it was opened with. */
final class Sale {

    enum Stage {
        OFFER, CHECKS, PRELIMINARY, FUNDING, NOTARY, TAX, REGISTRATION, HANDOVER, RELEASE, COMPLETED, CALLED_OFF;

        boolean isOver() {
            return this == COMPLETED || this == CALLED_OFF;
        }
    }

    /** What is sold, as it was when the offer came. {@code text} is one line: address and area. */
    record Subject(CaseRef listing, PropertyId property, String text, String district, String registryNo,
                   String objectType, Money asked) {
    }

    record People(PartyId seller, String sellerName, PartyId buyer, String buyerName, PartyId agent, String agentName) {

        List<PartyId> all() {
            var all = new ArrayList<>(List.of(seller, buyer));
            if (agent != null) {
                all.add(agent);
            }
            return all;
        }
    }

    /**
     * What the buyer said with the offer.
     *
     * @param urgent        the transfer is to be registered in the hours of the fast service
     * @param doubleDeposit a seller at fault owes the deposit once more
     */
    record Terms(int depositPct, String conditions, Money income, int cashPct, boolean urgent, boolean doubleDeposit) {
    }

    /** Where the sale stands. */
    record State(Stage stage, Money price, String endReason, PartyId withdrawnBy, String depositCode, Instant openedAt,
                 Instant stageSince, Instant endedAt) {
    }

    private final SaleId id;
    private final Subject subject;
    private final People people;
    private final Terms terms;
    private final List<OfferRound> rounds;
    private State state;

    Sale(SaleId id, Subject subject, People people, Terms terms, State state, List<OfferRound> rounds) {
        this.id = id;
        this.subject = subject;
        this.people = people;
        this.terms = terms;
        this.state = state;
        this.rounds = new ArrayList<>(rounds);
    }

    static Sale open(SaleId id, Subject subject, People people, Terms terms, Money price, Duration binding, Instant now) {
        var state = new State(Stage.OFFER, null, null, null, null, now, now, null);
        var first = new OfferRound(1, people.buyer, price, "OPEN", now, now.plus(binding), terms.conditions);
        return new Sale(id, subject, people, terms, state, List.of(first));
    }

    /** The offer that waits for an answer. */
    Optional<OfferRound> onTable() {
        return rounds.stream().filter(round -> round.state().equals("OPEN")).findFirst();
    }

    /** Whose answer the offer on the table waits for. */
    Optional<PartyId> toAnswer() {
        return onTable().map(round -> round.by().equals(people.buyer) ? people.seller : people.buyer);
    }

    void accept(Instant now) {
        var round = onTable().orElseThrow();
        close(round, "ACCEPTED", round.reason());
        state = new State(Stage.CHECKS, round.price(), null, null, null, state.openedAt, now, null);
    }

    void counter(PartyId by, Money price, Duration binding, String reason, Instant now) {
        close(onTable().orElseThrow(), "COUNTERED", null);
        rounds.add(new OfferRound(rounds.size() + 1, by, price, "OPEN", now, now.plus(binding), reason));
    }

    void refuse(String reason) {
        close(onTable().orElseThrow(), "REFUSED", reason);
    }

    /** The offer on the table, if one is left, ends without an answer. */
    void clearTable(boolean lapsed) {
        onTable().ifPresent(round -> close(round, lapsed ? "LAPSED" : "CLOSED", round.reason()));
    }

    private void close(OfferRound round, String how, String reason) {
        rounds.set(round.number() - 1, new OfferRound(round.number(), round.by(), round.price(), how, round.at(),
                round.validUntil(), reason == null ? round.reason() : reason));
    }

    /** Moves on; going back or standing still changes nothing. @return true when the sale moved */
    boolean reach(Stage next, Instant now) {
        if (state.stage.isOver() || next.ordinal() <= state.stage.ordinal()) {
            return false;
        }
        state = new State(next, state.price, state.endReason, state.withdrawnBy, state.depositCode, state.openedAt, now,
                next.isOver() ? now : null);
        return true;
    }

    boolean callOff(String reason, Instant now) {
        if (state.stage.isOver()) {
            return false;
        }
        clearTable(reason.endsWith("LAPSED"));
        state = new State(Stage.CALLED_OFF, state.price, reason, state.withdrawnBy, state.depositCode, state.openedAt, now, now);
        return true;
    }

    void withdrawnBy(PartyId party) {
        state = new State(state.stage, state.price, state.endReason, party, state.depositCode, state.openedAt, state.stageSince, null);
    }

    void depositDecided(String code) {
        state = new State(state.stage, state.price, state.endReason, state.withdrawnBy, code, state.openedAt, state.stageSince,
                state.endedAt);
    }

    /** A party may leave as long as a stop can undo the sale: until the registrar has decided. */
    boolean mayWithdraw() {
        return mayStop() && state.withdrawnBy == null;
    }

    /** Until the new owner stands in the register everything can be undone. */
    boolean mayStop() {
        return !state.stage.isOver() && state.stage.ordinal() < Stage.HANDOVER.ordinal();
    }

    /** What becomes of a sale past its overall deadline: before the title has passed it may end, after it only its hand-over may be given up. */
    Set<Decision> decisions() {
        return mayStop() ? Set.of(Decision.CONTINUE, Decision.STOP)
                : state.stage == Stage.HANDOVER ? Set.of(Decision.CONTINUE, Decision.SETTLE) : Set.of(Decision.CONTINUE);
    }

    boolean isParty(PartyId person) {
        return person.equals(people.seller) || person.equals(people.buyer);
    }

    /** The agreed price; before agreement the price on the table or the last one named. */
    Money price() {
        return state.price != null ? state.price : rounds.get(rounds.size() - 1).price();
    }

    Money deposit() {
        return price().percent(terms.depositPct);
    }

    Money balance() {
        return price().minus(deposit());
    }

    /** True once the parties are bound by the preliminary contract, so that somebody may be at fault. */
    boolean isBound() {
        return state.stage.ordinal() >= Stage.FUNDING.ordinal();
    }

    SaleId id() {
        return id;
    }

    CaseRef caseRef() {
        return id.caseRef();
    }

    Subject subject() {
        return subject;
    }

    People people() {
        return people;
    }

    Terms terms() {
        return terms;
    }

    State state() {
        return state;
    }

    Stage stage() {
        return state.stage;
    }

    List<OfferRound> rounds() {
        return List.copyOf(rounds);
    }
}
