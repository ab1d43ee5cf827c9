package mn.eland.property;

import java.time.LocalDate;
import mn.eland.kernel.Money;

/** A mortgagee's word on what it is owed, where it is paid and until when, and that it then releases the mortgage. */
public record PayoffLetter(String bank, String letterNo, LocalDate letterDate, Money amount, String iban, LocalDate validUntil) {

    public boolean isValidOn(LocalDate day) {
        return !validUntil.isBefore(day);
    }
}
