package mn.eland.workflow.engine;

import java.util.List;

/** What a model may ask in an expression: {@code ${lines.of(signerIds)}}, one entry per line of a text. */
final class Lines {

    List<String> of(Object text) {
        return text == null || text.toString().isBlank() ? List.of()
                : text.toString().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
