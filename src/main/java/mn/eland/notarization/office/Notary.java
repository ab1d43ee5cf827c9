package mn.eland.notarization.office;

import java.util.List;
import mn.eland.kernel.PartyId;

/**
 * A notary in office.
 *
 * @param districts codes of the districts in which the notary may certify transfers of property (CC 109.2)
 * @param office    where the parties come to, as people say it
 */
public record Notary(PartyId party, int number, String licenceNo, List<String> districts, String office) {

    public boolean mayActIn(String district) {
        return districts.contains(district);
    }

    public String paddedNumber() {
        return String.format("%04d", number);
    }
}
