package mn.eland.sale.listing;

import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister;
import mn.eland.identity.Parties;
import mn.eland.workflow.Values;
import mn.eland.workflow.Variable;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.spi.CaseFacts;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to a mandate, and the inbox what it is about. */
@Component
class ListingProcess implements CaseFacts {

    static final Variable<String> PROPERTY = Variable.text("propertyId");
    static final Variable<String> SELLER = Variable.text("sellerId");
    static final Variable<String> OBJECT_TYPE = Variable.text("objectType");
    static final Variable<Money> PRICE = Variable.money("priceMnt");
    static final Variable<Double> CASH_SHARE = Variable.ratio("cashShare");
    private static final Variable<String> OFFER_VALIDITY = Variable.text("offerValidity");
    static final Variable<Boolean> READY = Variable.flag("listingReady");
    static final Variable<Boolean> APPROVED = Variable.flag("listingApproved");
    static final Variable<String> TITLE_CODE = Variable.text("titleCode");
    static final Variable<String> END_CODE = Variable.text("endCode");

    private final Workflow workflow;
    private final PropertyRegister register;
    private final Parties parties;

    ListingProcess(Workflow workflow, PropertyRegister register, Parties parties) {
        this.workflow = workflow;
        this.register = register;
        this.parties = parties;
    }

    private String parameter(String key) {
        return workflow.parameter(key);
    }

    CaseRef nextNumber() {
        return workflow.nextNumber('L');
    }

    void mandateGiven(ListingView listing) {
        workflow.start("listProperty", listing.number(), Values.of(PROPERTY, listing.property().id().toString())
                .with(SELLER, listing.seller().toString()).with(OBJECT_TYPE, listing.property().kind().name())
                .with(PRICE, listing.price()).with(CASH_SHARE, 0.0).with(OFFER_VALIDITY, parameter("offer.validity")));
    }

    Outcome<Void> prepared(CaseRef listing, Actor agent, boolean ready) {
        return workflow.complete(listing, "prepareListing", agent, Values.of(READY, ready));
    }

    Outcome<Void> reviewed(CaseRef listing, Actor agent, boolean approved) {
        return workflow.complete(listing, "approveListing", agent, Values.of(APPROVED, approved));
    }

    Outcome<Void> withdrawn(CaseRef listing) {
        return workflow.tell(listing, "ListingWithdrawn", Values.none());
    }

    /** Listings that came to the market without a mandate have no process to tell. */
    void sold(CaseRef listing) {
        workflow.tell(listing, "ListingSold", Values.none());
    }

    @Override
    public Optional<Facts> facts(CaseRef caseRef) {
        if (caseRef.number().charAt(0) != 'L') {
            return Optional.empty();
        }
        return register.listing(caseRef).map(listing -> new Facts(
                listing.property().address() + ", " + listing.property().areaM2() + " м² · " + listing.price(),
                parties.party(listing.seller()).shortName()));
    }
}
