package mn.eland.identity.representation;

import java.time.LocalDate;
import java.time.Period;
import mn.eland.identity.Parties.Basis;
import mn.eland.identity.Parties.Representation;
import mn.eland.identity.PartyView;
import mn.eland.kernel.Refusal;

/**
 * Which papers make somebody a representative: a notarized power of attorney of limited length (CC 64.2), the office of a
 * company's director, the guardianship of a minor.
 *
 * @param longest how long a power of attorney may last
 */
public record PaperRules(LocalDate today, Period longest, int fullAge) {

    /** The first reason why this paper is none; null when it is good. */
    public Refusal whyNot(Representation r, PartyView holder, PartyView principal) {
        if (r.holder().equals(r.principal())) {
            return Refusal.invalid("OWN_REPRESENTATIVE", "holder");
        }
        if (!holder.isPerson() || isMinor(holder)) {
            return Refusal.invalid("HOLDER_NOT_CAPABLE", "holder");
        }
        if (r.basis() == Basis.DIRECTOR && principal.isPerson()) {
            return Refusal.invalid("BASIS_OF_COMPANIES", "basis");
        }
        if (r.basis() == Basis.GUARDIAN && !isMinor(principal)) {
            return Refusal.invalid("BASIS_OF_MINORS", "basis");
        }
        return wrongDates(r);
    }

    private Refusal wrongDates(Representation r) {
        if (r.givenOn().isAfter(today)) {
            return Refusal.invalid("DATE_IN_FUTURE", "givenOn");
        }
        if (r.basis() == Basis.POA && r.validUntil() == null) {
            return Refusal.invalid("FIELD_REQUIRED", "validUntil");
        }
        if (r.isOver(today)) {
            return Refusal.invalid("POA_EXPIRED", "validUntil").with("number", r.paperNo()).with("until", r.validUntil());
        }
        return r.basis() == Basis.POA && r.validUntil().isAfter(r.givenOn().plus(longest))
                ? Refusal.invalid("POA_TOO_LONG", "validUntil").with("years", longest.getYears()) : null;
    }

    private boolean isMinor(PartyView person) {
        return person.birthDate() != null && Period.between(person.birthDate(), today).getYears() < fullAge;
    }
}
