package mn.eland.integration.xyp.simulator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mn.eland.integration.xyp.simulator.XypEndpoint.Service;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of legal entities: what a company is called, who runs it, whether it is being wound up. */
public class CompanyServices {

    private final JdbcClient jdbc;

    public CompanyServices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Company(String regnum, String name, String form, String directorRegnum, String directorLastname,
                           String directorFirstname, LocalDate liquidatedOn) {
    }

    Map<String, Service> all() {
        return Map.of("WS100307_getLegalEntityInfoWithRegnum", (request, twist) -> company(request, twist.lie().orElse(null)));
    }

    /** The general block alone. */
    public Optional<Map<String, Object>> general(String regnum) {
        return jdbc.sql("select regnum, name from simulators.companies where regnum = ?").param(regnum == null ? "" : regnum)
                .query((row, n) -> Map.<String, Object>of("companyRegnum", row.getString("regnum"), "companyName", row.getString("name"))).optional();
    }

    private XypResult company(XypRequest request, String lie) {
        if (request.text("legalEntityNumber") == null || request.regnum() == null) {
            return XypResult.badRequest("legalEntityNumber, regnum байхгүй байна");
        }
        return jdbc.sql("""
                select c.*, p.lastname, p.firstname from simulators.companies c left join simulators.people p on p.regnum = c.director
                where c.regnum = ?""").param(request.text("legalEntityNumber"))
                .query(CompanyServices::row).optional().map(one -> XypResult.found(shown(one, founders(one.regnum()), lie))).orElseGet(XypResult::none);
    }

    /** Blocks that hold lists are lists also where there is one entry; an empty one is left out. */
    private static Map<String, Object> shown(Company company, List<Map<String, Object>> founders, String lie) {
        var general = new LinkedHashMap<String, Object>();
        general.put("companyRegnum", company.regnum());
        general.put("companyName", lie == null ? company.name() : lie);
        general.put("profitTypeName", "Ашгийн төлөө");
        general.put("description", company.form());
        general.put("ownershipTypeName", "Хувийн");
        general.put("companyFounderCount", founders.size());
        var director = new LinkedHashMap<String, Object>();
        director.put("lastName", company.directorLastname());
        director.put("firstName", company.directorFirstname());
        director.put("regnum", PropertyServices.small(company.directorRegnum()));
        director.put("positionName", "Захирал");
        director.put("status", "Идэвхтэй");
        var answer = new LinkedHashMap<String, Object>();
        answer.put("general", List.of(general));
        answer.put("generalR", List.of(director));
        if (!founders.isEmpty()) {
            answer.put("founder", founders);
        }
        if (company.liquidatedOn() != null) {
            answer.put("liquidation", List.of(Map.of("decisionDate", company.liquidatedOn() + " 00:00:00.0")));
        }
        return answer;
    }

    /** Shares with a decimal comma, register numbers in small letters: as the register writes them. */
    private List<Map<String, Object>> founders(String company) {
        return jdbc.sql("select * from simulators.founders where company = ? order by position").param(company).query((row, n) -> {
            var founder = new LinkedHashMap<String, Object>();
            founder.put("status", "Идэвхтэй");
            founder.put("stakeHolderTypeName", row.getBoolean("person") ? "Хувь хүн" : "Хуулийн этгээд");
            founder.put("stakeHolderRegnum", row.getString("regnum") == null ? null : PropertyServices.small(row.getString("regnum")));
            founder.put("lastName", row.getString("lastname"));
            founder.put("firstName", row.getString("firstname"));
            founder.put("countryName", row.getString("country"));
            founder.put("sharePercent", row.getBigDecimal("share_pct").toPlainString().replace('.', ','));
            return (Map<String, Object>) founder;
        }).list();
    }

    private static Company row(ResultSet row, int n) throws SQLException {
        return new Company(row.getString("regnum"), row.getString("name"), row.getString("form"), row.getString("director"),
                row.getString("lastname"), row.getString("firstname"), row.getObject("liquidated_on", LocalDate.class));
    }
}
