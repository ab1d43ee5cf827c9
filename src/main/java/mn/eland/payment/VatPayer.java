package mn.eland.payment;

/** Whom a VAT receipt names. @param number phone of a person, register number of a company */
public record VatPayer(boolean company, String number) {
}
