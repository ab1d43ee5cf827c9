package mn.eland.sale.handover;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import mn.eland.kernel.CaseRef;

/**
 * The terms of one sale in which defects may be claimed, from the day of the handover.
 *
 * @param terms a period in ISO text for each kind of defect
 */
record Warranty(CaseRef number, CaseRef sale, LocalDate since, Map<Defects, String> terms) {

    /** Which defects a term is for; {@link #fact} names it in the contract of sale, {@link #parameter} in the table of parameters. */
    enum Defects {
        VISIBLE, HIDDEN, BUILDING;

        String parameter() {
            return "warranty." + name().toLowerCase(java.util.Locale.ROOT);
        }

        String fact() {
            return "warranty" + name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
        }
    }

    LocalDate ends(Defects defects) {
        return since.plus(Period.parse(terms.get(defects)));
    }

    /** How long it is from today until the buyer has to be reminded; a day that has gone by is now. */
    String remindIn(Defects defects, String notice, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, ends(defects).minus(Period.parse(notice)));
        return days <= 0 ? "PT0S" : "P" + days + "D";
    }
}
