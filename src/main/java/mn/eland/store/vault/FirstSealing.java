package mn.eland.store.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/** Seals what stood in the tables before there was a vault; part of the migrations, between new columns and their constraints. */
@Component
class FirstSealing implements JavaMigration {

    private static final int FETCHED_AT_ONCE = 500;
    private static final String PERSON_KEY = "insert into store.person_keys (person, wrapped, made_at) values (?, ?, now())";
    /** As they were on the day of this migration. */
    private static final List<Table> TABLES = List.of(
            new Table("identity.parties", "id", "id", List.of(new Field("register_number", Vault.Kind.REGISTER_NUMBER, "register_index"),
                    new Field("phone", null, null), new Field("email", Vault.Kind.EMAIL, "email_index"), new Field("address", null, null))),
            new Table("identity.marriages", "party_id", "party_id", List.of(new Field("spouse_register_number", Vault.Kind.REGISTER_NUMBER, "spouse_index"))),
            new Table("identity.screening", null, "list", List.of(new Field("register_number", Vault.Kind.REGISTER_NUMBER, "register_index"))),
            new Table("property.case_people", "party", "party", List.of(new Field("register_no", null, null))),
            new Table("property.title_owners", null, "reading_id || '/' || position", List.of(new Field("register_no", null, null))),
            new Table("property.filings", null, "idempotency_key", List.of(new Field("application", null, null))),
            new Table("sale.representatives", null, "sale", List.of(new Field("holder_register_number", Vault.Kind.REGISTER_NUMBER, "holder_key"))),
            new Table("payment.collections", null, "id", List.of(new Field("vat_number", null, null))),
            new Table("contract.acceptances", "party", "party", List.of(new Field("device", null, null), new Field("address", null, null))),
            new Table("contract.documents", null, "id", List.of(new Field("body", null, null))));

    private final Vault vault;
    private final Map<UUID, SecretKey> people = new HashMap<>();

    /** @param person column of the person the texts belong to, or null when they belong to none alone */
    private record Table(String name, String person, String rowSql, List<Field> fields) {

        String select() {
            return "select ctid, (%s)::text, %s, %s from %s".formatted(rowSql, person == null ? "null::uuid" : person,
                    fields.stream().map(Field::column).collect(Collectors.joining(", ")), name);
        }

        String update() {
            return "update %s set %s where ctid = ?::tid".formatted(name, fields.stream().map(field -> field.column + " = ?"
                    + (field.indexColumn == null ? "" : ", " + field.indexColumn + " = ?")).collect(Collectors.joining(", ")));
        }
    }

    private record Field(String column, Vault.Kind kind, String indexColumn) {
    }

    FirstSealing(Vault vault) {
        this.vault = vault;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("202611271105");
    }

    @Override
    public String getDescription() {
        return "store seals what is there";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        execute(connection, "alter table contract.acceptances disable trigger acceptances_stay");
        for (var table : TABLES) {
            seal(connection, table);
        }
        execute(connection, "alter table contract.acceptances enable trigger acceptances_stay");
        people.clear();
    }

    private void seal(Connection connection, Table table) throws SQLException {
        try (var select = connection.createStatement(); var update = connection.prepareStatement(table.update());
                var key = connection.prepareStatement(PERSON_KEY)) {
            select.setFetchSize(FETCHED_AT_ONCE);
            var rows = select.executeQuery(table.select());
            while (rows.next()) {
                int at = 1;
                for (int i = 0; i < table.fields().size(); i++) {
                    var field = table.fields().get(i);
                    var plain = rows.getString(i + 4);
                    update.setString(at++, sealed(table, field, plain, rows.getString(2), rows.getObject(3, UUID.class), key));
                    if (field.indexColumn() != null) {
                        update.setString(at++, vault.index(field.kind(), plain));
                    }
                }
                update.setString(at, rows.getString(1));
                update.executeUpdate();
            }
        }
    }

    private String sealed(Table table, Field field, String plain, String row, UUID person, PreparedStatement key) throws SQLException {
        if (plain == null) {
            return null;
        }
        var place = table.name() + "." + field.column();
        if (person == null) {
            return vault.seal(plain, place + ":" + row);
        }
        if (!people.containsKey(person)) {
            people.put(person, PersonVault.freshKey());
            key.setObject(1, person);
            key.setString(2, PersonVault.wrap(vault, person, people.get(person)));
            key.executeUpdate();
        }
        return PersonVault.seal(people.get(person), plain, place);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
