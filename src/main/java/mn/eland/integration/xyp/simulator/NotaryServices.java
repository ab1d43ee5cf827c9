package mn.eland.integration.xyp.simulator;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mn.eland.integration.xyp.simulator.XypEndpoint.Service;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries of notaries. The pair of book number and date is the entry; the same entry again only changes its state. */
public class NotaryServices {

    private static final String LETTERS_AND_DIGITS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int CODE_LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    public NotaryServices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An entry as another notary finds it by its code. */
    public record Act(String code, String bookNumber, LocalDate bookDate, String notaryNo, String serviceName, String propertyNumber,
                      int status, String statusName) {
    }

    Map<String, Service> all() {
        return Map.of("WS101105_insertNotaryInfo", (request, twist) -> insert(request));
    }

    private XypResult insert(XypRequest request) {
        for (var field : List.of("regnum", "lastName", "firstName", "propertyNumber", "serviceName", "bookNumber", "bookDate", "employeeCode", "status")) {
            if (request.text(field) == null) {
                return XypResult.badRequest(field + " байхгүй байна");
            }
        }
        try {
            var date = LocalDate.parse(request.text("bookDate").substring(0, 10));
            jdbc.sql("""
                    insert into simulators.notary_entries values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (employee_code, book_date, book_number) do update set status = excluded.status, status_name = excluded.status_name""")
                    .param(code()).param(request.regnum()).param(request.text("lastName")).param(request.text("firstName"))
                    .param(request.propertyNumber()).param(request.text("serviceId") == null ? 0 : Integer.parseInt(request.text("serviceId")))
                    .param(request.text("serviceName")).param(request.text("bookNumber")).param(date).param(request.text("employeeCode"))
                    .param(Integer.parseInt(request.text("status"))).param(request.text("statusName"))
                    .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
            return XypResult.found(Map.of("success", true));
        } catch (DateTimeParseException | NumberFormatException | StringIndexOutOfBoundsException e) {
            return XypResult.badRequest("bookDate, serviceId, status буруу байна");
        }
    }

    public Optional<Act> byCode(String code) {
        return jdbc.sql("select * from simulators.notary_entries where code = ?").param(code).query(NotaryServices::act).optional();
    }

    public Optional<Act> byBook(String employeeCode, LocalDate bookDate, String bookNumber) {
        return jdbc.sql("select * from simulators.notary_entries where employee_code = ? and book_date = ? and book_number = ?")
                .param(employeeCode).param(bookDate).param(bookNumber).query(NotaryServices::act).optional();
    }

    public List<Act> newest(int limit) {
        return jdbc.sql("select * from simulators.notary_entries order by entered_at desc limit ?").param(limit).query(NotaryServices::act).list();
    }

    private static Act act(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Act(row.getString("code"), row.getString("book_number"), row.getObject("book_date", LocalDate.class),
                row.getString("employee_code"), row.getString("service_name"), row.getString("property_no"), row.getInt("status"),
                row.getString("status_name"));
    }

    /** Letters and digits that cannot be taken for one another. */
    private static String code() {
        var code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(LETTERS_AND_DIGITS.charAt(RANDOM.nextInt(LETTERS_AND_DIGITS.length())));
        }
        return code.toString();
    }
}
