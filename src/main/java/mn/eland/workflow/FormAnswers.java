package mn.eland.workflow;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.Refusal;

/**
 * What somebody sent for a form, checked against the same file that was rendered. Either there are no refusals and the
 * values have the types of the fields (String, Long, Boolean, LocalDate, list of String), or each refusal names its
 * field. Fields that are hidden by {@code showIf} or read-only are never taken from the sender.
 */
public record FormAnswers(Map<String, Object> values, List<Refusal> refusals) {

    /**
     * Reads and checks.
     *
     * @param sent by field key: a text, number or flag, or a collection of them for a checklist. The caller has taken
     *             out what belongs to the page and not to the form.
     */
    public static FormAnswers of(FormDefinition form, Map<String, ?> sent) {
        var reader = new FormAnswersReader(sent);
        reader.read(form.fields());
        reader.refuseUnknown();
        return new FormAnswers(reader.values(), reader.refusals());
    }

    public boolean isValid() {
        return refusals.isEmpty();
    }
}
