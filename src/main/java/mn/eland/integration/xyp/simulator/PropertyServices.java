package mn.eland.integration.xyp.simulator;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mn.eland.integration.xyp.simulator.Registers.Entry;
import mn.eland.integration.xyp.simulator.Registers.Owner;
import mn.eland.integration.xyp.simulator.Registers.Title;
import mn.eland.integration.xyp.simulator.XypEndpoint.Service;

/**
 * The register of property rights as it really answers: numbers in small letters and without hyphen, areas with a comma,
 * burdens told only by the words of the entries.
 */
public class PropertyServices {

    private static final String HOLDS = "Хүчинтэй";
    private static final String ENDED = "Хүчингүй";

    private final Registers registers;

    public PropertyServices(Registers registers) {
        this.registers = registers;
    }

    Map<String, Service> all() {
        return Map.of("WS100201_getPropertyInfo", (request, twist) -> request.regnum() == null ? XypResult.badRequest("regnum байхгүй байна")
                        : of(request, title -> info(title, twist.lie().orElse(null))),
                "WS100202_getPropertyList", (request, twist) -> list(request),
                "WS100203_isPropertyCheck", (request, twist) -> count(request),
                "WS100225_propertyValueInfo", (request, twist) -> of(request, PropertyServices::value),
                "WS100253_getPropertyInfoCertificate", (request, twist) -> of(request, title -> certificate(title, twist.lie().orElse(null))),
                "WS100254_getBankPropertyInquiry", (request, twist) -> of(request, title -> inquiry(title, twist.lie().orElse(null))));
    }

    private XypResult of(XypRequest request, java.util.function.Function<Title, Map<String, ?>> answer) {
        if (request.propertyNumber() == null) {
            return XypResult.badRequest("propertyNumber байхгүй байна");
        }
        return registers.title(request.propertyNumber()).map(title -> XypResult.found(answer.apply(title))).orElseGet(XypResult::none);
    }

    private Map<String, Object> info(Title title, String lie) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("prprtyType", title.kind());
        fields.put("prprtyNatNum", small(title.propertyNo()));
        fields.put("cadastNum", title.parcelId());
        fields.put("fullAddress", title.fullAddress());
        fields.put("prprtySize", comma(title.areaM2()));
        fields.put("prprtyValue", title.valueMnt().toPlainString());
        fields.put("prprtyUsage", title.usage());
        fields.put("ownerList", registers.owners(title.propertyNo()).stream().map(owner -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("foreName", owner.surname());
            row.put("lastName", owner.lastname());
            row.put("firstname", owner.firstname());
            row.put("regnum", small(lie == null ? owner.regnum() : lie));
            row.put("address", title.fullAddress());
            return row;
        }).toList());
        fields.put("prprtyHistory", registers.entries(title.propertyNo()).stream().map(PropertyServices::historyOf201).toList());
        return fields;
    }

    private static Map<String, Object> historyOf201(Entry entry) {
        var row = new LinkedHashMap<String, Object>();
        row.put("serviceName", entry.serviceName());
        row.put("registerDate", entry.registeredOn() + " 00:00:00.0");
        row.put("ownerName", entry.ownerName());
        row.put("registeredStatus", entry.active() ? HOLDS : ENDED);
        row.put("personNmCorpNn2", entry.otherParty());
        row.put("contractPrize", entry.contractPrice() == null ? null : entry.contractPrice().toPlainString());
        row.put("imgCnt", 0);
        return row;
    }

    private XypResult list(XypRequest request) {
        if (request.regnum() == null) {
            return XypResult.badRequest("regnum байхгүй байна");
        }
        var rows = registers.titlesOf(request.regnum()).stream().map(title -> {
            var owner = ownerOf(title, request.regnum());
            var row = new LinkedHashMap<String, Object>();
            row.put("propertyNationRegisterNumber", small(title.propertyNo()));
            row.put("codeName", title.usage());
            row.put("propertySize", comma(title.areaM2()));
            row.put("serviceName", EntryWords.TRANSFER);
            row.put("serviceType", title.kind());
            row.put("serviceDate", registers.entries(title.propertyNo()).stream().filter(Entry::active).findFirst()
                    .map(entry -> entry.registeredOn() + " 00:00:00.0").orElse(null));
            row.put("personCorpId", small(owner.regnum()));
            row.put("lastname", owner.lastname());
            row.put("firstname", owner.firstname());
            row.put("ownershipStatus", HOLDS);
            row.put("fullAddress", title.fullAddress());
            row.put("movedCount", 0);
            return row;
        }).toList();
        return rows.isEmpty() ? XypResult.none() : XypResult.found(Map.of("listData", rows));
    }

    private Owner ownerOf(Title title, String regnum) {
        return registers.owners(title.propertyNo()).stream().filter(owner -> owner.regnum().equals(regnum)).findFirst().orElseThrow();
    }

    private XypResult count(XypRequest request) {
        if (request.regnum() == null) {
            return XypResult.badRequest("regnum байхгүй байна");
        }
        int count = registers.titlesOf(request.regnum()).size();
        return XypResult.found(Map.of("propertyCount", count, "status", count > 0));
    }

    private static Map<String, Object> value(Title title) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("parcelId", title.parcelId());
        fields.put("propertyValue", title.valueMnt().toPlainString());
        return fields;
    }

    /** The shape of the copy of a certificate is not published; this one names what is printed on it. */
    private static Map<String, Object> certificate(Title title, String lie) {
        var row = new LinkedHashMap<String, Object>();
        row.put("certificateNo", lie == null ? title.certificateNo() : lie);
        row.put("propertyNumber", small(title.propertyNo()));
        return Map.of("list", List.of(row));
    }

    private Map<String, Object> inquiry(Title title, String lie) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("propertyNationRegnum", small(title.propertyNo()));
        fields.put("CadastNumber", title.parcelId());
        fields.put("propertyType", title.kind());
        fields.put("propertyUseKnd", title.usage());
        fields.put("propertySize", comma(title.areaM2()));
        fields.put("propertyValue", title.valueMnt().toPlainString());
        fields.put("address", title.fullAddress());
        fields.put("isClosed", 0);
        fields.put("Owner", registers.owners(title.propertyNo()).stream().map(owner -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("surName", owner.surname());
            row.put("lastName", owner.lastname());
            row.put("firstName", owner.firstname());
            row.put("regnum", small(lie == null ? owner.regnum() : lie));
            return row;
        }).toList());
        fields.put("History", registers.entries(title.propertyNo()).stream().map(entry -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("serviceName", entry.serviceName());
            row.put("registeredDate", entry.registeredOn() + " 00:00:00.0");
            row.put("owner", entry.ownerName());
            row.put("ownerStatus", entry.active() ? HOLDS : ENDED);
            row.put("contract", entry.otherParty());
            row.put("contractPrice", entry.contractPrice() == null ? null : entry.contractPrice().toPlainString());
            row.put("imageCount", 0);
            return row;
        }).toList());
        return fields;
    }

    static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String comma(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }
}
