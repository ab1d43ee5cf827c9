package mn.eland.contract.print;

import java.util.Map;
import mn.eland.contract.DocumentKind;
import mn.eland.contract.print.DocumentPrinter.Imprint;

/** The page that the printer draws, for those who draw it otherwise. */
public final class Pages {

    private Pages() {
    }

    public static String html(DocumentPrinter printer, DocumentKind kind, Imprint imprint, Map<String, Object> facts) {
        return printer.html(kind.template(), imprint, facts);
    }
}
