package mn.eland.payment.payout;

import java.time.Instant;
import mn.eland.kernel.Iban;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.payment.spi.Bank;
import mn.eland.payment.transfer.NameChecks;
import mn.eland.payment.transfer.NameChecks.Result;
import mn.eland.payment.transfer.PayoutStops;
import mn.eland.workflow.Workflow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts that people are paid into. Who they are, and whether a change is theirs, is for the caller to know. */
@Service
@Transactional
public class PayoutDesk {

    private final NameChecks names;
    private final PayoutStops stops;
    private final Workflow workflow;
    private final JdbcClient jdbc;

    PayoutDesk(NameChecks names, PayoutStops stops, Workflow workflow, JdbcClient jdbc) {
        this.names = names;
        this.stops = stops;
        this.workflow = workflow;
        this.jdbc = jdbc;
    }

    /** @param masked first letters of the holder's name */
    public record Holder(boolean matches, String masked) {
    }

    /**
     * Asks the bank who holds the account, an outside call. Refused with {@code IBAN_INVALID}, {@code ACCOUNT_NOT_FOUND} (field
     * {@code iban}) or {@code BANK_UNAVAILABLE} (conflict); a holder of another name is told, not refused.
     */
    public Outcome<Holder> holder(String iban, String name) {
        if (!Iban.isValid(iban)) {
            return Outcome.refused(Refusal.invalid("IBAN_INVALID", "iban"));
        }
        try {
            var checked = names.check(iban, name);
            return checked.result() == Result.NO_ACCOUNT ? Outcome.refused(Refusal.invalid("ACCOUNT_NOT_FOUND", "iban"))
                    : Outcome.done(new Holder(checked.result() == Result.MATCHES, checked.maskedHolder()));
        } catch (Bank.Unavailable e) {
            return Outcome.refused(Refusal.conflict("BANK_UNAVAILABLE"));
        }
    }

    /** Nothing new is paid to the party until then, or until {@link #goOn}. */
    public void stop(PartyId party, Instant until) {
        stops.stop(party, until);
    }

    /** Pays the party again; steps that waited are tried at once. */
    public void goOn(PartyId party) {
        stops.lift(party).forEach(workflow::tryAgain);
    }

    /** From now on the party is paid into this account in every case; what is on its way stays on its way. */
    public void payInto(PartyId party, String iban) {
        jdbc.sql("update payment.beneficiaries set iban = ? where party = ?").params(iban, party.value()).update();
        goOn(party);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void goOnAfterTheTime() {
        stops.over().forEach(this::goOn);
    }
}
