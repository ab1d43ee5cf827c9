package mn.eland.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import mn.eland.ElandTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** That a listener has been told is noted in the transaction of its work. */
@ElandTest
class NotedWithTheWorkTests {

    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transactions;
    @Autowired Scribe scribe;
    @Autowired JdbcTemplate statements;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void look() {
        statements.execute("create schema noted");
        statements.execute("create table noted.lines (transaction text not null)");
        statements.execute("create table noted.kept (id uuid primary key)");
        statements.execute("create table noted.promises (kept uuid references noted.kept deferrable initially deferred)");
        statements.execute("""
                create function noted.note() returns trigger language plpgsql as $$ begin
                    insert into noted.lines values (pg_current_xact_id()::text); return old; end $$""");
        statements.execute("create trigger noted before delete on event_publication for each row when (old.event_type like '%Scribe$Line') execute function noted.note()");
    }

    @AfterEach
    void lookAway() {
        statements.execute("drop schema noted cascade");
        jdbc.sql("delete from event_publication where event_type like '%Scribe$Line'").update();
    }

    @Test
    void theNoteIsPartOfTheWork() {
        var text = told(false);

        await().until(() -> waiting() == 0);
        assertThat(jdbc.sql("select transaction from noted.lines").query(String.class).list()).containsExactly(scribe.transactionOf(text));
    }

    @Test
    void workThatFailsWithItsCommitLeavesNoNote() {
        var text = told(true);

        await().until(() -> scribe.transactionOf(text) != null);
        await().during(Duration.ofMillis(300)).until(() -> waiting() == 1);
        assertThat(jdbc.sql("select transaction from noted.lines").query(String.class).list()).isEmpty();
    }

    private String told(boolean tooLate) {
        var text = UUID.randomUUID().toString();
        transactions.executeWithoutResult(in -> events.publishEvent(new Scribe.Line(text, tooLate)));
        return text;
    }

    private long waiting() {
        return jdbc.sql("select count(*) from event_publication where event_type like '%Scribe$Line'").query(Long.class).single();
    }
}
