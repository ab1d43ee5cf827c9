package mn.eland.integration.qpay.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import mn.eland.integration.stage.Refused;

/** The two shapes of the gateway's errors: a code with a text, and an object per wrong field. */
final class QPayErrors {

    private QPayErrors() {
    }

    static Refused of(int status, String code, String message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("error", code);
        body.put("message", message);
        return new Refused(status, body);
    }

    static Refused field(String field, String type, String message) {
        return new Refused(400, Map.of("error", Map.of(field, Map.of("type", type, "message", message))));
    }

    static Refused noInvoice() {
        return of(404, "INVOICE_NOTFOUND", "Нэхэмжлэх олдсонгүй");
    }

    static Refused noPayment() {
        return of(404, "PAYMENT_NOTFOUND", "Төлбөр олдсонгүй");
    }
}
