package mn.eland.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.PartyId;

/**
 * What a table decided in a case, and by which of its rules.
 *
 * @param label   name of the table as drawn
 * @param since   the day from which this version of the table counts
 * @param rules   the rules that answered: one of a table with one answer, any number of a collecting one
 * @param outputs of the first rule, by column
 * @param about   the person it is about, when that is nobody of the case yet; else null
 */
public record Ruling(String decisionKey, String label, int version, LocalDate since, String activityId, Instant at, List<Rule> rules,
                     List<Input> inputs, Map<String, Object> outputs, PartyId about) {

    /** @param number place in the table, from 1; @param source the annotation: legal source and confidence */
    public record Rule(int number, String source) {
    }

    /** @param value text, flag, number or null */
    public record Input(String name, String label, Object value) {
    }

    /** Another value of one input that leads to another answer. */
    public record Change(String input, Object value) {
    }
}
