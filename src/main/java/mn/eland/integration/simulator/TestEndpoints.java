package mn.eland.integration.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mn.eland.integration.khan.simulator.BankBooks;
import mn.eland.integration.khan.simulator.Teller;
import mn.eland.integration.qpay.simulator.Payer;
import mn.eland.integration.stage.Behaviour;
import mn.eland.integration.stage.Exchanges;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import mn.eland.integration.stage.Switches;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the control page can do, as JSON, for tests and scripts. */
@SimulatedEndpoint
@RequestMapping("/simulators")
class TestEndpoints {

    private static final int LOG_LIMIT = 500;

    private final Stage stage;
    private final Switches switches;
    private final Exchanges exchanges;
    private final Payer payer;
    private final Teller teller;
    private final BankBooks bank;

    TestEndpoints(Stage stage, Switches switches, Exchanges exchanges, Payer payer, Teller teller, BankBooks bank) {
        this.stage = stage;
        this.switches = switches;
        this.exchanges = exchanges;
        this.payer = payer;
        this.teller = teller;
        this.bank = bank;
    }

    /** @param times for how many calls; null until switched off */
    record SwitchOrder(String system, String operation, Behaviour behaviour, String value, Integer times) {
    }

    @PostMapping("/switches")
    List<Switches.Switch> switchOn(@RequestBody SwitchOrder order) {
        switches.on(order.system(), order.operation() == null ? "*" : order.operation(), order.behaviour(), order.value(), order.times());
        return switches.all();
    }

    @GetMapping("/switches")
    List<Switches.Switch> switches() {
        return switches.all();
    }

    @DeleteMapping("/switches")
    void allOff() {
        switches.allOff();
    }

    /** How many calls are made to wait just now. */
    @GetMapping("/held")
    Map<String, Integer> held() {
        return Map.of("held", stage.held());
    }

    /** Lets them all go on. */
    @DeleteMapping("/held")
    Map<String, Integer> letGo() {
        return Map.of("letGo", stage.letGo());
    }

    @GetMapping("/exchanges")
    List<Exchanges.Exchange> exchanges(@RequestParam(required = false) String system) {
        return exchanges.newest(system, LOG_LIMIT);
    }

    /** @param anyway also when a wallet would refuse */
    record PayOrder(BigDecimal amount, String paidBy, String type, boolean anyway) {
    }

    @PostMapping("/qpay/invoices/{id}/payments")
    Map<String, String> pay(@PathVariable UUID id, @RequestBody PayOrder order) {
        return Map.of("paymentId", payer.pay(id, order.amount(), order.paidBy() == null ? "Төлөгч" : order.paidBy(),
                order.type() == null ? "P2P" : order.type(), order.anyway()));
    }

    @PostMapping("/qpay/invoices/{id}/forged-callbacks")
    void forge(@PathVariable UUID id) {
        payer.forge(id);
    }

    /** Money that arrives on the firm's account. @param toIban a number out of its range, null for the account itself */
    record IncomingOrder(BigDecimal amount, String description, String fromIban, String fromName, String toIban) {
    }

    @PostMapping("/khan/incoming")
    Map<String, Long> incoming(@RequestBody IncomingOrder order) {
        return stage.inTransaction(() -> {
            if (bank.account(order.fromIban()).isEmpty() && order.fromName() != null) {
                bank.open(order.fromIban(), order.fromName());
            }
            return Map.of("journal", order.toIban() != null
                    ? teller.receiveVirtual(order.toIban(), order.amount(), order.description(), order.fromIban())
                    : teller.receive(bank.clientAccounts().get(0).iban(), order.amount(), order.description(),
                    order.fromIban()));
        });
    }

    @PostMapping("/khan/corrections/{record}")
    void correct(@PathVariable long record) {
        stage.inTransaction(() -> {
            teller.correct(bank.clientAccounts().get(0).iban(), record);
            return null;
        });
    }

    /** Opens an account in any bank, so that the name check finds it. */
    record AccountOrder(String iban, String name) {
    }

    @PostMapping("/khan/accounts")
    void open(@RequestBody AccountOrder order) {
        bank.open(order.iban(), order.name());
    }

    @GetMapping("/khan/interbank-orders")
    List<BankBooks.InterbankOrder> interbankOrders() {
        return bank.interbankOrders(LOG_LIMIT);
    }

    @ExceptionHandler(IllegalStateException.class)
    ResponseEntity<?> refused(IllegalStateException refused) {
        return ResponseEntity.status(409).body(Map.of("error", String.valueOf(refused.getMessage())));
    }
}
