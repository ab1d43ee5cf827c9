package mn.eland.sale.risk.finding;

import java.util.List;
import java.util.stream.Stream;

/** All inputs of the table {@code saleFraudSignals}, each with its evidence. */
public final class Signals {

    private Signals() {
    }

    public static List<Signal> of(Findings found) {
        return Stream.of(PriceSignals.of(found), MoneySignals.of(found), PeopleSignals.of(found), CourseSignals.of(found))
                .flatMap(List::stream).toList();
    }
}
