package mn.eland.sale.consent;

import static mn.eland.workflow.Variable.flag;
import static mn.eland.workflow.Variable.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.kernel.PartyId;
import mn.eland.property.PayoffLetter;
import mn.eland.property.PropertyRegister;
import mn.eland.property.TitleReading;
import mn.eland.sale.deal.Deal;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Who has a right in the property besides the seller, as the registers and the agent tell: the inputs of {@code consentRules}, and whom it means. */
@Component
class Ownership {

    private final Parties parties;
    private final PropertyRegister register;
    private final Statements statements;
    private final Workflow workflow;

    Ownership(Parties parties, PropertyRegister register, Statements statements, Workflow workflow) {
        this.parties = parties;
        this.register = register;
        this.statements = statements;
        this.workflow = workflow;
    }

    /** From the fresh reading of the register and the civil register's word on marriage. */
    Values inputs(Deal deal) {
        var title = register.title(deal.property().id());
        var statement = statements.about(deal.property().id());
        boolean married = parties.readMarriage(deal.seller(), deal.sale()).map(Parties.Marriage::married).orElse(false);
        return Values.of(text("regime"), title.map(TitleReading::regime).orElse("SEPARATE"))
                .with(flag("married"), married)
                .with(flag("hasAdultFamilyOwners"), coOwners(deal).anyMatch(owner -> !isSpouse(deal, owner)))
                .with(flag("minorOwner"), title.map(TitleReading::minorOwner).orElse(false))
                .with(flag("mortgage"), title.map(TitleReading::mortgage).orElse(false))
                .with(flag("companyMajorAsset"), !parties.party(deal.seller()).isPerson() && !statement.ordinaryAsset())
                .with(flag("tenantPriority"), statement.tenantPriority())
                .with(flag("shareSale"), statement.isShareSale())
                .with(flag("governorPermit"), Boolean.valueOf(workflow.parameter("minor.governorPermit")))
                .with(text("guardianAnswer"), workflow.parameter("guardian.answer"));
    }

    /** Whose consents of this kind are asked; nobody is asked to agree to buy himself. */
    List<Asked> asked(Deal deal, String kind) {
        var people = switch (kind) {
            case "SPOUSE", "SPOUSE_ACKNOWLEDGEMENT" -> Stream.of(spouse(deal));
            case "ADULT_FAMILY_CO_OWNERS" -> coOwners(deal).filter(owner -> !isSpouse(deal, owner)).map(this::person);
            case "OTHER_SHARE_OWNERS", "ALL_SHARE_OWNERS" -> coOwners(deal).map(this::person);
            case "GUARDIAN" -> minors(deal).map(this::guardian);
            case "TENANT" -> Stream.of(tenant(deal));
            case "MORTGAGEE_BANK" -> Stream.of(new Asked(null, register.payoff(deal.property().id()).map(PayoffLetter::bank).orElse("")));
            case "SHAREHOLDERS_OR_BOARD" -> Stream.of(new Asked(null, parties.party(deal.seller()).shortName()));
            default -> Stream.of(new Asked(null, ""));
        };
        return people.filter(asked -> !deal.buyer().equals(asked.person())).toList();
    }

    private Asked spouse(Deal deal) {
        var marriage = parties.marriage(deal.seller());
        var known = marriage.map(Parties.Marriage::spouse);
        return new Asked(known.orElse(null), known.map(this::nameOf).or(() -> marriage.map(Parties.Marriage::spouseName)).orElse(""));
    }

    private boolean isSpouse(Deal deal, TitleReading.Owner owner) {
        return parties.marriage(deal.seller()).map(Parties.Marriage::spouse)
                .flatMap(spouse -> parties.registered(owner.registerNumber()).filter(spouse::equals)).isPresent();
    }

    /** The grown-up owners besides the seller. */
    private Stream<TitleReading.Owner> coOwners(Deal deal) {
        return register.owners(deal.property().id()).stream().filter(owner -> !owner.minor())
                .filter(owner -> parties.registered(owner.registerNumber()).filter(deal.seller()::equals).isEmpty());
    }

    private Stream<TitleReading.Owner> minors(Deal deal) {
        return register.owners(deal.property().id()).stream().filter(TitleReading.Owner::minor);
    }

    private Asked person(TitleReading.Owner owner) {
        return parties.registered(owner.registerNumber()).map(known -> new Asked(known, nameOf(known))).orElse(new Asked(null, owner.name()));
    }

    private Asked guardian(TitleReading.Owner minor) {
        return parties.registered(minor.registerNumber()).flatMap(parties::representative)
                .map(paper -> new Asked(paper.holder(), nameOf(paper.holder()))).orElse(new Asked(null, minor.name()));
    }

    private Asked tenant(Deal deal) {
        var known = Optional.ofNullable(statements.about(deal.property().id()).tenantNo()).flatMap(parties::registered);
        return new Asked(known.orElse(null), known.map(this::nameOf).orElse(""));
    }

    private String nameOf(PartyId person) {
        return Optional.of(parties.party(person)).map(PartyView::shortName).orElse("");
    }

    /** @param person null when the platform does not know whoever is meant @param name may be empty */
    record Asked(PartyId person, String name) {
    }
}
