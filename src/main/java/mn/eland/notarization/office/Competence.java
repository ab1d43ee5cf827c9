package mn.eland.notarization.office;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mn.eland.identity.Parties;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Which notary may act for whom: in the district of the property, and neither for himself nor for his family (CC 109.2; Law on Notary 3.1). */
@Component
public class Competence {

    private final Notaries notaries;
    private final Parties parties;

    Competence(Notaries notaries, Parties parties) {
        this.notaries = notaries;
        this.parties = parties;
    }

    /** Who may certify a contract of these people about a property in the district, by their number. */
    public List<Notary> competent(String district, Collection<PartyId> people) {
        return notaries.competentIn(district).stream().filter(notary -> !isPartial(notary, people)).toList();
    }

    /** {@code OUT_OF_DISTRICT}, {@code CONFLICT_OF_INTEREST} (both forbidden), or empty when the notary may act. */
    public Optional<Refusal> hindrance(Notary notary, String district, Collection<PartyId> people) {
        if (!notary.mayActIn(district)) {
            return Optional.of(Refusal.forbidden("OUT_OF_DISTRICT").with("district", district));
        }
        return isPartial(notary, people) ? Optional.of(Refusal.forbidden("CONFLICT_OF_INTEREST")) : Optional.empty();
    }

    private boolean isPartial(Notary notary, Collection<PartyId> people) {
        return people.contains(notary.party())
                || parties.marriage(notary.party()).map(Parties.Marriage::spouse).filter(people::contains).isPresent();
    }
}
