package mn.eland.property;

import mn.eland.kernel.PartyId;

/** A party of a case as the state register knows people; a company has no parent's name. */
public record PersonOfCase(PartyId party, String registerNumber, String parentName, String givenName) {

    @Override
    public String toString() {
        return "PersonOfCase[" + party + "]";
    }
}
