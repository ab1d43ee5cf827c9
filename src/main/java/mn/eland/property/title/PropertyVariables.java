package mn.eland.property.title;

import static mn.eland.workflow.Variable.flag;
import static mn.eland.workflow.Variable.money;
import static mn.eland.workflow.Variable.number;
import static mn.eland.workflow.Variable.ratio;
import static mn.eland.workflow.Variable.text;

import mn.eland.kernel.Money;
import mn.eland.property.TitleReading;
import mn.eland.workflow.Values;
import mn.eland.workflow.Variable;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The variables of "Check a title" and "Register a transfer". */
final class PropertyVariables {

    static final Variable<String> PROPERTY = text("propertyId");
    static final Variable<String> SELLER = text("sellerId");
    static final Variable<String> BUYER = text("buyerId");
    static final Variable<String> OWNER = text("ownerId");
    static final Variable<Boolean> OWNER_CONFIRMED = flag("ownerConfirmed");
    static final Variable<Money> PRICE = money("priceMnt");

    static final Variable<String> TITLE_DECISION = text("titleDecision");
    static final Variable<String> TITLE_CODE = text("titleCode");

    static final Variable<String> SERVICE = text("service");
    static final Variable<String> URGENCY = text("urgency");
    static final Variable<String> ESCALATE_AFTER = text("escalateAfter");
    static final Variable<String> FIX_WITHIN = text("fixWithin");
    static final Variable<String> FILING_NO = text("filingNo");
    static final Variable<String> FILING_GROUND = text("filingGround");
    static final Variable<Boolean> REFILE = flag("refile");

    private static final Variable<Boolean> REGISTRY_FOUND = flag("registryFound");
    private static final Variable<Boolean> OWNER_MATCH = flag("ownerMatch");
    private static final Variable<Boolean> CERTIFICATE_MATCH = flag("certificateMatch");
    private static final Variable<Boolean> ARREST = flag("arrest");
    private static final Variable<Boolean> COURT_DISPUTE = flag("courtDispute");
    private static final Variable<Boolean> MORTGAGE = flag("mortgage");
    private static final Variable<Boolean> MORTGAGEE_CONSENT = flag("mortgageeConsent");
    private static final Variable<Boolean> PENDING_FILING = flag("pendingFiling");
    private static final Variable<Boolean> LEASE_REGISTERED = flag("leaseRegistered");
    private static final Variable<Boolean> PARCEL_MATCH = flag("parcelMatch");
    private static final Variable<Boolean> MINOR_OWNER = flag("minorOwner");
    private static final Variable<Boolean> PERMIT_FOR_MINOR = flag("permitForMinor");
    private static final Variable<Boolean> GOVERNOR_PERMIT = flag("governorPermit");
    private static final Variable<Boolean> UNFINISHED = flag("unfinished");
    private static final Variable<Double> AREA_DIFF_PCT = ratio("areaDiffPct");
    private static final Variable<Long> OPEN_DEALS = number("openDealsSameRegistry");
    private static final Variable<Long> REFERENCE_AGE_DAYS = number("referenceAgeDays");
    private static final Variable<Long> REFERENCE_MAX_AGE_DAYS = number("referenceMaxAgeDays");
    static final Variable<Long> NORMAL_WORKING_DAYS = number("normalWorkingDays");
    static final Variable<Long> URGENT_HOURS = number("urgentHours");

    private PropertyVariables() {
    }

    /** Everything the table {@code titleCheck} reads. */
    static void stateTitle(VariableScope step, TitleReading reading, long referenceAgeDays, long referenceMaxAgeDays, boolean governorPermit) {
        title(reading, referenceAgeDays, referenceMaxAgeDays, governorPermit).asFacts().answer(step);
    }

    static Values title(TitleReading reading, long referenceAgeDays, long referenceMaxAgeDays, boolean governorPermit) {
        return Values.of(REGISTRY_FOUND, reading.found()).with(OWNER_MATCH, reading.ownerMatch()).with(CERTIFICATE_MATCH, reading.certificateMatch())
                .with(ARREST, reading.arrest()).with(COURT_DISPUTE, reading.courtDispute()).with(MORTGAGE, reading.mortgage())
                .with(MORTGAGEE_CONSENT, reading.mortgageeConsent()).with(PENDING_FILING, reading.pendingFiling())
                .with(LEASE_REGISTERED, reading.leaseRegistered()).with(PARCEL_MATCH, reading.parcelMatch())
                .with(MINOR_OWNER, reading.minorOwner()).with(PERMIT_FOR_MINOR, reading.permitForMinor()).with(UNFINISHED, reading.unfinished())
                .with(AREA_DIFF_PCT, reading.areaDiffPct()).with(OPEN_DEALS, (long) reading.openDealsSameRegistry())
                .with(REFERENCE_AGE_DAYS, referenceAgeDays).with(REFERENCE_MAX_AGE_DAYS, referenceMaxAgeDays).with(GOVERNOR_PERMIT, governorPermit);
    }
}
