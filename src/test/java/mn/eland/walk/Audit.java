package mn.eland.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import mn.eland.kernel.CaseRef;
import mn.eland.walk.WalkingDeal.Stand;

/** What must hold of every case that has ended, whatever happened to it. */
final class Audit {

    private static final List<String> NOT_AGREED = List.of("OFFER_REFUSED", "COUNTER_REFUSED", "OFFER_LAPSED", "COUNTER_LAPSED",
            "LISTING_CLOSED", "SOLD_TO_ANOTHER", "PROPERTY_TAKEN");
    private static final String PAID_WHILE_FROZEN = """
            select count(*) from payment.transfers t join sale.freezes f on f.sale = t.case_no where t.case_no = ? and t.attempt = 1
            and t.kind in ('SELLER_PAID', 'SHARE_PAID', 'REFUND_PAID', 'BROKER_PAID', 'PAYOFF_PAID', 'DISPUTE_REFUNDED', 'DISPUTE_RELEASED')
            and t.intended_at > f.at and (f.lifted_at is null or t.intended_at < f.lifted_at)""";
    private final Town town;
    private final Map<String, Integer> endings = new TreeMap<>();

    Audit(Town town) {
        this.town = town;
    }

    Map<String, Integer> endings() {
        return endings;
    }

    /** A task without somebody who can do it is nobody's task. */
    void ownersOf(List<Town.Item> tasks) {
        for (var item : tasks) {
            boolean owned = item.assignee() != null ? town.folk.isKnown(item.assignee()) : !town.folk.group(item.group()).isEmpty();
            if (!owned) {
                throw new AssertionError("nobody can do " + item);
            }
        }
    }

    List<String> faults(WalkingDeal deal, Stand stand) {
        endings.merge(stand.endReason() == null ? stand.stage() : stand.endReason(), 1, Integer::sum);
        var faults = new ArrayList<String>();
        var books = new Books(town.sql, deal.caseRef());
        boolean sold = stand.stage().equals("COMPLETED");
        var claims = new Claims(town.sql, deal);
        engine(deal.caseRef(), faults);
        property(deal, stand, faults);
        claims.check(sold, faults);
        new TaxRules(town.sql).check(deal, sold, books, faults);
        agreement(deal, stand, faults);
        if (sold) {
            completed(deal, books, claims, faults);
        } else {
            calledOff(deal, stand, books, claims, faults);
        }
        if (count(PAID_WHILE_FROZEN, deal) > 0) {
            faults.add("money has left a frozen case");
        }
        if (!books.isBalanced()) {
            faults.add("the books of the case do not balance");
        }
        if (count("select count(*) from payment.collections where case_no = ? and state = 'OPEN'", deal) > 0) {
            faults.add("money is still asked for");
        }
        faults.replaceAll(fault -> fault + " [" + stand + ", " + books + "]");
        return faults;
    }

    private void engine(CaseRef caseRef, List<String> faults) {
        if (town.sql.sql("select exists (select from workflow.work_items where case_number = ? and completed_at is null)")
                .param(caseRef.number()).query(Boolean.class).single()) {
            faults.add("a task is open");
        }
        if (town.runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseRef.number()).count() > 0) {
            faults.add("a process is left");
        }
    }

    private void property(WalkingDeal deal, Stand stand, List<String> faults) {
        if (count("select count(*) from property.reservations where sale = ? and released_at is null", deal) > 0) {
            faults.add("the property is still held");
        }
        if (count("select count(*) from property.filings where case_no = ? and state in ('FILING', 'PENDING')", deal) > 0) {
            faults.add("an application is still at the counter");
        }
        boolean sold = stand.stage().equals("COMPLETED");
        boolean owns = town.folk.person(deal.buyer.party()).registerNumber().equals(town.offices.ownersNumber(deal.flat.registryNo()));
        if (owns != sold) {
            faults.add("the register says that the buyer " + (owns ? "owns" : "does not own") + " the flat");
        }
        if (count("select count(*) from property.transfers where sale = ?", deal) != (sold ? 1 : 0)) {
            faults.add("the transfer is not remembered as it was");
        }
        if (count("select count(*) from notarization.acts where case_ref = ? and state = 'CERTIFIED'", deal) != (sold ? 1 : 0)) {
            faults.add("the notarial act does not stand as the sale ended");
        }
        if (count("select count(*) from notarization.slots where case_ref = ? and state = 'TAKEN'", deal) > 0) {
            faults.add("a time at the notary is still taken");
        }
    }

    /** A sale ends by agreement when the one party has accepted what the other has proposed, and nobody can accept it later. */
    private void agreement(WalkingDeal deal, Stand stand, List<String> faults) {
        long accepted = count("select count(*) from sale.rescissions where sale = ? and answer = 'ACCEPTED'", deal);
        if (accepted != ("RESCISSION_AGREED".equals(stand.endReason()) ? 1 : 0)) {
            faults.add("proposals to end by agreement that were accepted: " + accepted);
        }
        if (count("""
                select count(*) from sale.rescissions r join contract.documents d on d.id = r.document
                where r.sale = ? and (r.answer is null or r.answer <> 'ACCEPTED' and d.state = 'VALID')""", deal) > 0) {
            faults.add("a proposal to end by agreement may still be accepted");
        }
    }

    private void completed(WalkingDeal deal, Books books, Claims claims, List<String> faults) {
        long price = count("select price_mnt from sale.sales where number = ?", deal);
        long out = books.moved("SELLER_PAID", "BROKER_PAID", "TAX_PAID", "VAT_PAID", "FEE_SWEPT", "PAYOFF_PAID", "NOTARY_PAID", "STATE_FEE_PAID",
                "DISPUTE_REFUNDED", "DISPUTE_RELEASED");
        if (books.moved("DISPUTE_REFUNDED") != claims.refunded() || books.moved("DISPUTE_RELEASED") != claims.released()) {
            faults.add("more or less was paid than was disputed");
        }
        if (books.received < price || books.received != out) {
            faults.add("the price " + price + " did not come in and go out whole: " + out);
        }
        if (books.left() != 0 || books.frozen() != 0) {
            faults.add("money is left in the case");
        }
    }

    private void calledOff(WalkingDeal deal, Stand stand, Books books, Claims claims, List<String> faults) {
        if (NOT_AGREED.contains(stand.endReason()) && stand.depositCode() == null) {
            if (books.received != 0) {
                faults.add("money came before anything was agreed");
            }
            return;
        }
        var expected = new DepositRules(town).code(deal, stand);
        if (!expected.equals(stand.depositCode())) {
            faults.add("the deposit is decided as " + stand.depositCode() + ", the handbook says " + expected);
        }
        if (deal.promised() != null && stand.endReason().endsWith("WITHDREW") && !stand.depositCode().equals(deal.promised())
                && !stand.depositCode().equals("FREEZE")) {
            faults.add("the withdrawing party was told " + deal.promised());
        }
        long undisputed = Math.max(0, books.deposit - claims.takenFromDeposit());
        long seller = percent(undisputed, sellerPct(deal, stand)) + claims.releasedAsSaid();
        long claim = books.balance("2230");
        long fees = books.moved("NOTARY_PAID", "STATE_FEE_PAID") + claim;
        long tax = books.moved("TAX_RECLAIMED") - books.moved("TAX_RETURNED");
        if (Math.abs(books.moved("SHARE_PAID") + claims.released() - seller) > claims.roundings()
                || books.moved("REFUND_PAID", "SHARE_PAID", "DISPUTE_REFUNDED", "DISPUTE_RELEASED") != books.received - fees - tax
                || books.left() != tax + claim || books.frozen() != 0) {
            faults.add("the money was not divided as decided " + claims);
        }
        boolean again = count("select count(*) from sale.timeline where sale = ? and what = 'deposit.RETURN_DOUBLE'", deal) == 1;
        if (again != stand.depositCode().equals("RETURN_DOUBLE")) {
            faults.add("the second deposit is " + (again ? "" : "not ") + "told to the parties");
        }
    }

    /** The whole deposit to the seller, what the parties have agreed or officers decided, or nothing (9A.13). */
    private long sellerPct(WalkingDeal deal, Stand stand) {
        return stand.depositCode().startsWith("FORFEIT") ? 100 : stand.depositCode().equals("MUTUAL")
                ? count("select seller_pct from sale.rescissions where sale = ? and answer = 'ACCEPTED'", deal) : decidedPct(deal);
    }

    private long decidedPct(WalkingDeal deal) {
        return town.sql.sql("select seller_pct from payment.divisions where case_no = ?").param(deal.caseRef().number())
                .query(Long.class).optional().orElse(0L);
    }

    private static long percent(long amount, long percent) {
        return mn.eland.kernel.Money.of(amount).percent(percent).tugrug();
    }

    /** What the tax authority owes because a sale was not registered. */
    Optional<Long> taxToReturn(WalkingDeal deal) {
        long tax = new Books(town.sql, deal.caseRef()).moved("TAX_RECLAIMED");
        return tax > 0 ? Optional.of(tax) : Optional.empty();
    }

    private long count(String query, WalkingDeal deal) {
        return town.sql.sql(query).param(deal.caseRef().number()).query(Long.class).single();
    }

    List<String> incidents() {
        if (!town.sql.sql("select exists (select from act_ru_job where retries_ = 0)").query(Boolean.class).single()) {
            return List.of();
        }
        var dead = town.jobs.createJobQuery().noRetriesLeft().list();
        return dead.stream().map(job -> "a step has given up: " + job.getExceptionMessage() + " in " + job.getProcessDefinitionKey()
                + " of " + town.runtime.createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).singleResult().getBusinessKey()
                + "\n" + town.jobs.getJobExceptionStacktrace(job.getId())).toList();
    }

    String whatHolds(CaseRef caseRef) {
        var holds = new ArrayList<String>();
        town.openTasks().stream().filter(item -> item.caseNo().equals(caseRef.number())).forEach(item -> holds.add("task " + item.key()));
        town.runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseRef.number()).list().forEach(instance -> {
            holds.add("process " + instance.getProcessDefinitionId() + " at " + town.runtime.getActiveActivityIds(instance.getId()));
            town.jobs.createJobQuery().processInstanceId(instance.getId()).list().forEach(job ->
                    holds.add("job due " + job.getDuedate() + " " + job.getExceptionMessage()));
        });
        return String.join("; ", holds);
    }

    /** When everybody has gone home. */
    List<String> town(Set<String> running) {
        var faults = new ArrayList<String>();
        running.forEach(number -> faults.add("still running: " + number + " " + whatHolds(CaseRef.of(number))));
        var proof = town.payments.trialBalance();
        if (!proof.isHealthy()) {
            faults.add("the books do not balance: " + proof);
        }
        long books = town.sql.sql("select coalesce(sum(b.amount), 0) from payment.balances b join payment.accounts a on a.id = b.account_id where a.code = '1110'")
                .query(Long.class).single();
        if (books != town.money.inEscrow()) {
            faults.add("the bank has " + town.money.inEscrow() + " in escrow, the books " + books);
        }
        checkZero("select count(*) from payment.holds where state = 'PENDING'", "money is held", faults);
        checkZero("select count(*) from payment.transfers where state in ('INTENDED', 'SENT')", "transfers are open", faults);
        town.sql.sql("""
                select a.path || ': ' || sum(b.amount) from payment.balances b join payment.accounts a on a.id = b.account_id
                where a.code in ('1120', '1210', '2130', '2160', '2190', '2210', '2230', '2240', '2250', '2260') or a.path like '2220 / %'
                group by a.path having sum(b.amount) <> 0""").query(String.class).list().forEach(left ->
                faults.add("money lies on an account of passage, " + left));
        checkZero("select count(*) from event_publication", "events were not listened to", faults);
        checkZero("select count(*) from property.reservations where released_at is null", "a property is held", faults);
        town.sql.sql("select number || ' ' || state || ' ' || property_id from property.listings where state in ('DRAFT', 'PUBLISHED', 'RESERVED')")
                .query(String.class).list().forEach(listing -> faults.add("a listing is open: " + listing + " " + salesOf(listing)));
        checkZero("select count(*) from workflow.work_items where completed_at is null", "a task is open", faults);
        checkZero("select count(*) from notarization.submissions where code is null", "a notarial entry is not in the record", faults);
        return faults;
    }

    private List<String> salesOf(String listing) {
        return town.sql.sql("select number || ' ' || stage || ' ' || coalesce(end_reason, '-') || ' ' || ended_at from sale.sales where listing = ?")
                .param(listing.split(" ")[0]).query(String.class).list();
    }

    private void checkZero(String query, String otherwise, List<String> faults) {
        long count = town.sql.sql(query).query(Long.class).single();
        if (count != 0) {
            faults.add(otherwise + ": " + count);
        }
    }
}
