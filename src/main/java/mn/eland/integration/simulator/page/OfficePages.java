package mn.eland.integration.simulator.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import mn.eland.integration.registry.simulator.Registrar;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import mn.eland.integration.xyp.simulator.EntryWords;
import mn.eland.integration.xyp.simulator.NotaryServices;
import mn.eland.integration.xyp.simulator.Registers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The registrar's counter, the titles, the civil register, the deeds. */
@SimulatedEndpoint
@RequestMapping("/simulators")
public class OfficePages {

    private static final int LIMIT = 60;

    private final Stage stage;
    private final Registrar registrar;
    private final Registers registers;
    private final NotaryServices notaries;
    private final JdbcClient jdbc;

    public OfficePages(Stage stage, Registrar registrar, Registers registers, NotaryServices notaries, JdbcClient jdbc) {
        this.stage = stage;
        this.registrar = registrar;
        this.registers = registers;
        this.notaries = notaries;
        this.jdbc = jdbc;
    }

    /** @param objection what a registrar would find wrong, or null */
    public record Filed(Registrar.Application application, Registrar.Objection objection) {
    }

    @GetMapping("/registrar")
    ModelAndView counter(@RequestParam(required = false) String refused) {
        var rows = registrar.newest(LIMIT).stream().map(one -> new Filed(one, one.state().equals("PENDING")
                ? registrar.objection(one).orElse(null) : null)).toList();
        return Show.page("registrar", "rows", rows, "refused", refused);
    }

    @PostMapping("/registrar/register")
    ModelAndView register(@RequestParam String filingNo) {
        return decided(() -> registrar.register(filingNo));
    }

    @PostMapping("/registrar/refuse")
    ModelAndView refuse(@RequestParam String filingNo, @RequestParam(defaultValue = "") String ground, @RequestParam String reason) {
        return decided(() -> registrar.refuse(filingNo, ground.isBlank() ? null : ground, reason));
    }

    private ModelAndView decided(Runnable decision) {
        try {
            stage.inTransaction(() -> {
                decision.run();
                return null;
            });
            return Show.go("/registrar");
        } catch (IllegalStateException refused) {
            return Show.go("/registrar").addObject("refused", refused.getMessage());
        }
    }

    @GetMapping("/titles")
    ModelAndView titles(@RequestParam(defaultValue = "") String search) {
        var plain = search.replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT);
        return Show.page("titles", "titles", registers.titles(plain, LIMIT), "search", search);
    }

    @GetMapping("/titles/{propertyNo}")
    ModelAndView title(@PathVariable String propertyNo) {
        return registers.title(propertyNo).map(title -> Show.page("title", "title", title, "owners", registers.owners(propertyNo),
                "entries", registers.entries(propertyNo), "burdens", EntryWords.BURDENS)).orElseGet(() -> Show.go("/titles"));
    }

    @PostMapping("/titles/{propertyNo}/enter")
    ModelAndView enter(@PathVariable String propertyNo, @RequestParam String serviceName, @RequestParam(defaultValue = "") String otherParty,
                       @RequestParam(required = false) BigDecimal contractPrice) {
        stage.inTransaction(() -> {
            registers.enter(propertyNo, serviceName, otherParty.isBlank() ? null : otherParty, contractPrice);
            return null;
        });
        return back(propertyNo);
    }

    @PostMapping("/titles/{propertyNo}/end")
    ModelAndView end(@PathVariable String propertyNo, @RequestParam String serviceName) {
        stage.inTransaction(() -> {
            registers.end(propertyNo, serviceName);
            return null;
        });
        return back(propertyNo);
    }

    private static ModelAndView back(String propertyNo) {
        var page = new ModelAndView("redirect:/simulators/titles/{propertyNo}");
        page.addObject("propertyNo", propertyNo);
        return page;
    }

    /** Somebody in the civil register. */
    public record Somebody(String regnum, String name, LocalDate birthDate, String spouse, LocalDate diedOn) {
    }

    @GetMapping("/people")
    ModelAndView people() {
        List<Somebody> people = jdbc.sql("""
                select p.regnum, p.lastname || ' ' || p.firstname as name, p.birth_date, p.deceased_on,
                       (select s.lastname || ' ' || s.firstname from simulators.marriages m
                        join simulators.people s on s.regnum = case when m.husband = p.regnum then m.wife else m.husband end
                        where p.regnum in (m.husband, m.wife) and m.divorced_date is null limit 1) as spouse
                from simulators.people p order by p.civil_id limit 200""")
                .query((row, n) -> new Somebody(row.getString("regnum"), row.getString("name"), row.getObject("birth_date", LocalDate.class),
                        row.getString("spouse"), row.getObject("deceased_on", LocalDate.class))).list();
        return Show.page("people", "people", people, "deeds", notaries.newest(LIMIT));
    }

    @PostMapping("/people/marry")
    ModelAndView marry(@RequestParam String husband, @RequestParam String wife) {
        if (!husband.equals(wife)) {
            jdbc.sql("insert into simulators.marriages (husband, wife, married_date, registered_id) values (?, ?, ?, ?)").param(husband)
                    .param(wife).param(registers.today()).param("2211-" + registers.today()).update();
        }
        return Show.go("/people");
    }

    @PostMapping("/people/die")
    ModelAndView die(@RequestParam String regnum) {
        jdbc.sql("update simulators.people set deceased_on = ? where regnum = ?").params(List.of(registers.today(), regnum)).update();
        return Show.go("/people");
    }

    @PostMapping("/people/divorce")
    ModelAndView divorce(@RequestParam String regnum) {
        jdbc.sql("update simulators.marriages set divorced_date = ? where ? in (husband, wife) and divorced_date is null")
                .params(List.of(registers.today(), regnum)).update();
        return Show.go("/people");
    }
}
