package mn.eland.workflow.outage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.workflow.outage.Outage.Asked;
import mn.eland.workflow.trouble.Troubles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Outside systems that keep failing what asks them in a rhythm. A failure is kept until the system works again or nothing waits for
 * it any more, over a restart too; operators see it and may have the system asked at once.
 */
@Component
public class Outages {

    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);
    private static final Duration TRYING = Duration.ofMinutes(1);
    private static final Refusal NOT_YOURS = Refusal.forbidden("TROUBLES_NOT_YOURS");

    private final OutageStore store;
    private final ObjectProvider<Poller> pollers;
    private final ElandClock clock;

    Outages(OutageStore store, ObjectProvider<Poller> pollers, ElandClock clock) {
        this.store = store;
        this.pollers = pollers;
        this.clock = clock;
    }

    /** Asks a system once around and keeps what came of it; what the work throws is kept and thrown on. That it cannot be kept hinders no work. */
    public void round(String poller, Consumer<Round> work) {
        var round = new Round();
        try {
            work.accept(round);
        } catch (RuntimeException e) {
            round.failed(e);
            throw e;
        } finally {
            keep(poller, round);
        }
    }

    private void keep(String poller, Round round) {
        try {
            if (round.failure() != null) {
                store.failed(poller, round.failure());
            } else if (round.isAnswered() || store.find(poller).isPresent() && waiting(poller) == 0) {
                store.over(poller);
            }
        } catch (DataAccessException e) {
            LOG.warn("What came of {} could not be kept: {}", poller, e.getMessage());
        }
    }

    /** How many keep failing; empty for whom it is none of their business. */
    public OptionalInt count(Actor actor) {
        return isOperator(actor) ? OptionalInt.of(store.all().size()) : OptionalInt.empty();
    }

    /** What keeps failing, longest first. Refused with {@code TROUBLES_NOT_YOURS} for others than operators and admins. */
    public Outcome<List<Outage>> all(Actor actor) {
        return isOperator(actor) ? Outcome.done(store.all().stream().map(this::counted).toList()) : Outcome.refused(NOT_YOURS);
    }

    /** Who had which system asked at once, when and why, newest first. Refused as {@link #all}. */
    public Outcome<List<Asked>> asked(Actor actor, int limit) {
        return isOperator(actor) ? Outcome.done(store.asked(limit)) : Outcome.refused(NOT_YOURS);
    }

    /**
     * Has the system asked at once, beside this call. Refused with {@code OUTAGE_OVER} (conflict) when it works again, and with
     * {@code TROUBLE_ASKED} (conflict; {@code by}, {@code at}) within a minute of a try somebody asked for that has not failed yet.
     */
    public Outcome<Outage> tryNow(Actor actor, String poller, String reason) {
        if (!isOperator(actor)) {
            return Outcome.refused(NOT_YOURS);
        }
        var why = Troubles.reason(reason);
        if (!why.isDone()) {
            return Outcome.refused(why.refusal());
        }
        var found = store.find(poller);
        var asking = poller(poller);
        if (found.isEmpty() || asking.isEmpty()) {
            return Outcome.refused(Refusal.conflict("OUTAGE_OVER"));
        }
        var last = store.lastAsked(poller).filter(asked -> asked.times() == found.get().times() && asked.at().plus(TRYING).isAfter(clock.instant()));
        if (last.isPresent()) {
            return Outcome.refused(Refusal.conflict("TROUBLE_ASKED").with("by", last.get().byName()).with("at", last.get().at()));
        }
        store.ask(found.get(), actor, why.get());
        LOG.info("{} is tried now: asked by {}", poller, actor.party());
        new Thread(() -> tryNow(asking.get()), "try-" + poller).start();
        return Outcome.done(counted(found.get()));
    }

    private static void tryNow(Poller poller) {
        try {
            poller.tryNow();
        } catch (RuntimeException kept) {
            LOG.info("{} still fails: {}", poller.name(), kept.getMessage());
        }
    }

    private Outage counted(Outage one) {
        return new Outage(one.poller(), one.kind(), one.unanswered(), one.technical(), one.since(), one.lastAt(), one.times(), waiting(one.poller()));
    }

    private int waiting(String name) {
        return poller(name).map(Poller::waiting).orElse(0);
    }

    private Optional<Poller> poller(String name) {
        return pollers.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private static boolean isOperator(Actor actor) {
        return actor.isAnyOf(Role.OPERATOR, Role.ADMIN);
    }
}
