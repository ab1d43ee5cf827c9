package mn.eland.sale.deal;

import java.time.Instant;
import java.util.List;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.property.PropertyView;

/**
 * The facts of a sale that its checks are computed from.
 *
 * @param income   what the buyer says to earn in a year, or null
 * @param cashPct  the part the buyer wants to pay in cash
 * @param listedAt when the listing was published
 * @param messages everything the parties wrote to each other
 */
public record Deal(CaseRef sale, PropertyView property, PartyId seller, PartyId buyer, PartyId agent, Money price,
                   Money asked, Money income, int cashPct, Instant listedAt, List<String> messages) {
}
