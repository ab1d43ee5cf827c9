package mn.eland.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import org.springframework.stereotype.Service;

/** Who people are. */
@Service
public class Parties {

    /** The person or company; throws {@link java.util.NoSuchElementException} for an unknown id. */
    public PartyView party(PartyId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<PartyView> find(PartyId id) {
        throw new UnsupportedOperationException();
    }

    /** The acting person behind a sign-in name. */
    public Optional<Actor> actor(String username) {
        throw new UnsupportedOperationException();
    }

    /** The full register number, for documents and outside calls only; every reading is logged with its purpose. */
    public String registerNumber(PartyId id, CaseRef purpose) {
        throw new UnsupportedOperationException();
    }

    public List<PartyView> withRole(Role role) {
        throw new UnsupportedOperationException();
    }

    /** Full years on that day; empty for companies. */
    public Optional<Integer> age(PartyId id, LocalDate on) {
        throw new UnsupportedOperationException();
    }

    /** What the civil register said last about a marriage; empty before it was asked. */
    public Optional<Marriage> marriage(PartyId id) {
        throw new UnsupportedOperationException();
    }

    /** What the last identification of the person found; empty before the first. */
    public Optional<Identification> identification(PartyId id) {
        throw new UnsupportedOperationException();
    }

    /** Number of kinds of data (phone, address, account, device) that the two have in common. */
    public int sharedLinks(PartyId one, PartyId other) {
        throw new UnsupportedOperationException();
    }

    /** Package door of the process "Identify party": asks the civil register about the person and keeps the answer. */
    Outcome<Identification> readCitizen(PartyId id, CaseRef caseRef) {
        throw new UnsupportedOperationException();
    }

    /** @param spouse the spouse's party when known to the platform, else null */
    public record Marriage(boolean married, PartyId spouse, String spouseName, LocalDate since) {
    }

    /** @param level SDD, CDD, EDD or REJECT; null until the table has decided */
    public record Identification(boolean found, boolean nameMatches, boolean deceased, boolean sanctions, boolean pep,
                                 String level, java.time.Instant at) {
    }
}
