package mn.eland.identity.verification;

import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.workflow.spi.CaseFacts;
import org.springframework.stereotype.Component;

/** The line that the inbox shows of a verification. */
@Component
class VerificationInbox implements CaseFacts {

    private final VerificationRows rows;
    private final PartyFacts parties;

    VerificationInbox(VerificationRows rows, PartyFacts parties) {
        this.rows = rows;
        this.parties = parties;
    }

    @Override
    public Optional<Facts> facts(CaseRef caseRef) {
        return caseRef.number().charAt(0) != 'V' ? Optional.empty()
                : rows.find(caseRef).flatMap(one -> parties.of(one.party())).map(party -> new Facts("", party.name()));
    }
}
