package mn.eland.integration.xyp;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mn.eland.identity.spi.CitizenRegistry;
import mn.eland.integration.http.Xml;
import mn.eland.integration.xyp.XypClient.XypUnavailable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** The civil register and the register of legal entities by the exchange. */
@Component
class XypCitizenRegistry implements CitizenRegistry {

    private static final String SECTOR = "citizen";
    private static final String COMPANIES = "legal-entity";
    private static final String LEGAL_ENTITY = "Хуулийн этгээд";

    private final XypClient xyp;
    private final XypProperties properties;

    XypCitizenRegistry(XypClient xyp, XypProperties properties) {
        this.xyp = xyp;
        this.properties = properties;
    }

    @Override
    public Optional<Citizen> citizen(String registerNumber) {
        return Optional.ofNullable(ask("WS100101_getCitizenIDCardInfo", registerNumber)).map(card -> new Citizen(
                XypText.register(Xml.text(card, "regnum")), Xml.text(card, "surname"), Xml.text(card, "lastname"),
                Xml.text(card, "firstname"), XypText.day(Xml.text(card, "birthDate")), Xml.text(card, "nationality"), address(card)));
    }

    private static String address(Element card) {
        var whole = Xml.text(card, "passportAddress");
        return whole != null ? whole : Stream.of("aimagCityName", "soumDistrictName", "bagKhorooName", "addressStreetName",
                        "addressApartmentName", "addressDetail").map(field -> Xml.text(card, field)).filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    @Override
    public Marriage marriage(String registerNumber) {
        var answer = ask("WS100104_getCitizenMarriageInfo", registerNumber);
        if (answer == null || !"true".equals(Xml.text(answer, "married"))) {
            return new Marriage(false, null, null, null);
        }
        var own = XypText.register(registerNumber);
        var spouse = Stream.of(Xml.child(answer, "husband"), Xml.child(answer, "wife")).filter(Objects::nonNull)
                .filter(one -> !own.equals(XypText.register(Xml.text(one, "regnum")))).findFirst().orElse(null);
        var name = Stream.of("lastname", "firstname").map(field -> Xml.text(spouse, field)).filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return new Marriage(true, XypText.day(Xml.text(answer, "marriedDate")), XypText.register(Xml.text(spouse, "regnum")), name);
    }

    @Override
    public Optional<LocalDate> deceasedOn(String registerNumber) {
        return Optional.ofNullable(ask("WS100133_getCitizenDeceaseInfo", registerNumber)).map(found -> XypText.day(Xml.text(found, "deceaseDate")));
    }

    @Override
    public Optional<Company> company(String registerNumber) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("legalEntityNumber", registerNumber);
        fields.put("regnum", properties.operatorRegister());
        return Optional.ofNullable(ask(COMPANIES, "WS100307_getLegalEntityInfoWithRegnum", fields)).map(answer -> {
            var general = Xml.child(answer, "general");
            return new Company(Xml.text(general, "companyRegnum"), Xml.text(general, "companyName"),
                    XypText.register(Xml.text(Xml.child(answer, "generalR"), "regnum")), Xml.child(answer, "liquidation") != null,
                    Xml.children(answer, "founder").stream().map(XypCitizenRegistry::owner).toList());
        });
    }

    private static Shareholder owner(Element founder) {
        return new Shareholder(!LEGAL_ENTITY.equals(Xml.text(founder, "stakeHolderTypeName")), XypText.register(Xml.text(founder, "stakeHolderRegnum")),
                Xml.text(founder, "lastName"), Xml.text(founder, "firstName"), Xml.text(founder, "countryName"),
                XypText.decimal(Xml.text(founder, "sharePercent")));
    }

    private Element ask(String operation, String registerNumber) {
        return ask(SECTOR, operation, Map.of("regnum", XypText.register(registerNumber)));
    }

    private Element ask(String sector, String operation, Map<String, ?> fields) {
        try {
            return xyp.ask(sector, operation, fields);
        } catch (XypUnavailable e) {
            throw new Unavailable(e.getMessage(), e);
        }
    }
}
