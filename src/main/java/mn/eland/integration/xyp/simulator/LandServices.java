package mn.eland.integration.xyp.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import mn.eland.integration.xyp.simulator.Registers.Parcel;
import mn.eland.integration.xyp.simulator.Registers.Title;
import mn.eland.integration.xyp.simulator.XypEndpoint.Service;

/** The cadastre of the land agency. */
public class LandServices {

    private static final String LAND = "Газар";

    private final Registers registers;

    public LandServices(Registers registers) {
        this.registers = registers;
    }

    Map<String, Service> all() {
        return Map.of("WS100240_landInfoByPersonIdAndParcelId", (request, twist) -> parcel(request),
                "WS100218_landOwningCertificateInfo", (request, twist) -> owned(request));
    }

    private XypResult parcel(XypRequest request) {
        if (request.text("parcelId") == null) {
            return XypResult.badRequest("parcelId байхгүй байна");
        }
        return registers.parcel(request.text("parcelId")).map(parcel -> XypResult.found(shown(parcel))).orElseGet(XypResult::none);
    }

    private Map<String, Object> shown(Parcel parcel) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("rightType", "Өмчлөх эрх");
        fields.put("parcelId", parcel.parcelId());
        fields.putAll(place(parcel));
        fields.put("addressStreetName", parcel.street());
        fields.put("areaM2", PropertyServices.comma(parcel.areaM2()));
        fields.put("landuseType", parcel.landuse());
        if (parcel.propertyNo() != null) {
            registers.owners(parcel.propertyNo()).stream().findFirst().ifPresent(owner -> {
                fields.put("surname", owner.surname());
                fields.put("lastname", owner.lastname());
                fields.put("firstname", owner.firstname());
                fields.put("personRegnum", PropertyServices.small(owner.regnum()));
            });
            registers.title(parcel.propertyNo()).map(Title::certificateNo).ifPresent(number -> fields.put("certificateNo", number));
            fields.put("propertyNo", PropertyServices.small(parcel.propertyNo()));
        }
        fields.put("isMortgage", parcel.mortgage());
        fields.put("isCourt", parcel.court());
        return fields;
    }

    private XypResult owned(XypRequest request) {
        if (request.regnum() == null) {
            return XypResult.badRequest("regnum байхгүй байна");
        }
        var rows = registers.titlesOf(request.regnum()).stream().filter(title -> title.kind().equals(LAND) && title.parcelId() != null)
                .map(title -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("regnum", PropertyServices.small(request.regnum()));
                    registers.owners(title.propertyNo()).stream().findFirst().ifPresent(owner -> {
                        row.put("lastName", owner.lastname());
                        row.put("firstName", owner.firstname());
                    });
                    row.put("parcelId", title.parcelId());
                    row.put("propertyNum", PropertyServices.small(title.propertyNo()));
                    row.put("areaM2", PropertyServices.comma(title.areaM2()));
                    registers.parcel(title.parcelId()).ifPresent(parcel -> {
                        row.putAll(place(parcel));
                        row.put("landuseType", parcel.landuse());
                    });
                    return row;
                }).toList();
        return rows.isEmpty() ? XypResult.none() : XypResult.found(Map.of("listData", rows));
    }

    private static Map<String, Object> place(Parcel parcel) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("aimagCityName", "Улаанбаатар");
        fields.put("soumDistrictName", parcel.district());
        fields.put("bagKhorooName", parcel.khoroo());
        return fields;
    }
}
