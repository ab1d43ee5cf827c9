package mn.eland.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.payment.Payments.Purpose;
import mn.eland.property.TitleReading;
import mn.eland.sale.SaleId;
import mn.eland.sale.watch.Stop;

/** One case of the walk: a sale, its people, and what they do when chance says so. */
final class WalkingDeal {

    /** Money that is asked for. */
    record Asked(String caseNo, Purpose purpose, long missing, String reference) {
    }

    /** Where the sale stands. */
    record Stand(String stage, String endReason, String depositCode) {

        boolean isOver() {
            return stage.equals("COMPLETED") || stage.equals("CALLED_OFF");
        }
    }

    private static final String WORDS = "Санамсаргүй алхалтын шалтгаан";
    /** Later than the term in which a sale should be complete, so that somebody reviews it. */
    private static final Duration AWAKE_AFTER = Duration.ofDays(200);
    /** Longer than a month, which is the longest term of those who are in no hurry. */
    private static final Duration PUT_OFF = Duration.ofDays(40);
    private static final String STRANGERS_ACCOUNT = "MN640004999900000002";

    final int number;
    final SaleId id;
    final Flat flat;
    final Actor buyer;
    final Instant begun;
    final List<String> log = new ArrayList<>();
    private final Town town;
    private final Random random;
    private final boolean tired;
    private final Choices choices;
    /** Who was refused thinks about it for a while. */
    private final Map<String, Instant> restUntil = new HashMap<>();
    private double pace;
    private String promised;

    WalkingDeal(Town town, Random random, int number, SaleId id, Flat flat, Actor buyer) {
        this.town = town;
        this.random = random;
        this.number = number;
        this.id = id;
        this.flat = flat;
        this.buyer = buyer;
        this.begun = town.now();
        this.pace = random.nextDouble() < 0.15 ? 0.35 : 0.85;
        this.tired = random.nextDouble() < 0.02;
        this.choices = new Choices(town, random, id, flat, buyer);
    }

    CaseRef caseRef() {
        return id.caseRef();
    }

    /** What the withdrawing party was told before the click: the row of the table; null when nobody withdrew. */
    String promised() {
        return promised;
    }

    void act(Stand stand, List<Town.Item> tasks, List<Asked> asked) {
        if (tired) {
            pace = stand.stage().equals("HANDOVER") && town.now().isBefore(begun.plus(AWAKE_AFTER)) ? 0.02 : 0.85;
        }
        comesFromOutside(stand);
        var chosen = choices.comesUp(stand);
        if (chosen != null) {
            log(chosen);
        }
        for (var item : tasks) {
            if (random.nextDouble() < pace && !town.now().isBefore(restUntil.getOrDefault(item.taskId(), begun))) {
                log(item.key());
                if (choices.putsOff(item)) {
                    restUntil.put(item.taskId(), town.now().plus(PUT_OFF));
                } else {
                    does(item);
                }
            }
        }
        asked.stream().filter(one -> random.nextDouble() < pace).forEach(this::pay);
    }

    private void does(Town.Item item) {
        var done = choices.does(item);
        if (done == null) {
            done = town.answer(item, random, known(item));
        }
        if (!done.isDone()) {
            log("  refused " + done.refusal().code());
            int days = done.refusal().code().equals("PROPERTY_RESERVED") ? 4 : 0;
            restUntil.put(item.taskId(), town.now().plus(Duration.ofHours(24 * days + 6 + random.nextInt(90))));
        }
    }

    private void comesFromOutside(Stand stand) {
        double chance = random.nextDouble();
        if (chance < 0.012) {
            withdraw(random.nextBoolean() ? buyer : flat.seller());
        } else if (chance < 0.018) {
            var kinds = Stop.Kind.values();
            log("stop");
            town.noted("stop", town.sales.stop(town.agent(), id, new Stop(kinds[random.nextInt(kinds.length)], "ОБ-1", WORDS)));
        } else if (chance < 0.026) {
            log("freeze");
            town.noted("freeze", town.sales.freeze(town.folk.oneOf("compliance", random), id, WORDS));
        } else if (chance < 0.03) {
            town.noted("unfreeze", town.sales.unfreeze(town.folk.oneOf("compliance_head", random), id, WORDS));
        } else if (chance < 0.05) {
            var text = random.nextDouble() < 0.3 ? "99112233 руу залгаарай" : "Сайн байна уу";
            town.noted("say", town.sales.say(buyer, id, text));
        } else if (chance < 0.055 && !stand.isOver()) {
            log("burden");
            town.offices.enterBurden(flat.registryNo(), random.nextBoolean() ? StateOffices.Words.ARREST : StateOffices.Words.MORTGAGE);
        }
    }

    private void withdraw(Actor who) {
        var follows = town.sales.consequencesOfWithdrawal(who, id);
        if (town.noted("withdraw", town.sales.withdraw(who, id, WORDS)).isDone()) {
            promised = follows.get().code();
            log("withdraw, told " + promised);
        }
    }

    private void pay(Asked one) {
        if (one.purpose() == Purpose.COMMISSION) {
            if (random.nextDouble() < 0.3) {
                log("pay " + one.purpose());
                payByQr(one, flat.seller());
            }
            return;
        }
        double how = random.nextDouble();
        var iban = town.folk.person(buyer.party()).iban();
        log("pay " + one.purpose() + " " + Math.round(how * 100));
        if (how < 0.45) {
            payByQr(one, buyer);
        } else if (how < 0.72) {
            town.money.receives(one.missing(), "Төлбөр " + one.reference(), iban);
        } else if (how < 0.80) {
            town.money.receives(1 + one.missing() / 2, one.reference().toLowerCase(java.util.Locale.ROOT), iban);
        } else if (how < 0.85) {
            town.money.receives(one.missing() + 1_000 + random.nextInt(5_000_000), one.reference().replace('-', ' '), iban);
        } else if (how < 0.89) {
            town.money.receives(one.missing(), one.reference(), STRANGERS_ACCOUNT);
        } else if (how < 0.92) {
            town.money.receives(one.missing(), "Байрны мөнгө", iban);
        } else if (how < 0.94) {
            town.money.receives(one.missing(), "Байрны мөнгө", STRANGERS_ACCOUNT);
        } else if (how < 0.97) {
            town.money.receives(one.missing(), one.reference(), null);
        } else {
            town.money.willReceive(Duration.ofDays(1 + random.nextInt(14)), one.missing(), one.reference(), iban);
        }
    }

    private void payByQr(Asked one, Actor payer) {
        var invoice = town.noted("payByQr", town.payments.payByQr(caseRef(), one.purpose(), payer));
        if (invoice.isDone()) {
            town.money.paysBill(invoice.get().invoiceId());
            if (random.nextDouble() < 0.8) {
                town.noted("checkPayment", town.payments.checkPayment(caseRef(), one.purpose()));
            }
        }
    }

    private Map<String, Object> known(Town.Item item) {
        var known = new HashMap<>(papers(town, random, caseRef(), flat));
        known.putAll(choices.said(item));
        known.put("counterPrice", String.valueOf(flat.price() / 100 * (88 + random.nextInt(18))));
        known.put("validDays", String.valueOf(1 + random.nextInt(6)));
        return known;
    }

    /** What people read from papers when a form asks for it. */
    static Map<String, Object> papers(Town town, Random random, CaseRef caseRef, Flat flat) {
        var known = new HashMap<String, Object>();
        var today = town.clock.today().toString();
        List.of("documentDate", "askedOn", "handedOverOn", "letterDate", "paperDate", "fromDay").forEach(field -> known.put(field, today));
        known.put("certificateNo", town.offices.certificateNo(flat.registryNo()));
        known.put("areaM2", String.valueOf(town.offices.areaM2(flat.registryNo())));
        known.put("payoffMnt", String.valueOf(flat.price() / 100 * (5 + random.nextInt(100))));
        known.put("payoffIban", STRANGERS_ACCOUNT);
        known.put("payoffValidUntil", town.clock.today().plusDays(1 + random.nextInt(90)).toString());
        known.put("loanMnt", String.valueOf(flat.price() / 100 * (20 + random.nextInt(50))));
        known.put("valuationMnt", String.valueOf(flat.price() / 100 * (70 + random.nextInt(60))));
        known.put("parcelNo", "1234567890");
        town.register.title(caseRef).map(TitleReading::code).ifPresent(code -> known.put("problem", code));
        return known;
    }

    private void log(String what) {
        log.add(town.now().atZone(mn.eland.kernel.ElandClock.ULAANBAATAR).toLocalDateTime().withNano(0) + " " + what);
    }
}
