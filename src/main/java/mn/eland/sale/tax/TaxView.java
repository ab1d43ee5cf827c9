package mn.eland.sale.tax;

import java.time.Instant;
import java.time.LocalDate;
import mn.eland.kernel.Money;

/**
 * The tax of a sale as the seller and those who check it see it.
 *
 * @param bySeller  the seller has chosen to pay it without the escrow
 * @param mayChoose the reader is the seller and may still choose
 * @param due       the seller's receipt is waited for
 * @param receipt   the newest receipt shown, or null
 */
public record TaxView(boolean bySeller, boolean mayChoose, boolean due, Receipt receipt) {

    /**
     * @param amount tax of the sale that it has to show
     * @param type   media type of the file: PDF, JPEG or PNG
     * @param state  WAITING, ACCEPTED or SENT_BACK; message {@code sale.tax.state.<state>}
     * @param reason why it was sent back, or null
     */
    public record Receipt(long id, String number, LocalDate paidOn, Money amount, String type, String sha256, String state, String reason,
                          Instant shownAt) {

        public boolean isAccepted() {
            return state.equals("ACCEPTED");
        }
    }
}
