package mn.eland.sale.papers;

import java.time.LocalDate;
import java.util.Map;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.property.PropertyView;

/** What a contract of a sale is about. {@code spouseName} is null when no spouse consented. */
public record Deed(CaseRef sale, PropertyView property, PartyId seller, PartyId buyer, Money price, Money deposit, String spouseName) {

    /** How the property was handed over; {@code meters} by the names of the facts. */
    public record Handover(LocalDate on, long keys, Map<String, String> meters, String furniture, String defects) {
    }
}
