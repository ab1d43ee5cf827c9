package mn.eland.sale.suspicion;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.payment.Payments;
import mn.eland.payment.Inflow;
import mn.eland.sale.deal.Deals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a report as a file to hand in: the unit publishes no protocol for machines, so the form is ours. It names people
 * in full; each reading of a register number is logged.
 */
@Component
@Transactional
class ReportFile {

    private final Deals deals;
    private final Parties parties;
    private final Payments payments;

    ReportFile(Deals deals, Parties parties, Payments payments) {
        this.deals = deals;
        this.parties = parties;
        this.payments = payments;
    }

    /** One line of the report. */
    private record Field(String group, String name, String value) {
    }

    /** One report as the root of its file. */
    String xml(Report report) {
        return written(xml -> write(xml, report));
    }

    /** Several, each as a child of the root. */
    String xml(List<Report> reports) {
        return written(xml -> {
            xml.writeStartElement("reports");
            for (var report : reports) {
                write(xml, report);
            }
            xml.writeEndElement();
        });
    }

    private interface Content {
        void writeTo(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static String written(Content content) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            content.writeTo(xml);
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void write(XMLStreamWriter xml, Report report) throws XMLStreamException {
        xml.writeStartElement("report");
        String group = null;
        for (var field : fields(report)) {
            if (!field.group.equals(group)) {
                close(xml, group);
                xml.writeStartElement(field.group.replaceAll("\\d+$", ""));
                group = field.group;
            }
            xml.writeStartElement(field.name);
            xml.writeCharacters(field.value);
            xml.writeEndElement();
        }
        close(xml, group);
        xml.writeEndElement();
    }

    private static void close(XMLStreamWriter xml, String group) throws XMLStreamException {
        if (group != null) {
            xml.writeEndElement();
        }
    }

    String csv(Report report) {
        return "group,name,value\r\n" + fields(report).stream()
                .map(field -> String.join(",", cell(field.group), cell(field.name), cell(field.value))).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** Several, told apart by the number of the report in the first column. */
    String csv(List<Report> reports) {
        return "report,group,name,value\r\n" + reports.stream().flatMap(report -> fields(report).stream()
                .map(field -> String.join(",", cell(report.number().number()), cell(field.group), cell(field.name), cell(field.value)) + "\r\n"))
                .collect(Collectors.joining());
    }

    /** A spreadsheet must not take a value for a formula. */
    private static String cell(String value) {
        var safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private List<Field> fields(Report report) {
        var deal = deals.deal(report.sale());
        var fields = new ArrayList<Field>();
        add(fields, "head", "number", report.number(), "kinds", String.join(" ", report.kinds()), "raisedAt", report.at(),
                "deadline", report.deadline(), "draftedBy", report.draftedBy(), "narrative", report.narrative());
        add(fields, "deal", "number", report.sale(), "registryNo", deal.property().registryNo(), "address", deal.property().address(),
                "priceMnt", deal.price().tugrug());
        person(fields, "seller", deal.seller(), report.number());
        person(fields, "buyer", deal.buyer(), report.number());
        int n = 0;
        for (Inflow in : payments.inflows(report.sale())) {
            add(fields, "payment" + ++n, "at", in.at(), "amountMnt", in.amount().tugrug(), "method", in.cash() ? "CASH" : "TRANSFER",
                    "payer", in.payer(), "account", in.account());
        }
        return fields;
    }

    private void person(List<Field> fields, String role, PartyId id, CaseRef purpose) {
        PartyView party = parties.party(id);
        add(fields, role, "name", party.fullName(), "registerNumber", parties.registerNumber(id, purpose), "birthDate", party.birthDate(),
                "phone", party.phone(), "address", party.address(), "account", party.iban());
    }

    private static void add(List<Field> fields, String group, Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Field(group, (String) namesAndValues[i], namesAndValues[i + 1] == null ? "" : namesAndValues[i + 1].toString()));
        }
    }
}
