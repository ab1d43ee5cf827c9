package mn.eland.payment.transfer;

import java.util.Optional;
import java.util.regex.Pattern;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
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
    private final NameChecks names;
    private final Holds holds;
    private final PayoutStops stops;
    private final Bank bank;
    private final ElandClock clock;
    private final PaymentProperties properties;

    Transfers(TransferStore store, NameChecks names, Holds holds, PayoutStops stops, Bank bank, ElandClock clock, PaymentProperties properties) {
        this.store = store;
        this.names = names;
        this.holds = holds;
        this.stops = stops;
        this.bank = bank;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * Carries the order out as far as it can be known now. The same key never pays twice. Before anything is intended the
     * bank is asked who holds the account; what came back later is not sent again by itself.
     */
    public Answer carryOut(Order order) {
        var last = store.last(order.key());
        if (last.isPresent() && last.get().state() != TransferRow.State.REFUSED) {
            return goOn(last.get());
        }
        var hold = holds.blocking(order);
        if (hold.isPresent()) {
            return new Answer.Held(hold.get().reason().name());
        }
        if (stops.isStopped(order.party())) {
            holds.open(order, Holds.Reason.ACCOUNT_CHANGED, null);
            return new Answer.Held(Holds.Reason.ACCOUNT_CHANGED.name());
        }
        try {
            var checked = names.check(order.toIban(), order.namedHolder());
            if (!checked.isGood()) {
                holds.open(order, Holds.Reason.valueOf(checked.result().name()), checked.maskedHolder());
                return new Answer.Held(checked.result().name());
            }
            return goOn(store.intend(order, checked.bankCode()));
        } catch (Bank.Unavailable e) {
            return new Answer.Unknown(e.getMessage());
        }
    }

    /** Whether an order with this key was ever intended, and not refused since: only its own way can end it. */
    public boolean isUnderWay(String key) {
        return store.last(key).filter(last -> last.state() != TransferRow.State.REFUSED).isPresent();
    }

    private Answer goOn(TransferRow transfer) {
        return switch (transfer.state()) {
            case INTENDED -> send(transfer);
            case SENT -> ask(transfer, true);
            case BOOKED, RETURNED -> new Answer.Booked(transfer.journalNo());
            case REFUSED -> throw new IllegalStateException("a refused transfer is intended anew: " + transfer.key());
        };
    }

    /** Sends money that came back once more, to an account that an officer has named. May be called again for the same hold. */
    public Answer sendAgain(Holds.Hold hold) {
        var lost = store.read(hold.transferId());
        return carryOut(new Order(hold.key(), lost.caseRef(), Kinds.sentAgain(lost.kind()), lost.from(), null, lost.party(), lost.toName(),
                hold.toIban(), lost.amount(), lost.text()));
    }

    private Answer send(TransferRow transfer) {
        if (!store.claimSending(transfer)) {
            return new Answer.Unknown("somebody else is sending it");
        }
        var sent = store.read(transfer.id());
        Bank.TransferResult result;
        try {
            result = bank.transfer(new Bank.Transfer(sent.marker(), sent.toIban(), sent.toName(), bankOf(sent), sent.amount().tugrug(),
                    sent.text()));
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

    /** Orders from before the name check was kept have no bank yet. */
    private String bankOf(TransferRow sent) {
        return sent.bankCode() == null ? names.check(sent.toIban(), null).bankCode() : sent.bankCode();
    }

    /** @param mayRepeat false right after sending: what is not in the statement yet may still come */
    private Answer ask(TransferRow transfer, boolean mayRepeat) {
        try {
            var line = bank.find(transfer.marker(), transfer.firstSent().minusDays(1));
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

    /** What a line of the statement is to our transfers. */
    public enum Seen { OURS, OTHER_AMOUNT, NOT_OURS }

    /** A line of money out was read in the statement. One of ours counts as booked from now on, whatever its sum. */
    public Seen left(Bank.StatementLine line) {
        var transfer = marked(line);
        if (transfer.isEmpty()) {
            return Seen.NOT_OURS;
        }
        store.booked(transfer.get().id(), line.journalNo());
        return transfer.get().amount().tugrug() == -line.amountTugrug() ? Seen.OURS : Seen.OTHER_AMOUNT;
    }

    /** The sum that was ordered under the marker of this line. */
    public Money ordered(Bank.StatementLine line) {
        return marked(line).map(TransferRow::amount).orElse(Money.ZERO);
    }

    /** Money came in under the marker of a transfer of ours, in its whole sum: the bank gave it back. True when it did. */
    public boolean cameBack(Bank.StatementLine line) {
        var found = marked(line).filter(transfer -> transfer.amount().tugrug() == line.amountTugrug());
        if (found.isEmpty()) {
            return false;
        }
        var transfer = found.get();
        store.booked(transfer.id(), line.journalNo());
        store.returned(transfer.id(), line.record(), withoutMarker(line.description()));
        return store.read(transfer.id()).returnedRecord() == line.record();
    }

    private static String withoutMarker(String description) {
        return MARKER.matcher(description).replaceAll("").replace("CODE:", "").replaceAll("\\s+", " ").strip();
    }

    private Optional<TransferRow> marked(Bank.StatementLine line) {
        var marker = MARKER.matcher(line.description());
        return marker.find() ? store.byMarker(marker.group()) : Optional.empty();
    }
}
