package mn.eland.payment;

import mn.eland.store.vault.SealedColumn;

/** Whom a VAT receipt names. @param number phone of a person, register number of a company */
public record VatPayer(boolean company, String number) {

    /** Where the number stands sealed. */
    public static final SealedColumn SEALED = new SealedColumn("payment.collections", "vat_number", "id");

    @Override
    public String toString() {
        return "VatPayer[company=" + company + "]";
    }
}
