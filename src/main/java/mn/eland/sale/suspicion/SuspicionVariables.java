package mn.eland.sale.suspicion;

import java.util.List;
import mn.eland.kernel.Money;
import mn.eland.workflow.Variable;

/** What the process "Report a suspicion" knows. */
final class SuspicionVariables {

    static final Variable<String> METHOD = Variable.text("method");
    static final Variable<Money> AMOUNT = Variable.money("amountMnt");
    static final Variable<Boolean> CROSS_BORDER = Variable.flag("crossBorder");
    static final Variable<Boolean> SUSPICIOUS = Variable.flag("suspicious");
    static final Variable<Boolean> ATTEMPTED = Variable.flag("attempted");
    static final Variable<Boolean> SANCTIONS = Variable.flag("sanctions");
    static final Variable<Money> CASH_7D_SUM = Variable.money("cash7dSum");
    static final Variable<Long> CASH_7D_COUNT = Variable.number("cash7dCount");
    static final Variable<Long> CASH_THRESHOLD = Variable.number("cashThreshold");
    static final Variable<Long> CTR_WORKING_DAYS = Variable.number("ctrWorkingDays");
    static final Variable<Long> STR_HOURS = Variable.number("strHours");
    static final Variable<String> COUNTRY_RISK = Variable.text("countryRisk");
    static final Variable<List<String>> REPORT = Variable.texts("report");
    static final Variable<List<String>> DEADLINE = Variable.texts("deadline");
    static final Variable<List<String>> CALENDAR = Variable.texts("calendar");
    static final Variable<List<String>> DRAFT = Variable.texts("draft");
    static final Variable<Boolean> REPORT_DUE = Variable.flag("reportDue");
    static final Variable<String> DRAFT_WITHIN = Variable.text("draftWithin");
    static final Variable<String> FILE_WITHIN = Variable.text("fileWithin");

    private SuspicionVariables() {
    }

    /** A term in office days where the table says so: {@code P5D working}. */
    static List<String> terms(List<String> durations, List<String> calendars) {
        return java.util.stream.IntStream.range(0, durations.size())
                .mapToObj(i -> durations.get(i) + (calendars.get(i).equals("working") ? " working" : "")).toList();
    }
}
