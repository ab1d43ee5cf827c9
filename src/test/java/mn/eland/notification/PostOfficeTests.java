package mn.eland.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import mn.eland.TestDatabase;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.notification.letter.Letters;
import mn.eland.workflow.outage.Outages;
import mn.eland.workflow.outage.Round;
import mn.eland.store.vault.TestVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.ITemplateEngine;

/** A mail server that is away, on a real database. */
class PostOfficeTests {

    private static final PartyId PERSON = new PartyId(new UUID(0, 1));

    private JdbcClient jdbc;
    private NotificationStore store;
    private PostOffice office;

    private final Outages outages = mock(Outages.class);
    private Round round;
    private int transactions;

    @BeforeEach
    void open() throws IOException {
        var database = new DriverManagerDataSource(TestDatabase.freshDatabase(), "postgres", "postgres");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/notification/V202611231700__notification_tells_people.sql")).execute(database);
        jdbc = JdbcClient.create(database);
        store = new NotificationStore(jdbc, new ObjectMapper(), new ElandClock(), TestVault.fresh());
        var notifications = mock(Notifications.class);
        when(notifications.view(any(), any())).thenAnswer(call -> new NotificationView(1, "S-2026-000001", "moneyReleased", "Title", "Text",
                "/deals/S-2026-000001", java.time.Instant.EPOCH, false));
        var parties = mock(Parties.class);
        var person = new PartyView(PERSON, PartyView.Kind.PERSON, null, "Батын", "Болд", null, null, null, null, "person@example.mn", null, null, true);
        when(parties.find(PERSON)).thenReturn(Optional.of(person));
        when(parties.language(PERSON)).thenReturn("mn");
        var templates = mock(ITemplateEngine.class);
        when(templates.process(any(String.class), any())).thenReturn("<p>Text</p>");
        var messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        var mails = new JavaMailSenderImpl();
        mails.setHost("localhost");
        mails.setPort(closedPort());
        doAnswer(call -> {
            round = new Round();
            call.<Consumer<Round>>getArgument(1).accept(round);
            return null;
        }).when(outages).round(any(), any());
        office = new PostOffice(store, notifications, parties, new Letters(mails, templates, "http://localhost", "no-reply@example.mn"), messages, outages, counted(database));
        store.add(PERSON, "event", Notice.of("moneyReleased", CaseRef.of("S-2026-000001")).with("amount", Money.of(5)));
    }

    @Test
    void aMailThatCouldNotBeSentWaitsBeforeTheNextTry() {
        office.sendDue();
        office.sendDue();

        assertThat(letter("attempts::text || ' ' || (next_try_at > current_timestamp + interval '50 seconds')::text || ' ' || (given_up_at is null)::text"))
                .isEqualTo("1 true true");
        assertThat(letter("last_error")).isEqualTo("MailSendException");
    }

    @Test
    void aServerThatIsAwayIsToldToTheOperators() {
        office.sendDue();
        assertThat(round.failure()).isInstanceOf(MailSendException.class);

        office.sendDue();
        assertThat(round.failure()).isNull();
        assertThat(round.isAnswered()).isFalse();

        office.tryNow();
        assertThat(round.failure()).isInstanceOf(MailSendException.class);
        assertThat(office.waiting()).isOne();
    }

    @Test
    void aMailIsGivenUpAtLast() {
        for (int i = 0; i < 10; i++) {
            office.sendDue();
            jdbc.sql("update notification.letters set next_try_at = current_timestamp where next_try_at > current_timestamp").update();
        }

        assertThat(letter("attempts::text || ' ' || (given_up_at is not null)::text")).isEqualTo("6 true");
    }

    @Test
    void whatBecameOfALetterIsNotedWhereTheNextIsTaken() {
        store.add(PERSON, "another event", Notice.of("moneyReleased", CaseRef.of("S-2026-000001")).with("amount", Money.of(6)));

        office.sendDue();

        assertThat(transactions).isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from notification.letters where last_error = 'MailSendException'").query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void theSameEventMakesOneLetter() {
        store.add(PERSON, "event", Notice.of("moneyReleased", CaseRef.of("S-2026-000001")));

        assertThat(jdbc.sql("select count(*) from notification.letters").query(Integer.class).single()).isEqualTo(1);
        assertThat(store.of(PERSON, null, 10)).extracting(NotificationStore.Row::arguments)
                .isEqualTo(List.of(java.util.Map.of("case", "S-2026-000001", "amount", Money.of(5))));
    }

    private String letter(String column) {
        return jdbc.sql("select " + column + " from notification.letters").query(String.class).single();
    }

    private TransactionOperations counted(DataSource database) {
        var manager = new JdbcTransactionManager(database);
        manager.addListener(new TransactionExecutionListener() {
            @Override
            public void afterBegin(TransactionExecution transaction, Throwable failure) {
                transactions++;
            }
        });
        return new TransactionTemplate(manager);
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
