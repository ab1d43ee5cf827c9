package mn.eland.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import mn.eland.TestDatabase;
import mn.eland.kernel.PartyId;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Keys of people, the change of keys and what a start checks, on a database that holds nothing else. */
class PersonVaultTests {

    private static final String PLACE = "identity.parties.phone";
    private static final String FIRST = "a:" + TestVault.key();
    private static final String SECOND = "b:" + TestVault.key();
    private static final PartyId BOLD = new PartyId(UUID.randomUUID());
    private static final PartyId DORJ = new PartyId(UUID.randomUUID());

    private DriverManagerDataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void anEmptyDatabase() {
        database = new DriverManagerDataSource(TestDatabase.freshDatabase(), "postgres", "postgres");
        Flyway.configure().dataSource(database).locations("classpath:db/migration/store").load().migrate();
        jdbc = JdbcClient.create(database);
        jdbc.sql("create table event_publication (serialized_event text)").update();
        jdbc.sql("create table papers (id int primary key, number text)").update();
    }

    @Test
    void eachPersonHasAKeyOfHisOwn() {
        var people = people(FIRST);

        var sealed = people.seal(BOLD, "99112233", PLACE);

        assertThat(sealed).startsWith("p1.");
        assertThat(people.open(BOLD, sealed, PLACE)).isEqualTo("99112233");
        assertThat(people(FIRST).open(BOLD, sealed, PLACE)).isEqualTo("99112233");
        people.seal(DORJ, "1", PLACE);
        assertThatThrownBy(() -> people.open(DORJ, sealed, PLACE)).hasMessageContaining("another key");
        assertThatThrownBy(() -> people.open(BOLD, sealed, "identity.parties.email")).hasMessageContaining("another place");
        assertThatThrownBy(() -> people.open(BOLD, "99112233", PLACE)).hasMessageContaining("not sealed");
    }

    @Test
    void whoIsForgottenCanNeverBeReadAgain() {
        var people = people(FIRST);
        var sealed = people.seal(BOLD, "99112233", PLACE);
        var other = people.seal(DORJ, "88112233", PLACE);

        people.forget(BOLD);
        people.forget(BOLD);

        assertThat(people.open(BOLD, sealed, PLACE)).isNull();
        assertThat(people(FIRST).open(BOLD, sealed, PLACE)).isNull();
        assertThat(people.open(DORJ, other, PLACE)).isEqualTo("88112233");
        assertThatThrownBy(() -> people.seal(BOLD, "99112233", PLACE)).hasMessageContaining("forgotten");
        assertThat(jdbc.sql("select wrapped from store.person_keys where forgotten_at is not null").query(String.class).list()).containsExactly((String) null);
    }

    @Test
    void aNewKeySealsEverythingAgainAndTheOldOneMayGo() {
        start(FIRST);
        var people = people(FIRST);
        var sealed = people.seal(BOLD, "99112233", PLACE);
        var column = new SealedColumn("papers", "number", "id");
        for (int i = 0; i < 450; i++) {
            jdbc.sql("insert into papers values (?, ?)").params(i, vault(FIRST).seal("N" + i, column.place(i))).update();
        }
        var both = SECOND + "," + FIRST;
        var book = start(both);

        rotation(both, column).rotate();

        assertThat(jdbc.sql("select count(*) from papers where number like 'e1.b.%'").query(Integer.class).single()).isEqualTo(450);
        assertThat(vault(SECOND).open(jdbc.sql("select number from papers where id = 449").query(String.class).single(), column.place(449))).isEqualTo("N449");
        assertThat(people(SECOND).open(BOLD, sealed, PLACE)).isEqualTo("99112233");
        assertThat(book.hasOthers()).isFalse();
        start(SECOND);
    }

    @Test
    void anOldKeyIsNotFreeWhileEventsAreOnTheirWay() {
        start(FIRST);
        jdbc.sql("insert into event_publication values (?)").param(vault(FIRST).sealAlike("told", "event")).update();
        var both = SECOND + "," + FIRST;
        var book = start(both);

        rotation(both).rotate();

        assertThat(book.hasOthers()).isTrue();
        jdbc.sql("delete from event_publication").update();
        rotation(both).rotate();
        assertThat(book.hasOthers()).isFalse();
    }

    @Test
    void aStartWithoutAKeyInUseOrWithAnotherOneOfItsNameIsRefused() {
        start(FIRST);

        assertThatThrownBy(() -> start(SECOND)).hasMessageContaining("does not start without the key a");
        assertThatThrownBy(() -> start("a:" + TestVault.key())).hasMessageContaining("another key under the name a");
        start(FIRST);
    }

    private KeyBook start(String keys) {
        var book = new KeyBook(TestVault.ring(keys), jdbc);
        book.afterPropertiesSet();
        return book;
    }

    private Rotation rotation(String keys, SealedColumn... columns) {
        return new Rotation(vault(keys), new KeyBook(TestVault.ring(keys), jdbc),
                List.of(() -> List.of(columns), () -> List.of(VaultConfiguration.PERSON_KEYS)), List.of(), jdbc, new DataSourceTransactionManager(database));
    }

    private static Vault vault(String keys) {
        return new Vault(TestVault.ring(keys));
    }

    private PersonVault people(String keys) {
        return new PersonVault(vault(keys), jdbc, Clock.systemUTC(), new DataSourceTransactionManager(database));
    }
}
