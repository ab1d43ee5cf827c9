package mn.eland.identity.representation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mn.eland.identity.Parties;
import mn.eland.identity.Parties.Representation;
import mn.eland.identity.verification.Act;
import mn.eland.identity.verification.Permits;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Recollection;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Standing;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers who may act for whom from the papers that were recorded. */
@Component
@Transactional(readOnly = true)
class Papers implements Standing {

    private final Parties parties;
    private final Permits permits;
    private final Workflow workflow;
    private final ElandClock clock;
    private final Recollection recollection;

    Papers(Parties parties, Permits permits, Workflow workflow, ElandClock clock, Recollection recollection) {
        this.parties = parties;
        this.permits = permits;
        this.workflow = workflow;
        this.clock = clock;
        this.recollection = recollection;
    }

    @Override
    public Actor among(Actor actor, Collection<PartyId> people) {
        if (people.contains(actor.party()) || actor.party().equals(Actor.PLATFORM.party())) {
            return actor;
        }
        return recollection.once(new Among(actor, List.copyOf(people)), () -> represented(actor, people));
    }

    private record Among(Actor actor, List<PartyId> people) {
    }

    private Actor represented(Actor actor, Collection<PartyId> people) {
        var papers = parties.representedBy(actor.person());
        return people.stream().flatMap(one -> papers.stream().filter(paper -> paper.principal().equals(one))).findFirst()
                .map(paper -> inStead(actor, paper)).orElse(actor);
    }

    private Actor inStead(Actor actor, Representation paper) {
        var name = actor.proxy() == null ? actor.name() : actor.proxy().name();
        return new Actor(actor.person(), name, actor.roles()).insteadOf(paper.principal(), parties.party(paper.principal()).shortName(),
                paper.basis().name(), paper.paperNo());
    }

    @Override
    public List<PartyId> principals(Actor actor) {
        var all = new ArrayList<>(List.of(actor.person()));
        parties.representedBy(actor.person()).stream().map(Representation::principal).filter(one -> !all.contains(one)).distinct().forEach(all::add);
        return all;
    }

    @Override
    public Optional<Refusal> hindrance(Actor actor) {
        var incapable = actor.proxy() != null || actor.party().equals(Actor.PLATFORM.party()) ? Optional.<Refusal>empty() : incapacity(actor);
        return incapable.isPresent() ? incapable : permits.hindrance(actor, Act.SIGN);
    }

    private Optional<Refusal> incapacity(Actor actor) {
        return parties.find(actor.party()).flatMap(party -> !party.isPerson() ? Optional.of(Refusal.forbidden("COMPANY_BY_DIRECTOR"))
                : isOfFullAge(actor.party()) ? Optional.empty() : Optional.of(Refusal.forbidden("MINOR")));
    }

    /** Old enough to bind himself (CC 15). */
    private boolean isOfFullAge(PartyId person) {
        var fullAge = Integer.parseInt(workflow.parameter("age.majority"));
        return parties.age(person, clock.today()).map(years -> years >= fullAge).orElse(true);
    }
}
