package mn.eland.integration.xyp.simulator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mn.eland.integration.xyp.simulator.XypEndpoint.Service;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The civil register: who somebody is, where they live, whom they are married to, whether they live. */
public class CitizenServices {

    private static final String NO_TIME = "T00:00:00+08:00";

    private final JdbcClient jdbc;

    public CitizenServices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Person(String regnum, String civilId, String surname, String lastname, String firstname, String gender,
                          String nationality, LocalDate birthDate, String district, String khoroo, String street, String building,
                          String door, LocalDate deceasedOn) {

        String fullAddress() {
            return "Улаанбаатар хот, " + district + " дүүрэг, " + khoroo + ", " + street + " " + building + "-р байр, " + door + " тоот";
        }
    }

    private record Marriage(String husband, String wife, LocalDate since, String registeredId) {
    }

    Map<String, Service> all() {
        return Map.of("WS100101_getCitizenIDCardInfo", (request, twist) -> of(request, person -> idCard(person, twist.lie().orElse(null))),
                "WS100103_getCitizenAddressInfo", (request, twist) -> of(request, CitizenServices::address),
                "WS100104_getCitizenMarriageInfo", (request, twist) -> of(request, this::marriage),
                "WS100125_checkCitizenRegnum", (request, twist) -> XypResult.found(Map.of("valid", person(request).isPresent())),
                "WS100133_getCitizenDeceaseInfo", (request, twist) -> person(request).filter(person -> person.deceasedOn() != null)
                        .map(person -> XypResult.found(decease(person))).orElseGet(XypResult::none));
    }

    /** The identity card, as other ways than the exchange give it too. @param lie another first name, or null */
    public Optional<Map<String, Object>> card(String regnum, String lie) {
        return person(regnum).map(person -> idCard(person, lie));
    }

    private XypResult of(XypRequest request, java.util.function.Function<Person, Map<String, ?>> answer) {
        if (request.regnum() == null && request.text("civilId") == null) {
            return XypResult.badRequest("regnum байхгүй байна");
        }
        return person(request).map(person -> XypResult.found(answer.apply(person))).orElseGet(XypResult::none);
    }

    private static Map<String, Object> idCard(Person person, String lie) {
        var fields = names(person);
        if (lie != null) {
            fields.put("firstname", lie);
        }
        fields.put("gender", person.gender());
        fields.put("nationality", person.nationality());
        fields.put("birthDate", person.birthDate() + NO_TIME);
        fields.put("birthDateAsText", person.birthDate().toString());
        fields.put("birthPlace", "Улаанбаатар");
        fields.putAll(place(person));
        fields.put("passportNum", "E" + person.civilId().substring(4));
        fields.put("passportExpireDate", person.birthDate().plusYears(75).toString());
        fields.put("passportAddress", person.fullAddress());
        return fields;
    }

    private static Map<String, Object> names(Person person) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("regnum", person.regnum());
        fields.put("civilId", person.civilId());
        fields.put("personId", person.civilId());
        fields.put("surname", person.surname());
        fields.put("lastname", person.lastname());
        fields.put("firstname", person.firstname());
        return fields;
    }

    private static Map<String, Object> place(Person person) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("aimagCityCode", "11");
        fields.put("aimagCityName", "Улаанбаатар");
        fields.put("soumDistrictName", person.district());
        fields.put("bagKhorooName", person.khoroo());
        fields.put("addressStreetName", person.street());
        fields.put("addressApartmentName", person.building());
        fields.put("addressDetail", person.door());
        return fields;
    }

    private static Map<String, Object> address(Person person) {
        var fields = names(person);
        fields.remove("personId");
        fields.put("citizenship", "Монгол Улс");
        fields.putAll(place(person));
        fields.put("fullAddress", person.fullAddress());
        return fields;
    }

    private Map<String, Object> marriage(Person person) {
        var fields = new LinkedHashMap<String, Object>();
        var found = jdbc.sql("""
                select * from simulators.marriages where (husband = ? or wife = ?) and divorced_date is null
                order by id desc limit 1""").param(person.regnum()).param(person.regnum())
                .query((row, n) -> new Marriage(row.getString("husband"), row.getString("wife"),
                        row.getObject("married_date", LocalDate.class), row.getString("registered_id"))).optional();
        fields.put("married", found.isPresent());
        found.ifPresent(marriage -> {
            fields.put("marriedDate", marriage.since() + NO_TIME);
            fields.put("registeredId", marriage.registeredId());
            fields.put("registeredDate", marriage.since() + NO_TIME);
            fields.put("registeredCity", "Улаанбаатар");
            fields.put("registeredDistrict", "Сүхбаатар");
            fields.put("husband", spouse(marriage.husband()));
            fields.put("wife", spouse(marriage.wife()));
        });
        return fields;
    }

    private Map<String, Object> spouse(String regnum) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("regnum", regnum);
        person(regnum).ifPresent(person -> {
            fields.put("civilId", person.civilId());
            fields.put("surname", person.surname());
            fields.put("lastname", person.lastname());
            fields.put("firstname", person.firstname());
            fields.put("nationalityName", person.nationality());
            fields.put("country", "Монгол Улс");
        });
        return fields;
    }

    private static Map<String, Object> decease(Person person) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("regnum", person.regnum());
        fields.put("lastName", person.lastname());
        fields.put("firstName", person.firstname());
        fields.put("deceaseDate", person.deceasedOn() + NO_TIME);
        fields.put("deceaseCity", "Улаанбаатар");
        fields.put("deceaseDistrict", person.district());
        return fields;
    }

    private Optional<Person> person(XypRequest request) {
        if (request.regnum() != null) {
            return person(request.regnum());
        }
        return jdbc.sql("select * from simulators.people where civil_id = ?").param(request.text("civilId")).query(CitizenServices::row).optional();
    }

    private Optional<Person> person(String regnum) {
        return jdbc.sql("select * from simulators.people where regnum = ?").param(regnum).query(CitizenServices::row).optional();
    }

    private static Person row(ResultSet row, int n) throws SQLException {
        return new Person(row.getString("regnum"), row.getString("civil_id"), row.getString("surname"), row.getString("lastname"),
                row.getString("firstname"), row.getString("gender"), row.getString("nationality"), row.getObject("birth_date", LocalDate.class),
                row.getString("district"), row.getString("khoroo"), row.getString("street"), row.getString("building"),
                row.getString("door"), row.getObject("deceased_on", LocalDate.class));
    }
}
