package mn.eland.sale.arrears;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Late interest: each day of delay bears the rate of its own row of the table, on what was missing that day. */
@Component
class LatePenalty {

    private final Workflow workflow;

    LatePenalty(Workflow workflow) {
        this.workflow = workflow;
    }

    /** CC 232.6 as a parameter. */
    double maxRate() {
        return Double.parseDouble(parameter("penalty.maxDailyRate"));
    }

    /** CC 232.4 as a parameter. */
    long maxPct() {
        return Long.parseLong(parameter("penalty.maxTotalPct"));
    }

    private String parameter(String key) {
        return workflow.parameter(key);
    }

    Instant ends(Instant start, String term) {
        return workflow.plus(start, term);
    }

    /** Days of delay by the calendar of Ulaanbaatar. */
    static long days(Instant due, Instant at) {
        return Math.max(0, ChronoUnit.DAYS.between(due.atZone(ElandClock.ULAANBAATAR).toLocalDate(),
                at.atZone(ElandClock.ULAANBAATAR).toLocalDate()));
    }

    /**
     * The delay counted up to a time; nothing is counted twice, and nothing beyond the cap.
     *
     * @param missing what was missing on the days that are not counted yet
     */
    ArrearsStore.Delay counted(ArrearsStore.Delay delay, Money missing, Instant at) {
        var until = delay.extraUntil() != null && at.isAfter(delay.extraUntil()) ? delay.extraUntil() : at;
        var base = missing.compareTo(delay.owed()) < 0 ? missing : delay.owed();
        long day = delay.countedDays();
        var interest = delay.interest();
        while (day < days(delay.dueAt(), until)) {
            day++;
            var answer = ask(delay, day);
            var cap = delay.owed().percent(((Number) answer.get("lateCapPct")).longValue());
            var more = interest.plus(base.percent(BigDecimal.valueOf(((Number) answer.get("lateRatePerDay")).doubleValue()).movePointRight(2)));
            interest = more.compareTo(cap) < 0 ? more : cap;
        }
        return delay.counted(day, interest);
    }

    private Map<String, Object> ask(ArrearsStore.Delay delay, long day) {
        return workflow.decide("latePenalty", Map.of("agreedInWriting", delay.agreed(), "contractRate", delay.rate(), "daysLate", day,
                "maxDailyRate", maxRate(), "maxTotalPct", maxPct())).get(0);
    }
}
