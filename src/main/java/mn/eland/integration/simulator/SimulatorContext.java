package mn.eland.integration.simulator;

import java.time.Clock;
import javax.sql.DataSource;
import mn.eland.integration.khan.simulator.AccountEndpoints;
import mn.eland.integration.khan.simulator.BankBooks;
import mn.eland.integration.khan.simulator.KhanAccess;
import mn.eland.integration.khan.simulator.Teller;
import mn.eland.integration.khan.simulator.TransferEndpoints;
import mn.eland.integration.qpay.simulator.Callbacks;
import mn.eland.integration.qpay.simulator.InvoiceEndpoints;
import mn.eland.integration.qpay.simulator.Payer;
import mn.eland.integration.qpay.simulator.PaymentEndpoints;
import mn.eland.integration.qpay.simulator.QPayAccess;
import mn.eland.integration.qpay.simulator.QPayBooks;
import mn.eland.integration.stage.Exchanges;
import mn.eland.integration.stage.SandboxTokens;
import mn.eland.integration.stage.Stage;
import mn.eland.integration.stage.Switches;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.DataSourceInitializer;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** Who plays in the simulators' own context. Not a stereotype: the application must not find it. */
@Import({QPayAccess.class, InvoiceEndpoints.class, PaymentEndpoints.class, KhanAccess.class, AccountEndpoints.class,
        TransferEndpoints.class, TestEndpoints.class})
class SimulatorContext {

    @Bean
    DataSourceInitializer seed(DataSource dataSource) {
        var scripts = new ResourceDatabasePopulator(new ClassPathResource("simulators/bank-seed.sql"));
        scripts.setSqlScriptEncoding("UTF-8");
        var initializer = new DataSourceInitializer();
        initializer.setDataSource(dataSource);
        initializer.setDatabasePopulator(scripts);
        return initializer;
    }

    @Bean
    JdbcClient jdbc(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    Switches switches(JdbcClient jdbc) {
        return new Switches(jdbc);
    }

    @Bean
    Exchanges exchanges(JdbcClient jdbc, Clock clock) {
        return new Exchanges(jdbc, clock);
    }

    @Bean
    SandboxTokens tokens(JdbcClient jdbc, Clock clock) {
        return new SandboxTokens(jdbc, clock);
    }

    @Bean
    Stage stage(Switches switches, DataSource dataSource, Clock clock, SimulatorProperties properties) {
        return new Stage(switches, new TransactionTemplate(new DataSourceTransactionManager(dataSource)), clock, properties.hang());
    }

    @Bean
    QPayBooks qpayBooks(JdbcClient jdbc) {
        return new QPayBooks(jdbc);
    }

    @Bean
    Callbacks qpayCallbacks(Exchanges exchanges) {
        return new Callbacks(exchanges);
    }

    /** What is paid by QR code is settled on the merchant's account, under the payment's number and nothing else. */
    @Bean
    Payer payer(Stage stage, QPayBooks books, Callbacks callbacks, Teller teller, BankBooks bank) {
        return new Payer(stage, books, callbacks, (amount, paymentId) -> teller.receive(
                bank.clientAccounts().get(0).iban(), amount, "QPAY " + paymentId, "MN280015999900000003"));
    }

    @Bean
    BankBooks bankBooks(JdbcClient jdbc) {
        return new BankBooks(jdbc);
    }

    @Bean
    Teller teller(Stage stage, BankBooks books) {
        return new Teller(stage, books);
    }
}
