package mn.eland.payment.collection;

import java.util.List;
import mn.eland.payment.PaymentProperties;
import mn.eland.payment.spi.Bank;
import mn.eland.payment.transfer.NameChecks;
import mn.eland.payment.transfer.Transfers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the statement of the escrow account from where it stopped; each line counts once. */
@Component
public class Statement {

    private static final Logger LOG = LoggerFactory.getLogger(Statement.class);

    private final Bank bank;
    private final Receiving receiving;
    private final GatewaySettlements settlements;
    private final Transfers transfers;
    private final NameChecks names;
    private final Findings findings;
    private final JdbcClient jdbc;
    private final PaymentProperties properties;

    Statement(Bank bank, Receiving receiving, GatewaySettlements settlements, Transfers transfers, NameChecks names, Findings findings,
              JdbcClient jdbc, PaymentProperties properties) {
        this.bank = bank;
        this.receiving = receiving;
        this.settlements = settlements;
        this.transfers = transfers;
        this.names = names;
        this.findings = findings;
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /**
     * Reads what is new. The position moves only after a line is booked; a line read twice is booked once.
     *
     * @throws Bank.Unavailable when the bank gives no answer
     */
    public void read() {
        for (var line : lines()) {
            take(line);
            moveTo(line.record());
        }
    }

    /** Books a line, whoever brought it; a line taken twice is booked once. */
    void take(Bank.StatementLine line) {
        if (line.correction()) {
            LOG.warn("Correction entry {} of {} in the escrow statement", line.record(), line.amountTugrug());
            findings.found(line, Findings.Problem.CORRECTION);
        } else if (line.amountTugrug() > 0 && (line.virtualAccount() != null || !transfers.cameBack(line))) {
            receiving.fromStatement(line, names.holder(line.relatedAccount()));
            settlements.arrived("khan:" + line.record());
        } else if (line.amountTugrug() < 0) {
            moneyLeft(line);
        }
    }

    private void moneyLeft(Bank.StatementLine line) {
        switch (transfers.left(line)) {
            case NOT_OURS -> {
                LOG.warn("Money left the escrow account without an order of ours: record {}, {}", line.record(), line.amountTugrug());
                findings.found(line, Findings.Problem.NO_ORDER);
            }
            case OTHER_AMOUNT -> {
                LOG.warn("The bank booked {} under record {} where {} was ordered", line.amountTugrug(), line.record(), transfers.ordered(line));
                findings.otherAmount(line, transfers.ordered(line));
            }
            case OURS -> LOG.debug("Record {} is a transfer of ours", line.record());
        }
    }

    private List<Bank.StatementLine> lines() {
        return bank.statementAfter(jdbc.sql("select record from payment.statement_position where account = ?")
                .param(properties.escrowIban()).query(Long.class).optional().orElse(0L));
    }

    private void moveTo(long record) {
        jdbc.sql("""
                insert into payment.statement_position (account, record) values (?, ?)
                on conflict (account) do update set record = greatest(payment.statement_position.record, excluded.record)""")
                .params(properties.escrowIban(), record).update();
    }
}
