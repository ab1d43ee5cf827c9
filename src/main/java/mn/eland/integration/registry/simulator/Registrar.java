package mn.eland.integration.registry.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import mn.eland.integration.http.Json;
import mn.eland.integration.xyp.simulator.EntryWords;
import mn.eland.integration.xyp.simulator.Registers;
import mn.eland.integration.xyp.simulator.Registers.Owner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes applications in, looks at them, registers or refuses. Callers are in a transaction. */
public class Registrar {

    private final JdbcClient jdbc;
    private final Registers registers;
    private final Clock clock;
    private final String autoAfter;

    /** @param autoAfter when the registrar decides unasked; blank: never */
    public Registrar(JdbcClient jdbc, Registers registers, Clock clock, String autoAfter) {
        this.jdbc = jdbc;
        this.registers = registers;
        this.clock = clock;
        this.autoAfter = autoAfter;
    }

    /** What is wrong with an application: in one word, as offices know it, and in a sentence. */
    public record Objection(String ground, String words) {
    }

    /** An application as filed, and what became of it. */
    public record Application(String filingNo, String propertyNo, JsonNode body, String state, String ground, String reason, String newCertificateNo,
                              Instant filedAt, Instant decideAt, Instant decidedAt) {

        public String text(String field) {
            return Json.text(body, field);
        }
    }

    /** The same key again gives the first application. */
    Application file(String key, JsonNode body) {
        var known = jdbc.sql("select * from simulators.registry_applications where idempotency_key = ?").param(key).query(Registrar::row).optional();
        if (known.isPresent()) {
            return known.get();
        }
        var now = clock.instant();
        var number = "22-%d-%06d".formatted(now.atOffset(ZoneOffset.ofHours(8)).getYear(),
                jdbc.sql("select nextval('simulators.filings')").query(Long.class).single());
        var property = Json.text(body, "registryNo").replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT);
        boolean fresh = jdbc.sql("""
                insert into simulators.registry_applications (filing_no, idempotency_key, body, property_no, buyer, state, filed_at, decide_at)
                values (?, ?, ?, ?, ?, 'PENDING', ?, ?) on conflict (idempotency_key) do nothing""")
                .param(number).param(key).param(body.toString()).param(property).param(Json.text(body, "buyerRegisterNumber"))
                .param(at(now)).param(autoAfter.isBlank() ? null : at(WorkingTime.after(now, autoAfter))).update() == 1;
        if (fresh && registers.title(property).isPresent()) {
            registers.enter(property, EntryWords.APPLICATION, number, null);
        }
        return jdbc.sql("select * from simulators.registry_applications where idempotency_key = ?").param(key).query(Registrar::row).single();
    }

    public Optional<Application> application(String filingNo) {
        return jdbc.sql("select * from simulators.registry_applications where filing_no = ?").param(filingNo).query(Registrar::row).optional();
    }

    public List<Application> newest(int limit) {
        return jdbc.sql("select * from simulators.registry_applications order by filed_at desc, filing_no desc limit ?").param(limit)
                .query(Registrar::row).list();
    }

    /** Registers the buyer as owner. */
    public void register(String filingNo) {
        var application = pending(filingNo);
        var buyer = new Owner(application.text("buyerRegisterNumber").toUpperCase(java.util.Locale.ROOT), surname(application),
                application.text("buyerParentName") == null ? "" : application.text("buyerParentName"), application.text("buyerGivenName"));
        var certificate = registers.transfer(application.propertyNo(), buyer, Json.amount(application.body().path("priceMnt")));
        decided(application, "REGISTERED", null, null, certificate);
    }

    private String surname(Application application) {
        return jdbc.sql("select surname from simulators.people where regnum = ?").param(application.text("buyerRegisterNumber"))
                .query(String.class).optional().orElse("");
    }

    /** @param ground one of those of {@link #objection}, or null when only words say why */
    public void refuse(String filingNo, String ground, String reason) {
        decided(pending(filingNo), "REFUSED", ground, reason, null);
    }

    /** True also when it was withdrawn before; false when it is decided. */
    boolean withdraw(String filingNo, String reason) {
        var application = locked(filingNo);
        if (application.state().equals("PENDING")) {
            decided(application, "WITHDRAWN", null, reason, null);
            return true;
        }
        return application.state().equals("WITHDRAWN");
    }

    private void decided(Application application, String state, String ground, String reason, String certificate) {
        jdbc.sql("update simulators.registry_applications set state = ?, ground = ?, reason = ?, new_certificate_no = ?, decided_at = ? where filing_no = ?")
                .param(state).param(ground).param(reason).param(certificate).param(at(clock.instant())).param(application.filingNo()).update();
        jdbc.sql("update simulators.title_entries set active = false where property_no = ? and service_name = ? and other_party = ?")
                .param(application.propertyNo()).param(EntryWords.APPLICATION).param(application.filingNo()).update();
    }

    /** What a registrar finds wrong; empty when nothing is. */
    public Optional<Objection> objection(Application application) {
        var title = registers.title(application.propertyNo());
        if (title.isEmpty()) {
            return objection("NOT_IN_REGISTER", "Улсын бүртгэлд ийм дугаартай эд хөрөнгө алга");
        }
        var seller = String.valueOf(application.text("sellerRegisterNumber")).toUpperCase(java.util.Locale.ROOT);
        if (registers.owners(application.propertyNo()).stream().noneMatch(owner -> owner.regnum().equals(seller))) {
            return objection("NOT_OWNER", "Худалдагч өмчлөгчөөр бүртгэлгүй байна");
        }
        if (!title.get().certificateNo().equals(application.text("certificateNo"))) {
            return objection("CERTIFICATE_DIFFERS", "Гэрчилгээний дугаар зөрүүтэй байна");
        }
        var active = registers.entries(application.propertyNo()).stream().filter(Registers.Entry::active).map(Registers.Entry::serviceName).toList();
        if (active.contains(EntryWords.ARREST)) {
            return objection("ARREST", "Эд хөрөнгө битүүмжлэгдсэн байна");
        }
        if (application.text("notaryNumber") == null) {
            return objection("NO_NOTARY", "Нотариатаар гэрчлүүлсэн гэрээ дутуу");
        }
        if (application.text("taxReceiptNo") == null) {
            return objection("NO_TAX_RECEIPT", "Орлогын албан татвар төлсөн баримт дутуу");
        }
        return application.text("feeReceiptNo") == null ? objection("NO_FEE_RECEIPT", "Бүртгэлийн хураамж төлсөн баримт дутуу") : Optional.empty();
    }

    private static Optional<Objection> objection(String ground, String words) {
        return Optional.of(new Objection(ground, words));
    }

    /** Decides what has waited long enough. @return how many */
    int decideDue() {
        var due = jdbc.sql("""
                select * from simulators.registry_applications where state = 'PENDING' and decide_at <= ?
                order by decide_at for update skip locked limit 20""").param(at(clock.instant())).query(Registrar::row).list();
        due.forEach(application -> objection(application).ifPresentOrElse(wrong -> refuse(application.filingNo(), wrong.ground(), wrong.words()),
                () -> register(application.filingNo())));
        return due.size();
    }

    private Application locked(String filingNo) {
        return jdbc.sql("select * from simulators.registry_applications where filing_no = ? for update").param(filingNo).query(Registrar::row)
                .optional().orElseThrow(() -> new IllegalStateException("no application " + filingNo));
    }

    private Application pending(String filingNo) {
        var application = locked(filingNo);
        if (!application.state().equals("PENDING")) {
            throw new IllegalStateException(filingNo + " is " + application.state() + " already");
        }
        return application;
    }

    private static Application row(ResultSet row, int n) throws SQLException {
        return new Application(row.getString("filing_no"), row.getString("property_no"), Json.read(row.getString("body")),
                row.getString("state"), row.getString("ground"), row.getString("reason"), row.getString("new_certificate_no"), instant(row, "filed_at"),
                instant(row, "decide_at"), instant(row, "decided_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
