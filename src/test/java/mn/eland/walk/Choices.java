package mn.eland.walk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.notarization.file.RequiredDocument;
import mn.eland.notarization.session.ActFile;
import mn.eland.notarization.session.Meetings;
import mn.eland.sale.SaleId;
import mn.eland.sale.dispute.Disputes;
import mn.eland.sale.rescission.Rescissions;
import mn.eland.sale.tax.TaxReceipts;
import mn.eland.sale.tax.TaxReceipts.NewReceipt;
import mn.eland.walk.WalkingDeal.Stand;

/** What the people of a sale may choose beside going on: to dispute money, to end by agreement, to pay the tax themselves. */
final class Choices {

    private static final Set<String> BEFORE_MONEY = Set.of("OFFER", "CHECKS", "PRELIMINARY");
    private static final Set<String> BEFORE_TAX = Set.of("CHECKS", "PRELIMINARY", "FUNDING", "NOTARY");
    private static final Set<String> BEFORE_TITLE = Set.of("FUNDING", "NOTARY", "TAX", "REGISTRATION");
    private static final Set<String> IN_NO_HURRY = Set.of("answerDispute", "answerSplit", "mediateDispute", "answerRescission", "uploadTaxReceipt", "chooseSlot");
    private static final String WORDS = "Хоорондоо ярилцаад тохиролцсон үг";

    private final Town town;
    private final Random random;
    private final SaleId id;
    private final Flat flat;
    private final Actor buyer;
    private final Disputes disputes;
    private final Rescissions rescissions;
    private final TaxReceipts receipts;
    private final Meetings meetings;
    private final ActFile file;
    private Actor claimant;
    private Actor proposer;

    Choices(Town town, Random random, SaleId id, Flat flat, Actor buyer) {
        this.town = town;
        this.random = random;
        this.id = id;
        this.flat = flat;
        this.buyer = buyer;
        this.disputes = town.context.getBean(Disputes.class);
        this.rescissions = town.context.getBean(Rescissions.class);
        this.receipts = town.context.getBean(TaxReceipts.class);
        this.meetings = town.context.getBean(Meetings.class);
        this.file = town.context.getBean(ActFile.class);
    }

    /** Something comes to somebody's mind. @return what it was, or null */
    String comesUp(Stand stand) {
        double chance = random.nextDouble();
        var stage = stand.stage();
        if (chance < 0.035) {
            return !BEFORE_MONEY.contains(stage) && !stand.isOver() && dispute() ? "dispute" : null;
        } else if (chance < 0.055) {
            return BEFORE_TITLE.contains(stage) && rescind() ? "rescission proposed" : null;
        } else if (chance < 0.130) {
            return BEFORE_TAX.contains(stage) && taxBySeller(random.nextDouble() < 0.8) ? "tax chosen" : null;
        } else if (chance < 0.160) {
            return claimant != null && isDone("withdrawClaim", disputes.withdraw(claimant, id)) ? "claim withdrawn" : null;
        } else if (chance < 0.190) {
            return proposer != null && isDone("takeBack", rescissions.takeBack(proposer, id)) ? "proposal taken back" : null;
        } else if (chance < 0.290) {
            return stage.equals("NOTARY") ? thinkAgainOfSlot(chance < 0.240) : null;
        }
        return null;
    }

    /** The time at the notary does not suit any more, or suits before anybody has asked. */
    private String thinkAgainOfSlot(boolean back) {
        if (back) {
            return isDone("slotBack", meetings.giveBack(either(), id.caseRef())) ? "slot given back" : null;
        }
        return isDone("slotTaken", meetings.takeEarliest(either(), id.caseRef(), town.clock.today().plusDays(random.nextInt(9)))) ? "slot taken" : null;
    }

    private boolean isDone(String act, Outcome<?> outcome) {
        return town.noted(act, outcome).isDone();
    }

    private boolean dispute() {
        var who = either();
        var prospect = disputes.prospect(who, id);
        if (!prospect.isDone()) {
            return isDone("prospect", prospect);
        }
        long most = prospect.get().most().tugrug();
        double how = random.nextDouble();
        long sum = how < 0.05 ? most + 1 : how < 0.25 ? most : 1 + (long) (most * random.nextDouble());
        return after(isDone("dispute", disputes.open(who, id, Money.of(sum), WORDS)), () -> (claimant = who) != null);
    }

    private boolean rescind() {
        var who = either();
        int pct = random.nextDouble() < 0.3 ? 0 : random.nextInt(101);
        return after(isDone("rescind", rescissions.propose(who, id, pct, WORDS)), () -> (proposer = who) != null);
    }

    private static boolean after(boolean done, BooleanSupplier remembered) {
        return done && remembered.getAsBoolean();
    }

    private boolean taxBySeller(boolean bySeller) {
        return isDone(bySeller ? "taxBySeller" : "taxFromEscrow", receipts.choose(flat.seller(), id.caseRef(), bySeller));
    }

    private Actor either() {
        return random.nextBoolean() ? buyer : flat.seller();
    }

    /** Some let a term go by. */
    boolean putsOff(Town.Item item) {
        return IN_NO_HURRY.contains(item.key()) && random.nextDouble() < 0.2;
    }

    /** Does a task that is more than its form; null when the form will do. */
    Outcome<?> does(Town.Item item) {
        if (item.key().equals("certifyContract")) {
            bringPapers(town.folk.group(item.group()).get(0));
        }
        if (item.key().equals("uploadTaxReceipt") && random.nextDouble() < 0.85) {
            return showReceipt();
        }
        if (item.key().equals("answerRescission") && random.nextDouble() < 0.6) {
            return town.acceptByCode(rescissions.of(id.caseRef()).get(0).document(), town.folk.actor(item.assignee()));
        }
        return null;
    }

    /** Most bring what is still missing; now and then a paper is forgotten, or over. */
    private void bringPapers(Actor notary) {
        var today = town.clock.today();
        for (var paper : file.documents(id.caseRef())) {
            double chance = random.nextDouble();
            if (paper.state(today) != RequiredDocument.State.PRESENTED && chance < 0.97) {
                int age = chance < 0.03 ? 400 : 0;
                town.noted("present", file.present(notary, id.caseRef(), paper.role(), paper.code(), today.minusDays(age), today.plusDays(age == 0 ? 60 : -1)));
            }
        }
    }

    /** Now and then the seller shows the receipt of another sale of the same flat. */
    private Outcome<?> showReceipt() {
        var number = "ХХОАТ-" + (random.nextDouble() < 0.5 ? flat.listing() : id);
        var shown = receipts.show(flat.seller(), id.caseRef(), new NewReceipt(number, town.clock.today(), "application/pdf", number.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return town.noted("showReceipt", shown);
    }

    /** What people say when they dispute. */
    Map<String, Object> said(Town.Item item) {
        var said = new HashMap<String, Object>();
        if (Set.of("answerDispute", "mediateDispute", "enterAward").contains(item.key())) {
            long sum = claimed(id.caseRef());
            said.put("reply", List.of("ACCEPT", "SPLIT", "SPLIT", "REFUSE", "REFUSE").get(random.nextInt(5)));
            said.put("result", random.nextDouble() < 0.6 ? "SETTLED" : "NONE");
            said.put("awardNo", "АР-" + id);
            long part = random.nextDouble() < 0.2 ? sum : (long) (sum * random.nextDouble());
            said.put("toClaimantMnt", String.valueOf(Math.max(1, part)));
            said.put("toBuyerMnt", String.valueOf(random.nextDouble() < 0.03 ? sum + 1 : part));
        }
        return said;
    }

    private long claimed(CaseRef sale) {
        return town.sql.sql("select coalesce(max(sum_mnt), 0) from sale.disputes where sale = ? and ended_at is null").param(sale.number())
                .query(Long.class).single();
    }
}
