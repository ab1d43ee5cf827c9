package mn.eland.payment.transfer;

import java.util.regex.Pattern;
import mn.eland.kernel.ElandClock;
import mn.eland.payment.PaymentProperties;
import mn.eland.payment.spi.Bank;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends money exactly once through a bank that does not know what "once" is. Before the call the intention is committed;
 * after a call without a clear answer the statement is asked, and only what is not there after a while is sent again,
 * under the same marker. May be killed anywhere and called again.
 */
@Component
public class Transfers {

    private static final Logger LOG = LoggerFactory.getLogger(Transfers.class);
    private static final Pattern MARKER = Pattern.compile("\\bEL\\d{10}\\b");

    private final TransferStore store;
    private final Bank bank;
    private final ElandClock clock;
    private final PaymentProperties properties;

    Transfers(TransferStore store, Bank bank, ElandClock clock, PaymentProperties properties) {
        this.store = store;
        this.bank = bank;
        this.clock = clock;
        this.properties = properties;
    }

    /** Carries the order out as far as it can be known now. The same key never pays twice. */
    public Answer carryOut(Order order) {
        var transfer = store.intend(order);
        return switch (transfer.state()) {
            case INTENDED -> send(transfer);
            case SENT -> ask(transfer, true);
            case BOOKED -> new Answer.Booked(transfer.journalNo());
            case REFUSED -> throw new IllegalStateException("a refused transfer is intended anew: " + transfer.key());
        };
    }

    private Answer send(TransferRow transfer) {
        if (!store.claimSending(transfer)) {
            return new Answer.Unknown("somebody else is sending it");
        }
        var sent = store.read(transfer.id());
        Bank.TransferResult result;
        try {
            result = bank.transfer(new Bank.Transfer(sent.marker(), sent.toIban(), sent.toName(), sent.amount().tugrug(), sent.text()));
        } catch (Bank.Unavailable e) {
            LOG.info("Transfer {} of {}: {}", sent.marker(), sent.key(), e.getMessage());
            result = new Bank.TransferResult(Bank.TransferResult.State.UNKNOWN, null, e.getMessage());
        }
        return switch (result.state()) {
            case BOOKED -> booked(sent, result.journalNo());
            case REFUSED -> refused(sent, result.reason());
            case UNKNOWN -> ask(sent, false);
        };
    }

    /** @param mayRepeat false right after sending: what is not in the statement yet may still come */
    private Answer ask(TransferRow transfer, boolean mayRepeat) {
        try {
            var line = bank.find(transfer.marker(), transfer.amount().tugrug(), transfer.firstSent().minusDays(1));
            if (line.isPresent()) {
                return booked(transfer, line.get().journalNo());
            }
        } catch (Bank.Unavailable e) {
            return new Answer.Unknown(e.getMessage());
        }
        boolean waitedLongEnough = transfer.sentAt().plus(properties.resendAfter()).isBefore(clock.instant());
        return mayRepeat && waitedLongEnough ? send(transfer) : new Answer.Unknown("not in the statement yet");
    }

    private Answer booked(TransferRow transfer, String journalNo) {
        store.booked(transfer.id(), journalNo);
        return new Answer.Booked(journalNo);
    }

    private Answer refused(TransferRow transfer, String reason) {
        store.refused(transfer.id(), reason);
        return new Answer.Refused(reason);
    }

    /** A line of money out was read in the statement. True when it is one of ours, which counts as booked from now on. */
    public boolean seenInStatement(Bank.StatementLine line) {
        var marker = MARKER.matcher(line.description());
        if (!marker.find()) {
            return false;
        }
        var transfer = store.byMarker(marker.group(), -line.amountTugrug());
        transfer.ifPresent(own -> store.booked(own.id(), line.journalNo()));
        return transfer.isPresent();
    }
}
