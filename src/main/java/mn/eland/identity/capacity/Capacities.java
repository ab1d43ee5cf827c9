package mn.eland.identity.capacity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.identity.account.Openings;
import mn.eland.identity.capacity.CapacityEvent.AgentLicenceEnded;
import mn.eland.identity.capacity.CapacityEvent.AgentLicensed;
import mn.eland.identity.capacity.CapacityEvent.CompanyRegistered;
import mn.eland.identity.capacity.Licences.Licence;
import mn.eland.identity.representation.Representations;
import mn.eland.identity.spi.AgentRegister;
import mn.eland.identity.spi.CitizenRegistry;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** How people come to act for a company or as an agent: what they say is believed when the state's register says the same. */
@Service
public class Capacities {

    private static final Logger LOG = LoggerFactory.getLogger(Capacities.class);
    private static final Pattern COMPANY = Pattern.compile("\\d{7}");
    private static final Pattern LICENCE = Pattern.compile("[А-ЯЁӨҮA-Z]{1,4}-?\\d{3,8}(/\\d{1,4})?");

    private final CitizenRegistry registry;
    private final AgentRegister agents;
    private final Openings openings;
    private final Parties parties;
    private final Representations representations;
    private final Licences licences;
    private final TransactionTemplate transaction;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    Capacities(CitizenRegistry registry, AgentRegister agents, Openings openings, Parties parties, Representations representations, Licences licences,
               TransactionTemplate transaction, ElandClock clock, ApplicationEventPublisher events) {
        this.registry = registry;
        this.agents = agents;
        this.openings = openings;
        this.parties = parties;
        this.representations = representations;
        this.licences = licences;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Registers a company for its executive (CC 109.2), who acts for it from now on and may have powers of attorney recorded. Asks the
     * state register first. Refused with {@code COMPANY_NUMBER_WRONG}, {@code COMPANY_NOT_YOURS} when the register does not name this
     * person as its executive, {@code COMPANY_WOUND_UP}, {@code COMPANY_REGISTERED} (conflict), {@code REGISTER_AWAY} (conflict).
     */
    public Outcome<PartyId> registerCompany(Actor actor, String number) {
        var typed = number == null ? "" : number.strip();
        if (!COMPANY.matcher(typed).matches()) {
            return Outcome.refused(Refusal.invalid("COMPANY_NUMBER_WRONG", "companyNumber"));
        }
        CitizenRegistry.Company company;
        try {
            company = registry.company(typed).orElse(null);
        } catch (CitizenRegistry.Unavailable e) {
            LOG.info("A company could not be looked up: {}", e.getMessage());
            return Outcome.refused(Refusal.conflict("REGISTER_AWAY"));
        }
        if (company == null || company.directorRegisterNumber() == null || !openings.hasNumber(actor.person(), company.directorRegisterNumber())) {
            return Outcome.refused(Refusal.forbidden("COMPANY_NOT_YOURS"));
        }
        if (company.liquidated()) {
            return Outcome.refused(Refusal.conflict("COMPANY_WOUND_UP"));
        }
        return transaction.execute(status -> enter(actor.person(), company));
    }

    private Outcome<PartyId> enter(PartyId executive, CitizenRegistry.Company company) {
        var id = parties.registered(company.registerNumber()).orElseGet(() -> openings.openCompany(company.registerNumber(), company.name()));
        if (representations.between(executive, id).filter(paper -> paper.basis() == Parties.Basis.DIRECTOR).isPresent()) {
            return Outcome.refused(Refusal.conflict("COMPANY_REGISTERED"));
        }
        representations.put(Actor.PLATFORM.party(), new Parties.Representation(executive, id, Parties.Basis.DIRECTOR,
                "УБ-" + company.registerNumber(), clock.today(), null));
        events.publishEvent(new CompanyRegistered(executive, id, clock.instant()));
        return Outcome.done(id);
    }

    /** The companies the person acts for as their executive. */
    public List<PartyView> companies(PartyId person) {
        return parties.representedBy(person).stream().filter(paper -> paper.basis() == Parties.Basis.DIRECTOR)
                .map(paper -> parties.party(paper.principal())).toList();
    }

    /**
     * Makes the holder of a licence of the Financial Regulatory Commission an agent for as long as it is valid, as its register says.
     * Refused with {@code LICENCE_NUMBER_WRONG}, {@code LICENCE_NOT_YOURS}, {@code LICENCE_NOT_VALID} (argument {@code until}) or
     * {@code REGISTER_AWAY} (conflict).
     */
    public Outcome<Licence> registerLicence(Actor actor, String number) {
        var typed = number == null ? "" : number.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!LICENCE.matcher(typed).matches()) {
            return Outcome.refused(Refusal.invalid("LICENCE_NUMBER_WRONG", "licenceNo"));
        }
        AgentRegister.Licence found;
        try {
            found = agents.licence(typed).orElse(null);
        } catch (AgentRegister.Unavailable e) {
            LOG.info("A licence could not be looked up: {}", e.getMessage());
            return Outcome.refused(Refusal.conflict("REGISTER_AWAY"));
        }
        if (found == null || !openings.hasNumber(actor.person(), found.holderRegisterNumber())) {
            return Outcome.refused(Refusal.forbidden("LICENCE_NOT_YOURS"));
        }
        if (!found.isInForce(clock.today())) {
            return Outcome.refused(Refusal.invalid("LICENCE_NOT_VALID", "licenceNo").with("until", found.validUntil()));
        }
        return transaction.execute(status -> {
            openings.addRole(actor.person(), Role.AGENT);
            events.publishEvent(new AgentLicensed(actor.person(), found.number(), found.validUntil()));
            return Outcome.done(licences.put(actor.person(), found));
        });
    }

    /** The licence the person is an agent by; empty for others. */
    public Optional<Licence> licence(PartyId person) {
        return licences.find(person);
    }

    /** Licences that ran out end the capacity; those in force are asked about again now and then, because one may be suspended. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void watch() {
        licences.toCheck(clock.today()).forEach(this::check);
    }

    void check(Licence licence) {
        try {
            boolean stands = !licence.validUntil().isBefore(clock.today())
                    && agents.licence(licence.number()).filter(found -> found.isInForce(clock.today())).isPresent();
            transaction.executeWithoutResult(status -> {
                if (stands) {
                    licences.checked(licence.holder());
                } else {
                    licences.end(licence.holder());
                    openings.removeRole(licence.holder(), Role.AGENT);
                    events.publishEvent(new AgentLicenceEnded(licence.holder(), licence.number(), clock.today()));
                }
            });
        } catch (AgentRegister.Unavailable e) {
            LOG.info("A licence could not be looked up and stands until it can: {}", e.getMessage());
        }
    }
}
