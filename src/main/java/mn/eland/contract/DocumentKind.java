package mn.eland.contract;

import java.util.Locale;

/** Kinds of document; the template is {@code templates/documents/<name in kebab-case>.html}. */
public enum DocumentKind {
    PRELIMINARY_CONTRACT, SALE_CONTRACT, HANDOVER_ACT, NOTARY_CERTIFICATE, NOTARY_REFUSAL, PAYMENT_RECEIPT;

    public String template() {
        return "documents/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
