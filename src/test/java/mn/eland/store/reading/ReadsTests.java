package mn.eland.store.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.function.Consumer;
import mn.eland.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction asks once, and again as soon as the answer may be another. */
class ReadsTests {

    private static final Reads FLOWERS = Reads.of("garden.flowers");
    private static final Reads TREES = Reads.of("garden.trees", "garden.flowers");
    private static DriverManagerDataSource database;

    private final JdbcTemplate statements = new WatchedStatements(database);
    private final JdbcClient jdbc = JdbcClient.create(statements);
    private final JdbcClient others = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private int asked;

    @BeforeAll
    static void garden() {
        database = new DriverManagerDataSource(TestDatabase.freshDatabase(), "postgres", "postgres");
        var jdbc = new JdbcTemplate(database);
        jdbc.execute("create schema garden");
        jdbc.execute("create table garden.flowers (id int primary key, colour text not null)");
        jdbc.execute("create table garden.trees (id int primary key, height int not null)");
        jdbc.execute("insert into garden.flowers values (1, 'red')");
    }

    @Test
    void theSameIsAskedOnceInATransactionAndNewInTheNext() {
        transaction.executeWithoutResult(now -> {
            assertThat(List.of(colour(1), colour(1), colour(1))).hasSize(3).containsOnly(colour(1));
            assertThat(asked).isEqualTo(1);
        });
        transaction.executeWithoutResult(now -> colour(1));

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void withoutATransactionNothingIsRemembered() {
        colour(1);
        colour(1);

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void anotherKeyIsAnotherQuestion() {
        transaction.executeWithoutResult(now -> {
            colour(1);
            colour(2);
        });

        assertThat(asked).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "update garden.flowers set colour = colour",
            "UPDATE  Garden.Flowers SET colour = colour",
            "insert into garden.flowers values (9, 'white') on conflict do nothing",
            "delete from garden.flowers where id = 9",
            "with gone as (delete from garden.flowers where id = 9 returning id) insert into garden.trees select id, 1 from gone",
            "update only \"garden\".\"flowers\" set colour = colour",
            "select pg_advisory_xact_lock(hashtextextended('flowers', 0))",
            "select id from garden.trees for update",
            "lock table garden.trees"})
    void whoeverWritesOrWaitsMakesItForgotten(String statement) {
        for (Consumer<String> way : ways()) {
            asked = 0;
            transaction.executeWithoutResult(now -> {
                colour(1);
                way.accept(statement);
                colour(1);
            });
            assertThat(asked).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update garden.flowers set colour = colour where id = :id", "delete from garden.flowers where id = :id and colour = 'none'"})
    void soDoesTheClient(String statement) {
        transaction.executeWithoutResult(now -> {
            colour(1);
            jdbc.sql(statement).param("id", 1).update();
            colour(1);
            jdbc.sql(statement.replace(":id", "?")).param(1).update();
            colour(1);
            jdbc.sql(statement + " returning id").param("id", 1).query(Integer.class).list();
            colour(1);
            statements.batchUpdate(statement.replace(":id", "?"), List.of(new Object[] {1}, new Object[] {2}));
            colour(1);
            statements.update(statement.replace(":id", "1"));
            colour(1);
            statements.batchUpdate(statement.replace(":id", "1"), statement.replace(":id", "2"));
            colour(1);
        });

        assertThat(asked).isEqualTo(7);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        transaction.executeWithoutResult(now -> {
            assertThat(colour(1)).isEqualTo("red");
            jdbc.sql("update garden.flowers set colour = 'blue' where id = 1").update();
            assertThat(colour(1)).isEqualTo("blue");
            now.setRollbackOnly();
        });
        transaction.executeWithoutResult(now -> assertThat(colour(1)).isEqualTo("red"));
    }

    @Test
    void whoeverWritesElsewhereForgetsNothingElse() {
        transaction.executeWithoutResult(now -> {
            colour(1);
            TREES.once(1, () -> jdbc.sql("select count(*) from garden.trees").query(Integer.class).single());
            jdbc.sql("insert into garden.trees values (7, 3) on conflict do nothing").update();
            colour(1);
            assertThat(asked).isEqualTo(1);
            assertThat(TREES.<Integer>once(1, () -> -1)).isEqualTo(-1);
        });
    }

    @Test
    void aTransactionWithinHasItsOwnMemoryAndMayHaveWrittenAnything() {
        var within = new TransactionTemplate(transaction.getTransactionManager());
        within.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(now -> {
            colour(1);
            within.executeWithoutResult(inner -> colour(1));
            colour(1);
        });

        assertThat(asked).isEqualTo(3);
    }

    @Test
    void statementsThatNobodyWatchesLeaveNothingToRemember() {
        transaction.executeWithoutResult(now -> {
            for (int time = 0; time < 2; time++) {
                FLOWERS.once(1, () -> {
                    asked++;
                    return others.sql("select colour from garden.flowers where id = 1").query(String.class).optional();
                });
            }
        });

        assertThat(asked).isEqualTo(2);
    }

    private String colour(int flower) {
        return FLOWERS.once(flower, () -> {
            asked++;
            return jdbc.sql("select colour from garden.flowers where id = :id").param("id", flower).query(String.class).optional();
        }).orElse("none");
    }

    /** All doors through which a statement may go. */
    private List<Consumer<String>> ways() {
        return List.of(sql -> statements.execute(sql),
                sql -> statements.execute(sql, (PreparedStatementCallback<Boolean>) prepared -> prepared.execute()),
                sql -> statements.execute((ConnectionCallback<Boolean>) connection -> run(connection, sql)));
    }

    private static boolean run(Connection connection, String sql) throws java.sql.SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
