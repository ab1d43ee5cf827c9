package mn.eland.integration.simulator.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import mn.eland.integration.khan.simulator.BankBooks;
import mn.eland.integration.khan.simulator.Teller;
import mn.eland.integration.qpay.simulator.Payer;
import mn.eland.integration.qpay.simulator.QPayBooks;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The payer with the bank app, and the bank. */
@SimulatedEndpoint
@RequestMapping("/simulators")
public class MoneyPages {

    private static final int LIMIT = 100;

    private final Stage stage;
    private final QPayBooks qpay;
    private final Payer payer;
    private final BankBooks bank;
    private final Teller teller;

    public MoneyPages(Stage stage, QPayBooks qpay, Payer payer, BankBooks bank, Teller teller) {
        this.stage = stage;
        this.qpay = qpay;
        this.payer = payer;
        this.bank = bank;
        this.teller = teller;
    }

    /** An invoice with what was paid on it. */
    public record Row(QPayBooks.Invoice invoice, List<QPayBooks.Payment> payments, BigDecimal paid) {

        public BigDecimal open() {
            return invoice.amount().subtract(paid).max(BigDecimal.ZERO);
        }
    }

    @GetMapping("/qpay")
    ModelAndView invoices(@RequestParam(required = false) String refused) {
        var rows = qpay.newest(LIMIT).stream().map(invoice -> {
            var payments = qpay.payments(invoice.id());
            return new Row(invoice, payments, payments.stream().map(QPayBooks.Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        }).toList();
        return Show.page("qpay", "rows", rows, "refused", refused);
    }

    @PostMapping("/qpay/pay")
    ModelAndView pay(@RequestParam UUID invoice, @RequestParam BigDecimal amount, @RequestParam String paidBy,
                     @RequestParam(defaultValue = "P2P") String type, @RequestParam(defaultValue = "false") boolean anyway) {
        try {
            payer.pay(invoice, amount, paidBy, type, anyway);
            return Show.go("/qpay");
        } catch (IllegalStateException refused) {
            return Show.go("/qpay").addObject("refused", refused.getMessage());
        }
    }

    @PostMapping("/qpay/forge")
    ModelAndView forge(@RequestParam UUID invoice) {
        payer.forge(invoice);
        return Show.go("/qpay");
    }

    @GetMapping("/bank")
    ModelAndView account(@RequestParam(required = false) String refused) {
        var account = bank.clientAccounts().get(0);
        return Show.page("bank", "account", account, "entries", bank.newest(account.iban(), LIMIT), "orders", bank.interbankOrders(LIMIT),
                "refused", refused);
    }

    @PostMapping("/bank/incoming")
    ModelAndView incoming(@RequestParam BigDecimal amount, @RequestParam String description, @RequestParam String fromIban,
                          @RequestParam(required = false) String fromName, @RequestParam(defaultValue = "") String toIban) {
        var to = toIban.replaceAll("\\s", "").toUpperCase(java.util.Locale.ROOT);
        if (!to.isEmpty() && bank.behind(to).isEmpty()) {
            return Show.go("/bank").addObject("refused", to);
        }
        stage.inTransaction(() -> {
            var iban = fromIban.replaceAll("\\s", "").toUpperCase(java.util.Locale.ROOT);
            if (bank.account(iban).isEmpty() && fromName != null && !fromName.isBlank() && iban.matches("MN\\d{18}")) {
                bank.open(iban, fromName);
            }
            return !to.isEmpty() ? teller.receiveVirtual(to, amount, description, iban) : teller.receive(bank.clientAccounts().get(0).iban(), amount, description, iban);
        });
        return Show.go("/bank");
    }

    @PostMapping("/bank/correct")
    ModelAndView correct(@RequestParam long record) {
        stage.inTransaction(() -> {
            teller.correct(bank.clientAccounts().get(0).iban(), record);
            return null;
        });
        return Show.go("/bank");
    }
}
