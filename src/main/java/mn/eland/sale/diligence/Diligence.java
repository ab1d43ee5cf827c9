package mn.eland.sale.diligence;

import static mn.eland.workflow.Variable.flag;
import static mn.eland.workflow.Variable.number;
import static mn.eland.workflow.Variable.ratio;
import static mn.eland.workflow.Variable.text;

import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.property.District;
import mn.eland.property.PropertyRegister;
import mn.eland.property.PropertyView;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Computes the inputs of the table {@code ownershipEligibility}. */
@Component
public class Diligence {

    private static final double SQUARE_METRES_OF_A_HECTARE = 10_000;
    private static final long RESIDENT_DAYS_OF_A_RESIDENT = 365;

    private final Parties parties;
    private final PropertyRegister register;
    private final Workflow workflow;
    private final ElandClock clock;

    Diligence(Parties parties, PropertyRegister register, Workflow workflow, ElandClock clock) {
        this.parties = parties;
        this.register = register;
        this.workflow = workflow;
        this.clock = clock;
    }

    /** Inputs of {@code ownershipEligibility}: may this person own this thing? */
    public Values eligibility(PartyId buyer, PropertyView property) {
        var view = parties.party(buyer);
        var age = parties.age(buyer, clock.today()).orElse(null);
        return Values.of(text("buyerType"), buyerType(view.kind())).with(text("objectType"), property.kind().name())
                .with(text("location"), place(property)).with(ratio("areaHa"), property.areaM2() / SQUARE_METRES_OF_A_HECTARE)
                .with(flag("freeGrant"), false).with(flag("freeGrantUsed"), false)
                .with(number("residentDays"), view.resident() ? RESIDENT_DAYS_OF_A_RESIDENT : 0)
                .with(number("age"), age == null ? null : age.longValue())
                .with(ratio("freeCapitalHa"), hectares("land.free.capital.ha")).with(ratio("freeAimagHa"), hectares("land.free.aimag.ha"))
                .with(ratio("freeSoumHa"), hectares("land.free.soum.ha")).with(number("fullAge"), Long.parseLong(workflow.parameter("age.majority")))
                .with(ratio("foreignLandHa"), hectares("land.foreign.ha"))
                .with(number("foreignLandDays"), Long.parseLong(workflow.parameter("land.foreign.residentDays")));
    }

    /** Capital, centre of an aimag or soum: the law on land gives each its own size. */
    private String place(PropertyView property) {
        return register.districts().stream().filter(district -> district.code().equals(property.district())).findFirst().map(District::place)
                .orElseThrow(() -> new IllegalStateException("no district " + property.district()));
    }

    private double hectares(String key) {
        return Double.parseDouble(workflow.parameter(key));
    }

    private static String buyerType(PartyView.Kind kind) {
        return switch (kind) {
            case PERSON -> "CITIZEN";
            case COMPANY -> "MN_COMPANY";
            case FOREIGN_PERSON -> "FOREIGN_PERSON";
            case FOREIGN_COMPANY -> "FOREIGN_COMPANY";
        };
    }
}
