package mn.eland.sale.diligence;

import static mn.eland.workflow.Variable.flag;
import static mn.eland.workflow.Variable.text;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import mn.eland.identity.verification.Act;
import mn.eland.identity.verification.Permits;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Standing;
import mn.eland.property.ListingView;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/**
 * Says by the tables {@code offerAdmission} and {@code ownershipEligibility} whether a person may offer for a listing. A refusal is
 * recorded as a ruling of the listing about this person.
 */
@Component
public class Admission {

    private final Standing standing;
    private final Diligence diligence;
    private final Permits permits;
    private final Workflow workflow;

    Admission(Standing standing, Diligence diligence, Permits permits, Workflow workflow) {
        this.standing = standing;
        this.diligence = diligence;
        this.permits = permits;
        this.workflow = workflow;
    }

    /**
     * Why this person may not offer for this listing now: forbidden for who cannot bind himself ({@code MINOR},
     * {@code COMPANY_BY_DIRECTOR}), else a conflict ({@code OWN_PROPERTY}, {@code AGENT_OF_LISTING}, {@code BOTH_SIDES},
     * {@code PROPERTY_RESERVED}, {@code LISTING_CLOSED}), at last as {@link Permits#hindrance(Actor, Act)} (forbidden).
     */
    public Optional<Refusal> refusal(Actor buyer, ListingView listing) {
        var unable = standing.hindrance(buyer);
        var inputs = Values.of(flag("ownProperty"), buyer.party().equals(listing.seller()))
                .with(flag("agentOfListing"), buyer.person().equals(listing.agent()))
                .with(flag("bothSides"), standing.principals(buyer).contains(listing.seller()))
                .with(text("listingState"), listing.state().name())
                .with(flag("byMinor"), unable.filter(why -> why.code().equals("MINOR")).isPresent())
                .with(flag("byCompanyItself"), unable.filter(why -> why.code().equals("COMPANY_BY_DIRECTOR")).isPresent());
        Predicate<Map<String, Object>> passes = answer -> Boolean.TRUE.equals(answer.get("admitted"));
        var answer = workflow.decide("offerAdmission", inputs.raw(), listing.number(), buyer.party(), passes).get(0);
        var code = String.valueOf(answer.get("offerCode"));
        return passes.test(answer) ? permits.hindrance(buyer, Act.OFFER) : Optional.of(unable.filter(why -> why.code().equals(code)).orElseGet(() -> Refusal.conflict(code)));
    }

    /** Why this person could not own what is for sale (forbidden, with the code of the table). */
    public Optional<Refusal> ineligibility(Actor buyer, ListingView listing) {
        Predicate<Map<String, Object>> owns = answer -> Boolean.TRUE.equals(answer.get("allowed")) && !"USE_BY_AUCTION".equals(answer.get("ownershipRight"));
        var answer = workflow.decide("ownershipEligibility", diligence.eligibility(buyer.party(), listing.property()).raw(), listing.number(),
                buyer.party(), owns).get(0);
        return owns.test(answer) ? Optional.empty() : Optional.of(Refusal.forbidden(String.valueOf(answer.get("eligibilityCode"))));
    }
}
