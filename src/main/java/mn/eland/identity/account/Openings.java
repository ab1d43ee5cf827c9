package mn.eland.identity.account;

import java.util.Optional;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;

/** What the book of people does for somebody who opens an account. */
public interface Openings {

    /** True when a person is known under this register number, or number of a passport, with or without an account. */
    boolean isKnown(String registerNumber);

    /** Adds the person and the account; not yet met, not yet identified. */
    PartyId open(Applicant applicant, String username, String passwordHash, String language);

    /** Whose account this is; empty when it is closed or was never opened. */
    Optional<Holder> holder(String username);

    /** The account of a person; empty when it is closed or was never opened. */
    Optional<Holder> holderOf(PartyId person);

    /** The name of a person's account, also of one that is closed. */
    Optional<String> username(PartyId person);

    /** True when the person has this register number. */
    boolean hasNumber(PartyId person, String registerNumber);

    /** Adds a company as the state register has it. */
    PartyId openCompany(String number, String name);

    void addRole(PartyId person, Role role);

    void removeRole(PartyId person, Role role);

    /** Another password; that it was set is kept, for it is a sign. */
    void setPassword(String username, String passwordHash);

    /** From now on nobody signs in with it. */
    void close(String username);

    /** @param demo an invented person of the sandbox */
    record Holder(String username, PartyId party, String passwordHash, boolean demo) {

        @Override
        public String toString() {
            return "Holder[" + username + "]";
        }
    }
}
