package mn.eland.integration.simulator;

import java.time.Clock;
import javax.sql.DataSource;
import mn.eland.integration.dan.simulator.DanCodes;
import mn.eland.integration.dan.simulator.DanEndpoints;
import mn.eland.integration.dan.simulator.DanPages;
import mn.eland.integration.face.simulator.FaceEndpoints;
import mn.eland.integration.frc.simulator.LicenceEndpoints;
import mn.eland.integration.khan.simulator.AccountEndpoints;
import mn.eland.integration.khan.simulator.BankBooks;
import mn.eland.integration.khan.simulator.KhanAccess;
import mn.eland.integration.khan.simulator.Teller;
import mn.eland.integration.khan.simulator.TransferEndpoints;
import mn.eland.integration.mail.simulator.Mailbox;
import mn.eland.integration.mail.simulator.SmtpServer;
import mn.eland.integration.notary.simulator.DeedEndpoints;
import mn.eland.integration.operator.simulator.SimSwapEndpoints;
import mn.eland.integration.pwned.simulator.RangeEndpoints;
import mn.eland.integration.qpay.simulator.Callbacks;
import mn.eland.integration.qpay.simulator.EbarimtBooks;
import mn.eland.integration.qpay.simulator.EbarimtEndpoints;
import mn.eland.integration.qpay.simulator.InvoiceEndpoints;
import mn.eland.integration.qpay.simulator.Payer;
import mn.eland.integration.qpay.simulator.PaymentEndpoints;
import mn.eland.integration.qpay.simulator.QPayAccess;
import mn.eland.integration.qpay.simulator.QPayBooks;
import mn.eland.integration.registry.simulator.OfficeHours;
import mn.eland.integration.registry.simulator.Registrar;
import mn.eland.integration.registry.simulator.RegistryEndpoints;
import mn.eland.integration.screening.simulator.ScreeningEndpoints;
import mn.eland.integration.simulator.page.MoneyPages;
import mn.eland.integration.simulator.page.OfficePages;
import mn.eland.integration.simulator.page.StagePages;
import mn.eland.integration.sms.simulator.SmsEndpoints;
import mn.eland.integration.sms.simulator.Telephones;
import mn.eland.integration.stage.Exchanges;
import mn.eland.integration.stage.SandboxTokens;
import mn.eland.integration.stage.Stage;
import mn.eland.integration.stage.Switches;
import mn.eland.integration.tsa.simulator.StampEndpoints;
import mn.eland.integration.tsa.simulator.StampKeys;
import mn.eland.integration.xyp.simulator.CitizenServices;
import mn.eland.integration.xyp.simulator.CompanyServices;
import mn.eland.integration.xyp.simulator.ControlEndpoints;
import mn.eland.integration.xyp.simulator.LandServices;
import mn.eland.integration.xyp.simulator.NotaryServices;
import mn.eland.integration.xyp.simulator.PropertyServices;
import mn.eland.integration.xyp.simulator.Registers;
import mn.eland.integration.xyp.simulator.XypClients;
import mn.eland.integration.xyp.simulator.XypEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.DataSourceInitializer;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** Who plays in the simulators' own context. Not a stereotype: the application must not find it. */
@Import({QPayAccess.class, InvoiceEndpoints.class, PaymentEndpoints.class, EbarimtEndpoints.class, KhanAccess.class, AccountEndpoints.class,
        TransferEndpoints.class, XypEndpoint.class, ControlEndpoints.class, RegistryEndpoints.class, DeedEndpoints.class,
        DanPages.class, DanEndpoints.class, FaceEndpoints.class, ScreeningEndpoints.class,
        TestEndpoints.class, RegistryTestEndpoints.class, MailEndpoints.class, MoneyPages.class, OfficePages.class,
        StagePages.class, SmsEndpoints.class, TextEndpoints.class, RangeEndpoints.class, LicenceEndpoints.class, SimSwapEndpoints.class,
        StampEndpoints.class})
class SimulatorContext {

    @Bean
    DataSourceInitializer seed(DataSource dataSource) {
        var scripts = new ResourceDatabasePopulator(new ClassPathResource("simulators/bank-seed.sql"),
                new ClassPathResource("simulators/register-seed.sql"));
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
    EbarimtBooks ebarimtBooks(JdbcClient jdbc) {
        return new EbarimtBooks(jdbc);
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
    Registers registers(JdbcClient jdbc, Clock clock) {
        return new Registers(jdbc, clock);
    }

    @Bean
    XypClients xypClients(JdbcClient jdbc, Clock clock, SimulatorProperties properties) {
        var clients = new XypClients(jdbc, clock, properties.xyp().keyBits());
        clients.sandboxPrivateKey();
        return clients;
    }

    @Bean
    CitizenServices citizenServices(JdbcClient jdbc) {
        return new CitizenServices(jdbc);
    }

    @Bean
    PropertyServices propertyServices(Registers registers) {
        return new PropertyServices(registers);
    }

    @Bean
    LandServices landServices(Registers registers) {
        return new LandServices(registers);
    }

    @Bean
    CompanyServices companyServices(JdbcClient jdbc) {
        return new CompanyServices(jdbc);
    }

    @Bean
    DanCodes danCodes(JdbcClient jdbc, Clock clock) {
        return new DanCodes(jdbc, clock);
    }

    @Bean
    NotaryServices notaryServices(JdbcClient jdbc, Clock clock) {
        return new NotaryServices(jdbc, clock);
    }

    @Bean
    Registrar registrar(JdbcClient jdbc, Registers registers, Clock clock, SimulatorProperties properties) {
        return new Registrar(jdbc, registers, clock, properties.registry().autoAfter());
    }

    @Bean
    OfficeHours officeHours(Stage stage, Registrar registrar) {
        return new OfficeHours(stage, registrar);
    }

    @Bean
    StampKeys stampKeys(JdbcClient jdbc) {
        return new StampKeys(jdbc);
    }

    @Bean
    Mailbox mailbox(JdbcClient jdbc, Clock clock) {
        return new Mailbox(jdbc, clock);
    }

    @Bean
    Telephones telephones(JdbcClient jdbc, Clock clock) {
        return new Telephones(jdbc, clock);
    }

    @Bean
    SmtpServer smtpServer(Mailbox mailbox, SimulatorProperties properties) {
        return new SmtpServer(properties.smtpPort(), mailbox);
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
