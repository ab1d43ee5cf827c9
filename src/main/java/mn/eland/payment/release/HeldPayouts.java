package mn.eland.payment.release;

import java.util.List;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Iban;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.payment.spi.Bank;
import mn.eland.payment.transfer.Answer;
import mn.eland.payment.transfer.Holds;
import mn.eland.payment.transfer.Holds.Hold;
import mn.eland.payment.transfer.NameChecks;
import mn.eland.payment.transfer.NameChecks.Result;
import mn.eland.payment.transfer.Transfers;
import mn.eland.workflow.Workflow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pay-outs that could not be made to the account we knew: an escrow officer names another one of the same holder. */
@Component
public class HeldPayouts {

    private final Holds holds;
    private final NameChecks names;
    private final Transfers transfers;
    private final Settlements settlements;
    private final Freezing freezing;
    private final Workflow workflow;
    private final JdbcClient jdbc;

    HeldPayouts(Holds holds, NameChecks names, Transfers transfers, Settlements settlements, Freezing freezing, Workflow workflow, JdbcClient jdbc) {
        this.holds = holds;
        this.names = names;
        this.transfers = transfers;
        this.settlements = settlements;
        this.freezing = freezing;
        this.workflow = workflow;
        this.jdbc = jdbc;
    }

    /** For escrow officers; nobody else has any. */
    public List<Hold> list(Actor officer) {
        return officer.is(Role.ESCROW_OFFICER) ? holds.unfinished() : List.of();
    }

    public int waiting() {
        return holds.waiting();
    }

    /**
     * Names the account to pay to, the same one when the bank has put it right. The bank must say that it belongs to the
     * receiver ({@code ACCOUNT_NOT_FOUND}, {@code ACCOUNT_OF_ANOTHER}); nobody does this in a deal of their own.
     */
    @Transactional
    public Outcome<Void> correct(Actor officer, long id, String account) {
        if (!officer.is(Role.ESCROW_OFFICER)) {
            return Outcome.refused(Refusal.forbidden("ESCROW_OFFICERS_ONLY"));
        }
        var found = holds.locked(id).filter(Hold::open);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.conflict("RECEIPT_DECIDED"));
        }
        var hold = found.get();
        if (hold.caseRef() != null && settlements.isParty(hold.caseRef(), officer.party())) {
            return Outcome.refused(Refusal.forbidden("OWN_DEAL"));
        }
        var iban = Iban.plain(account);
        var refusal = names.refusal(iban, hold.toIban().equals(iban) ? hold.namedHolder() : hold.toName());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        holds.decided(hold, officer, iban);
        remember(hold, iban);
        return Outcome.done();
    }

    /** Later pay-outs of the case go there too; a step that waits is tried at once. */
    private void remember(Hold hold, String iban) {
        if (hold.caseRef() != null && hold.party() != null) {
            jdbc.sql("update payment.beneficiaries set iban = ? where case_no = ? and party = ?")
                    .params(iban, hold.caseRef().number(), hold.party().value()).update();
        }
        if (hold.kind().equals("RECEIPT_RETURNED") && hold.reason() != Holds.Reason.RETURNED) {
            jdbc.sql("update payment.receipts set state = 'RETURNING', to_name = ?, to_iban = ? where 'return:R' || id = ?")
                    .params(hold.toName(), iban, hold.key()).update();
        } else if (hold.caseRef() != null && hold.reason() != Holds.Reason.RETURNED) {
            workflow.tryAgain(hold.caseRef());
        }
    }

    /** Sends what came back and was decided on, but nothing out of a frozen case. Goes on with what has no clear answer yet. */
    public void sendDecided() {
        for (var hold : holds.unfinished()) {
            if (!hold.open() && !isKeptBack(hold)) {
                var answer = transfers.sendAgain(hold);
                if (answer instanceof Answer.Booked) {
                    holds.sent(hold);
                } else if (answer instanceof Answer.Refused refused) {
                    holds.openAgain(hold, refused.reason());
                } else if (answer instanceof Answer.Held held) {
                    holds.openAgain(hold, held.reason());
                }
            }
        }
    }

    private boolean isKeptBack(Hold hold) {
        return hold.caseRef() != null && !transfers.isUnderWay(hold.key()) && freezing.isFrozen(hold.caseRef());
    }
}
