package mn.eland.sale.arrears;

import java.time.Instant;
import mn.eland.kernel.Money;

/**
 * What the people of a deal see of a late balance.
 *
 * @param interest    late interest so far; fixed when the balance is there
 * @param pctPerDay   agreed in writing, in per cent a day, 0 when it was not
 * @param state       OPEN, SETTLED or UNPAID (the interest was not paid and stays a claim of the seller)
 */
public record ArrearsView(Instant dueAt, Instant extraUntil, Money missing, Money interest, double pctPerDay, String state) {

    public boolean isOpen() {
        return state.equals("OPEN");
    }
}
