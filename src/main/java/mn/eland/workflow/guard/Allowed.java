package mn.eland.workflow.guard;

import java.util.regex.Pattern;

/** The forms of expressions that a model may hold, each tied to its place. All else that looks like one is refused. */
enum Allowed {

    NAME("[A-Za-z][A-Za-z0-9]*", "a plain name"),
    STEP("\\$\\{[A-Za-z][A-Za-z0-9]*}", "${<id of the task>}"),
    VARIABLE("\\$\\{[A-Za-z][A-Za-z0-9]*}", "${variable}"),
    GROUPS("(?:[a-z_]+|\\$\\{[A-Za-z][A-Za-z0-9]*})(?:, ?(?:[a-z_]+|\\$\\{[A-Za-z][A-Za-z0-9]*}))*", "group names or ${variable}"),
    DUE("\\$\\{(?:[A-Za-z][A-Za-z0-9]*|workCalendar\\.plus\\([A-Za-z][A-Za-z0-9]*\\))}",
            "${workCalendar.plus(variable)} or ${variable}"),
    LIST("\\$\\{lines\\.of\\([A-Za-z][A-Za-z0-9]*\\)}", "${lines.of(variable)}"),
    CASE_NUMBER("[$#]\\{execution\\.processBusinessKey}", "#{execution.processBusinessKey}"),
    CONDITION("\\$\\{ ?(?:!?[A-Za-z][A-Za-z0-9]*|[A-Za-z][A-Za-z0-9]* ?[!=]= ?(?:'[A-Za-z0-9_ .-]*'|true|false)) ?}",
            "${variable}, ${!variable}, ${variable == 'TEXT'} or ${variable == true}"),
    TIMER("\\$\\{[A-Za-z][A-Za-z0-9]*}|[A-Z0-9/:.+T-]+", "${variable} or an ISO 8601 text"),
    NUMBER("\\d{1,3}|\\$\\{[A-Za-z][A-Za-z0-9]*}", "a number or ${variable}"),
    FLAG("true|false", "true or false"),
    LATEST("latest", "latest"),
    DAYS("P\\d{1,5}D", "a number of days, such as P3653D"),
    FORMAL("(?:[A-Za-z0-9]+:)?tFormalExpression", "tFormalExpression"),
    TEXT("(?:(?![$#]\\{)[\\s\\S])*", "text without expressions");

    private final Pattern form;
    private final String wanted;

    Allowed(String form, String wanted) {
        this.form = Pattern.compile(form);
        this.wanted = wanted;
    }

    boolean accepts(String value) {
        return form.matcher(value).matches();
    }

    String wanted() {
        return wanted;
    }
}
