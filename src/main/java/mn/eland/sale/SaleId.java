package mn.eland.sale;

import java.io.Serializable;
import mn.eland.kernel.CaseRef;

/** A sale is known by its case number, {@code S-2026-000001}: the same word on paper, in the address and in the engine. */
public record SaleId(String number) implements Serializable {

    public static SaleId of(String number) {
        return of(CaseRef.of(number));
    }

    public static SaleId of(CaseRef caseRef) {
        if (caseRef.number().charAt(0) != 'S') {
            throw new IllegalArgumentException("not a sale: " + caseRef);
        }
        return new SaleId(caseRef.number());
    }

    public CaseRef caseRef() {
        return CaseRef.of(number);
    }

    @Override
    public String toString() {
        return number;
    }
}
