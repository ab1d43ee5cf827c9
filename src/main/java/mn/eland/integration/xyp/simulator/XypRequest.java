package mn.eland.integration.xyp.simulator;

import java.util.Locale;
import java.util.Optional;
import mn.eland.integration.http.Xml;
import org.w3c.dom.Element;

/** The {@code request} element of a call. */
record XypRequest(Element element) {

    /** Text of a field, or null. */
    String text(String field) {
        return Xml.text(element, field);
    }

    /** Register numbers are compared in capitals. */
    String regnum() {
        var regnum = text("regnum");
        return regnum == null ? null : regnum.toUpperCase(Locale.ROOT);
    }

    /** In capitals and without hyphen, as the register keeps it. */
    String propertyNumber() {
        var number = text("propertyNumber");
        return number == null ? null : number.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** Register number of the citizen or of the operator in the block of approvals. */
    Optional<String> approvedBy(String who) {
        return Optional.ofNullable(Xml.text(Xml.child(Xml.child(element, "auth"), who), "regnum"));
    }
}
