package mn.eland.sale.diligence;

import static mn.eland.workflow.Variable.flag;
import static mn.eland.workflow.Variable.number;
import static mn.eland.workflow.Variable.ratio;
import static mn.eland.workflow.Variable.text;

import java.util.ArrayList;
import java.util.List;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.property.PropertyRegister;
import mn.eland.property.PropertyView;
import mn.eland.sale.deal.Deal;
import mn.eland.workflow.Values;
import org.springframework.stereotype.Component;

/** Computes the inputs of the tables {@code ownershipEligibility} and {@code consentRules}. */
@Component
public class Diligence {

    private static final double SQUARE_METRES_OF_A_HECTARE = 10_000;
    private static final long RESIDENT_DAYS_OF_A_RESIDENT = 365;

    private final Parties parties;
    private final PropertyRegister register;
    private final ElandClock clock;

    Diligence(Parties parties, PropertyRegister register, ElandClock clock) {
        this.parties = parties;
        this.register = register;
        this.clock = clock;
    }

    /** Inputs of {@code ownershipEligibility}: may this person own this thing? */
    public Values eligibility(PartyId buyer, PropertyView property) {
        var view = parties.party(buyer);
        var age = parties.age(buyer, clock.today()).orElse(null);
        return Values.of(text("buyerType"), buyerType(view.kind())).with(text("objectType"), property.kind().name())
                .with(text("location"), "CAPITAL").with(ratio("areaHa"), property.areaM2() / SQUARE_METRES_OF_A_HECTARE)
                .with(flag("freeGrant"), false).with(flag("freeGrantUsed"), false)
                .with(number("residentDays"), view.resident() ? RESIDENT_DAYS_OF_A_RESIDENT : 0)
                .with(number("age"), age == null ? null : age.longValue());
    }

    private static String buyerType(PartyView.Kind kind) {
        return switch (kind) {
            case PERSON -> "CITIZEN";
            case COMPANY -> "MN_COMPANY";
            case FOREIGN_PERSON -> "FOREIGN_PERSON";
            case FOREIGN_COMPANY -> "FOREIGN_COMPANY";
        };
    }

    /** Inputs of {@code consentRules}, from the fresh reading of the register and the civil register's word on marriage. */
    public Values ownership(Deal deal) {
        var title = register.title(deal.property().id());
        boolean married = parties.readMarriage(deal.seller(), deal.sale()).map(Parties.Marriage::married).orElse(false);
        int owners = title.map(reading -> reading.ownerNames().size()).orElse(1);
        return Values.of(text("regime"), title.map(reading -> reading.regime()).orElse("SEPARATE"))
                .with(flag("married"), married)
                .with(flag("hasAdultFamilyOwners"), owners > (married ? 2 : 1))
                .with(flag("minorOwner"), title.map(reading -> reading.minorOwner()).orElse(false))
                .with(flag("mortgage"), title.map(reading -> reading.mortgage()).orElse(false))
                .with(flag("companyMajorAsset"), parties.party(deal.seller()).kind() == PartyView.Kind.COMPANY)
                .with(flag("tenantPriority"), title.map(reading -> reading.leaseRegistered()).orElse(false))
                .with(flag("shareSale"), false);
    }

    /**
     * Who answers for each kind of consent: the person where the platform knows the person, else the agent, who brings the
     * paper. One entry a consent, in the order of the kinds.
     */
    public List<Consenter> consenters(Deal deal, List<String> kinds) {
        var consenters = new ArrayList<Consenter>();
        for (var kind : kinds) {
            var spouse = kind.startsWith("SPOUSE") ? parties.marriage(deal.seller()).map(Parties.Marriage::spouse).orElse(null) : null;
            boolean onBehalf = spouse == null;
            var person = !onBehalf ? spouse : deal.agent() != null ? deal.agent() : deal.seller();
            consenters.add(new Consenter(kind, person, parties.party(person).shortName(), onBehalf));
        }
        return consenters;
    }

    /** @param onBehalf true when the person only brings the paper of somebody the platform does not know */
    public record Consenter(String kind, PartyId person, String name, boolean onBehalf) {
    }
}
