package mn.eland.integration.xyp.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What only a sandbox offers: its client's key, loading titles and people, burdens and marriages. Titles that are known
 * are left as they are, so that loading the same list at each start is harmless.
 */
@SimulatedEndpoint
@RequestMapping("/xyp/control")
public class ControlEndpoints {

    private static final String LAND = "Газар";
    private static final String BUILT = "Үл хөдлөх эд хөрөнгө";

    private final Stage stage;
    private final JdbcClient jdbc;
    private final Registers registers;
    private final XypClients clients;

    public ControlEndpoints(Stage stage, JdbcClient jdbc, Registers registers, XypClients clients) {
        this.stage = stage;
        this.jdbc = jdbc;
        this.registers = registers;
        this.clients = clients;
    }

    @GetMapping(path = "/private-key", produces = MediaType.TEXT_PLAIN_VALUE)
    String privateKey() {
        return stage.inTransaction(clients::sandboxPrivateKey);
    }

    /**
     * A title to load.
     *
     * @param registryNo with or without hyphen; {@code Г} is land
     * @param parcelNo   its parcel, made with {@code parcelAreaM2} when unknown; may be null
     * @param owners     people, or a company with only {@code givenName}
     */
    record TitleOrder(String registryNo, String certificateNo, String parcelNo, BigDecimal parcelAreaM2, String usage, BigDecimal areaM2,
                      BigDecimal valueMnt, String district, String khoroo, String fullAddress, LocalDate registeredOn,
                      List<OwnerOrder> owners) {
    }

    /** One owner. */
    record OwnerOrder(String registerNumber, String clanName, String parentName, String givenName) {
    }

    @PostMapping("/titles")
    Map<String, Integer> load(@RequestBody List<TitleOrder> orders) {
        return Map.of("loaded", stage.inTransaction(() -> orders.stream().mapToInt(this::load).sum()));
    }

    private int load(TitleOrder order) {
        var number = plain(order.registryNo());
        int fresh = jdbc.sql("insert into simulators.titles values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing").param(number)
                .param(number.startsWith("Г") ? LAND : BUILT).param(order.usage() == null ? "Орон сууц" : order.usage())
                .param(order.certificateNo()).param(order.parcelNo()).param(order.areaM2())
                .param(order.valueMnt() == null ? BigDecimal.ZERO : order.valueMnt()).param(order.fullAddress()).update();
        if (fresh == 0) {
            return 0;
        }
        int position = 1;
        for (var owner : order.owners()) {
            jdbc.sql("insert into simulators.title_owners values (?, ?, ?, ?, ?, ?)").param(number).param(position++)
                    .param(owner.registerNumber().toUpperCase(Locale.ROOT)).param(blank(owner.clanName())).param(blank(owner.parentName()))
                    .param(owner.givenName()).update();
        }
        jdbc.sql("""
                insert into simulators.title_entries (property_no, service_name, registered_on, owner_name)
                values (?, 'Өмчлөх эрх анх удаа бүртгэх', ?, ?)""").param(number)
                .param(order.registeredOn() == null ? registers.today().minusYears(3) : order.registeredOn())
                .param(registers.owners(number).get(0).name()).update();
        if (order.parcelNo() != null) {
            jdbc.sql("insert into simulators.parcels values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing").param(order.parcelNo())
                    .param(order.parcelAreaM2() == null ? order.areaM2() : order.parcelAreaM2()).param("Гэр, орон сууцны газар")
                    .param(blank(order.district())).param(blank(order.khoroo())).param(order.fullAddress()).param(number).update();
        }
        return 1;
    }

    /** A person to load into the civil register. */
    record PersonOrder(String registerNumber, String clanName, String parentName, String givenName, LocalDate birthDate, String gender,
                       String district, String khoroo, String street, String building, String door) {
    }

    @PostMapping("/people")
    Map<String, Integer> people(@RequestBody List<PersonOrder> orders) {
        return Map.of("loaded", stage.inTransaction(() -> orders.stream().mapToInt(one -> jdbc.sql("""
                insert into simulators.people (regnum, civil_id, surname, lastname, firstname, gender, birth_date, district, khoroo, street, building, door)
                values (?, (select 120000000000 + count(*) from simulators.people)::text, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .param(one.registerNumber().toUpperCase(Locale.ROOT)).param(blank(one.clanName())).param(blank(one.parentName()))
                .param(one.givenName()).param(blank(one.gender())).param(one.birthDate()).param(blank(one.district()))
                .param(blank(one.khoroo())).param(blank(one.street())).param(blank(one.building())).param(blank(one.door())).update()).sum()));
    }

    /** @param serviceName one of the register's words, {@link EntryWords} */
    record BurdenOrder(String serviceName, String otherParty, BigDecimal contractPrice) {
    }

    @PostMapping("/titles/{registryNo}/burdens")
    Map<String, String> burden(@PathVariable String registryNo, @RequestBody BurdenOrder order) {
        return stage.inTransaction(() -> {
            var title = registers.title(plain(registryNo)).orElseThrow(() -> new IllegalStateException("no title " + registryNo));
            registers.enter(title.propertyNo(), order.serviceName(), order.otherParty(), order.contractPrice());
            return Map.of("entered", order.serviceName());
        });
    }

    @PostMapping("/titles/{registryNo}/burdens/ended")
    Map<String, String> ended(@PathVariable String registryNo, @RequestBody BurdenOrder order) {
        return stage.inTransaction(() -> {
            registers.end(plain(registryNo), order.serviceName());
            return Map.of("ended", order.serviceName());
        });
    }

    /** Who is married to whom. */
    record MarriageOrder(String husband, String wife, LocalDate since) {
    }

    @PostMapping("/marriages")
    void marry(@RequestBody MarriageOrder order) {
        jdbc.sql("insert into simulators.marriages (husband, wife, married_date, registered_id) values (?, ?, ?, ?)")
                .param(order.husband()).param(order.wife()).param(order.since()).param("2211-" + order.since()).update();
    }

    @PostMapping("/divorces")
    void divorce(@RequestParam String regnum) {
        jdbc.sql("update simulators.marriages set divorced_date = ? where (husband = ? or wife = ?) and divorced_date is null")
                .param(registers.today()).param(regnum).param(regnum).update();
    }

    @PostMapping("/deaths")
    void die(@RequestParam String regnum) {
        jdbc.sql("update simulators.people set deceased_on = ? where regnum = ?").param(registers.today()).param(regnum).update();
    }

    @ExceptionHandler(IllegalStateException.class)
    ResponseEntity<?> refused(IllegalStateException refused) {
        return ResponseEntity.status(409).body(Map.of("error", String.valueOf(refused.getMessage())));
    }

    static String plain(String registryNo) {
        return registryNo.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static String blank(String text) {
        return text == null ? "" : text;
    }
}
