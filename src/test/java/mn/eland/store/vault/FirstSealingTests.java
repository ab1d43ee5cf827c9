package mn.eland.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import mn.eland.TestDatabase;
import mn.eland.kernel.PartyId;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database of the time before there was a vault: everything in it is sealed by the migrations, and can still be read. */
class FirstSealingTests {

    private static final PartyId BOLD = new PartyId(UUID.randomUUID());
    private static final UUID PAPER = UUID.randomUUID();
    private static final List<String> SECRETS = List.of("ЯЯ88041511", "ЯЯ88041512", "99112233", "bold@example.mn", "Сөүлийн гудамж", "192.0.2.7");
    private static final List<String> TABLES = List.of("identity.parties", "identity.marriages", "identity.screening", "property.case_people",
            "property.title_owners", "property.filings", "sale.representatives", "payment.collections", "contract.documents", "contract.acceptances");

    private final DriverManagerDataSource database = new DriverManagerDataSource(TestDatabase.freshDatabase(), "postgres", "postgres");
    private final Vault vault = TestVault.fresh();

    @Test
    void whatStoodPlainIsSealedAndReadable() {
        migration().target("202611271104").load().migrate();
        fill();
        var jdbc = JdbcClient.create(database);
        assertThat(TABLES).allMatch(table -> shows(jdbc, table));

        migration().javaMigrations(new FirstSealing(vault)).load().migrate();

        assertThat(TABLES).noneMatch(table -> shows(jdbc, table));
        var people = new PersonVault(vault, jdbc, Clock.systemUTC(), new DataSourceTransactionManager(database));
        assertThat(people.open(BOLD, one(jdbc, "phone from identity.parties"), "identity.parties.phone")).isEqualTo("99112233");
        assertThat(people.open(BOLD, one(jdbc, "address from contract.acceptances"), "contract.acceptances.address")).isEqualTo("192.0.2.7");
        assertThat(one(jdbc, "register_index from identity.parties")).isEqualTo(vault.index(Vault.Kind.REGISTER_NUMBER, "ЯЯ88041511"))
                .isEqualTo(one(jdbc, "holder_key from sale.representatives"));
        assertThat(vault.open(one(jdbc, "register_no from property.title_owners"), "property.title_owners.register_no:7/1")).isEqualTo("ЯЯ88041512");
        assertThat(vault.open(one(jdbc, "application from property.filings"), "property.filings.application:key")).contains("ЯЯ88041511");
        assertThat(vault.open(one(jdbc, "vat_number from payment.collections"), "payment.collections.vat_number:" + PAPER)).isEqualTo("99112233");
        assertThat(vault.open(one(jdbc, "body from contract.documents"), "contract.documents.body:" + PAPER)).contains("ЯЯ88041511");
        assertThatThrownBy(() -> jdbc.sql("update identity.parties set phone = '99112233'").update()).hasMessageContaining("parties_phone_check");
        assertThatThrownBy(() -> jdbc.sql("update contract.documents set sha256 = repeat('0', 64)").update()).hasMessageContaining("never rewritten");
        assertThatThrownBy(() -> jdbc.sql("update contract.acceptances set device = 'p1.'").update()).hasMessageContaining("append-only");
    }

    private FluentConfiguration migration() {
        return Flyway.configure().dataSource(database).locations("classpath:db/migration").outOfOrder(true).ignoreMigrationPatterns("*:missing");
    }

    private void fill() {
        var connection = new SingleConnectionDataSource(database.getUrl(), "postgres", "postgres", true);
        var jdbc = JdbcClient.create(connection);
        jdbc.sql("set session_replication_role = replica").update();
        jdbc.sql("""
                insert into identity.parties (id, kind, given_name, register_number, phone, email, address, created_at)
                values (?, 'PERSON', 'Болд', 'ЯЯ88041511', '99112233', 'bold@example.mn', 'Сөүлийн гудамж 1', now())""").param(BOLD.value()).update();
        jdbc.sql("insert into identity.marriages values (?, true, 'ЯЯ88041512', 'Сараа', null, now())").param(BOLD.value()).update();
        jdbc.sql("insert into identity.screening (register_number, list, reason, listed_at) values ('ЯЯ88041512', 'PEP', 'Сайд', now())").update();
        jdbc.sql("insert into property.case_people values ('S-2026-000001', ?, 'ЯЯ88041511', 'Бат', 'Болд')").param(BOLD.value()).update();
        jdbc.sql("insert into property.title_owners values (7, 1, 'ЯЯ88041512', 'Сараа', false)").update();
        jdbc.sql("""
                insert into property.filings (case_no, attempt, idempotency_key, property_id, state, application, filed_at)
                values ('S-2026-000001', 1, 'key', ?, 'FILING', '{"sellerRegisterNumber": "ЯЯ88041511"}', now())""").param(PAPER).update();
        jdbc.sql("""
                insert into sale.representatives (sale, holder_name, holder_register_number, holder_key, poa_no, valid_until)
                values ('S-2026-000001', 'Болд', 'ЯЯ88041511', 'old', 'ИТ-1', '2027-01-01')""").update();
        jdbc.sql("""
                insert into payment.collections (id, case_no, purpose, payer, amount, pay_by, state, reference, callback_token, opened_at, vat_number)
                values (?, 'S-2026-000001', 'COMMISSION', ?, 1, now(), 'OPEN', 'S-2026-000001-C', 'token', now(), '99112233')""")
                .params(PAPER, BOLD.value()).update();
        jdbc.sql("""
                insert into contract.documents (id, case_ref, kind, version, state, sha256, pages, facts, verification_code, drafted_at, body)
                values (?, 'S-2026-000001', 'SALE_CONTRACT', 1, 'OLD', repeat('a', 64), 1, '{}', 'ABCDEFGH2345', now(), 'Болд, ЯЯ88041511')""")
                .param(PAPER).update();
        jdbc.sql("insert into contract.acceptances (document, party, accepted_at, sha256, device, address) values (?, ?, now(), 'a', 'Firefox', '192.0.2.7')")
                .params(PAPER, BOLD.value()).update();
        connection.destroy();
    }

    private static boolean shows(JdbcClient jdbc, String table) {
        return SECRETS.stream().anyMatch(secret -> jdbc.sql("select exists (select from %s t where t::text like ?)".formatted(table))
                .param("%" + secret + "%").query(Boolean.class).single());
    }

    private static String one(JdbcClient jdbc, String what) {
        return jdbc.sql("select " + what).query(String.class).single();
    }
}
