package mn.eland.identity.link;

import java.time.Instant;
import mn.eland.kernel.PartyId;

/** Somebody who has an account wants to sign in by a letter. The secret travels to who writes the letter and into no record. */
public record SignInLinkAsked(PartyId who, String email, String token, String language, Instant until) {

    @Override
    public String toString() {
        return "SignInLinkAsked[" + who + ", " + until + "]";
    }
}
