package mn.eland.sale.deal;

import java.time.LocalDate;
import java.util.Locale;
import mn.eland.kernel.Mask;

/**
 * Who acts for a party, and by which power of attorney.
 *
 * @param registerNumber of the holder; leaves this record only masked
 * @param key            equal for the same holder, whoever writes it; says nothing else
 * @param poaNo          number of the notarial power of attorney
 */
public record Representative(String name, String registerNumber, String key, String poaNo, LocalDate validUntil) {

    public String maskedRegisterNumber() {
        return Mask.registerNumber(registerNumber.strip().toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "Representative[" + poaNo + "]";
    }
}
