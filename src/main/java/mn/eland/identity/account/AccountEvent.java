package mn.eland.identity.account;

import java.time.Instant;
import java.util.UUID;
import mn.eland.kernel.PartyId;

/** What happens with accounts. Secrets travel to the one who writes the letters and into no record: no text of an event holds them. */
public sealed interface AccountEvent {

    /** Both channels shall be confirmed; the address may belong to somebody who has an account, who gets no code. */
    record ConfirmationAsked(UUID registration, String email, String mailCode, String phone, String phoneCode, String language, Instant until)
            implements AccountEvent {
        @Override
        public String toString() {
            return "ConfirmationAsked[" + registration + "]";
        }
    }

    /** Somebody wants an account under an address that has one: its owner is told how to get in. */
    record AccountThereAlready(UUID registration, String email, String phone, String phoneCode, String language, Instant until) implements AccountEvent {
        @Override
        public String toString() {
            return "AccountThereAlready[" + registration + "]";
        }
    }

    /** Both channels are confirmed, but the person is known already: no second account. */
    record AccountNotOpened(UUID registration, String email, String language, Instant until) implements AccountEvent {
        @Override
        public String toString() {
            return "AccountNotOpened[" + registration + "]";
        }
    }

    record AccountOpened(PartyId who, Instant at) implements AccountEvent {
    }

    /** An issuer elsewhere says that it signed the person in. */
    record CameIn(PartyId who, Instant at) implements AccountEvent {
    }

    /** A link for a new password was asked for. */
    record PasswordLinkAsked(PartyId who, String email, String token, String language, Instant until) implements AccountEvent {
        @Override
        public String toString() {
            return "PasswordLinkAsked[" + who + ", " + until + "]";
        }
    }

    /** @param byLink with the link of a mail; else with the old password */
    record PasswordChanged(PartyId who, boolean byLink, Instant at) implements AccountEvent {
    }

    /** Sign-ins under the name are held up for everybody who does not come from a known device. */
    record SignInHeldUp(PartyId who, Instant until) implements AccountEvent {
    }

    /** @param agent browser and system, as a person would say it */
    record SignedInOnNewDevice(PartyId who, UUID session, String agent, Instant at) implements AccountEvent {
    }

    /** A cookie was used from another browser than its own. */
    record SessionTakenElsewhere(PartyId who, UUID session, Instant at) implements AccountEvent {
    }

    /** A second step is asked for at the sign-in from now on, or no longer. */
    record SecondStepChanged(PartyId who, boolean on, Instant at) implements AccountEvent {
    }

    record PasskeyAdded(PartyId who, Instant at) implements AccountEvent {
    }

    record AccountClosed(PartyId who, Instant at) implements AccountEvent {
    }
}
