package mn.eland.integration.xyp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mn.eland.integration.http.Xml;
import mn.eland.integration.xyp.XypClient.XypRefused;
import mn.eland.integration.xyp.XypClient.XypUnavailable;
import mn.eland.property.spi.OwnershipRegistry;
import mn.eland.property.spi.RegistryUnavailable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * The register of property rights and the cadastre by the exchange. When the owner's service refuses because the asking
 * person is not the owner, the banks' inquiry is asked, which tells the true owners.
 */
@Component
class XypOwnershipRegistry implements OwnershipRegistry {

    private static final String SECTOR = "property";
    private static final int NOT_THE_OWNER = 402;
    private static final String HOLDS = "хүчинтэй";

    private final XypClient xyp;

    XypOwnershipRegistry(XypClient xyp) {
        this.xyp = xyp;
    }

    @Override
    public Optional<Title> title(String registryNo, String askingRegisterNumber) {
        var number = XypText.plainRegistryNo(registryNo);
        return Optional.ofNullable(info(number, XypText.register(askingRegisterNumber)))
                .or(() -> Optional.ofNullable(inquiry(number)))
                .map(found -> certified(found, number));
    }

    /** Null when there is no record, or when it may not be told to this person. */
    private Title info(String number, String asking) {
        try {
            var answer = ask("WS100201_getPropertyInfo", fields("propertyNumber", number, "regnum", asking));
            return answer == null ? null : new Title(XypText.registryNo(Xml.text(answer, "prprtyNatNum")), null, Xml.text(answer, "cadastNum"),
                    XypText.decimal(Xml.text(answer, "prprtySize")).doubleValue(), Xml.text(answer, "fullAddress"),
                    Xml.children(answer, "ownerList").stream().map(owner -> owner(owner, "firstname")).toList(),
                    Xml.children(answer, "prprtyHistory").stream().map(row -> entry(row, "registerDate", "ownerName", "registeredStatus",
                            "personNmCorpNn2", "contractPrize")).toList());
        } catch (XypRefused e) {
            if (e.code() == NOT_THE_OWNER) {
                return null;
            }
            throw e;
        }
    }

    private Title inquiry(String number) {
        var answer = ask("WS100254_getBankPropertyInquiry", fields("propertyNumber", number));
        return answer == null ? null : new Title(XypText.registryNo(Xml.text(answer, "propertyNationRegnum")), null,
                Xml.text(answer, "CadastNumber"), XypText.decimal(Xml.text(answer, "propertySize")).doubleValue(), Xml.text(answer, "address"),
                Xml.children(answer, "Owner").stream().map(owner -> owner(owner, "firstName")).toList(),
                Xml.children(answer, "History").stream().map(row -> entry(row, "registeredDate", "owner", "ownerStatus", "contract",
                        "contractPrice")).toList());
    }

    private static Owner owner(Element owner, String firstName) {
        return new Owner(XypText.register(Xml.text(owner, "regnum")), Xml.text(owner, "lastName"), Xml.text(owner, firstName));
    }

    /** An entry whose state is not told counts as holding: a burden must not be overlooked. */
    private static Entry entry(Element row, String date, String owner, String state, String other, String price) {
        var status = Xml.text(row, state);
        var amount = XypText.decimal(Xml.text(row, price));
        return new Entry(Xml.text(row, "serviceName"), XypText.day(Xml.text(row, date)), Xml.text(row, owner), Xml.text(row, other),
                amount.signum() == 0 ? null : amount.longValue(), status == null || status.toLowerCase(java.util.Locale.ROOT).equals(HOLDS));
    }

    private Title certified(Title title, String number) {
        var answer = ask("WS100253_getPropertyInfoCertificate", fields("propertyNumber", number));
        var certificate = Xml.text(Xml.child(answer, "list"), "certificateNo");
        return new Title(title.registryNo(), certificate, title.parcelNo(), title.areaM2(), title.fullAddress(), List.copyOf(title.owners()),
                List.copyOf(title.history()));
    }

    @Override
    public Optional<Parcel> parcel(String parcelNo, String askingRegisterNumber) {
        var answer = ask("WS100240_landInfoByPersonIdAndParcelId",
                fields("parcelId", parcelNo, "personId", XypText.register(askingRegisterNumber)));
        return Optional.ofNullable(answer).map(parcel -> new Parcel(Xml.text(parcel, "parcelId"),
                XypText.decimal(Xml.text(parcel, "areaM2")).doubleValue(), "true".equals(Xml.text(parcel, "isMortgage")),
                "true".equals(Xml.text(parcel, "isCourt"))));
    }

    private static Map<String, Object> fields(String... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private Element ask(String operation, Map<String, ?> fields) {
        try {
            return xyp.ask(SECTOR, operation, fields);
        } catch (XypUnavailable e) {
            throw new RegistryUnavailable(e.getMessage(), e);
        }
    }
}
