package mn.eland.identity.verification;

import java.time.Instant;
import java.time.LocalDate;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/** What happens while it is proven who a party is. No event says why somebody was declined. */
public sealed interface VerificationEvent {

    /** @param validUntil null when it never has to be refreshed */
    record PartyVerified(CaseRef caseRef, PartyId who, LocalDate validUntil, Instant at) implements VerificationEvent {
    }

    record PartyDeclined(CaseRef caseRef, PartyId who, Instant at) implements VerificationEvent {
    }

    record RefreshAsked(CaseRef caseRef, PartyId who, LocalDate validUntil, Instant at) implements VerificationEvent {
    }

    record VerificationExpired(CaseRef caseRef, PartyId who, Instant at) implements VerificationEvent {
    }

    /** A newer verification has taken the place of this one. */
    record VerificationReplaced(CaseRef caseRef, PartyId who, Instant at) implements VerificationEvent {
    }

    /** Somebody stands on a list of sanctions: for the head of compliance, and for nobody else (AML 13). */
    record ListedPartyFound(CaseRef caseRef, PartyId who, Instant at) implements VerificationEvent {
    }
}
