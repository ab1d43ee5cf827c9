package mn.eland.identity.capacity;

import java.time.Instant;
import java.time.LocalDate;
import mn.eland.kernel.PartyId;

/** What changes in the capacities of people. */
public sealed interface CapacityEvent {

    /** The executive, as the state register names him, has registered his company. */
    record CompanyRegistered(PartyId who, PartyId company, Instant at) implements CapacityEvent {
    }

    record AgentLicensed(PartyId who, String licenceNo, LocalDate validUntil) implements CapacityEvent {
    }

    /** The licence ran out, or the register no longer has it in force: the person is no agent any more. */
    record AgentLicenceEnded(PartyId who, String licenceNo, LocalDate on) implements CapacityEvent {
    }
}
