package mn.eland.sale.handover;

import java.time.Instant;
import java.util.stream.Collectors;
import mn.eland.contract.brought.BroughtPaper;
import mn.eland.contract.brought.BroughtPapers;
import mn.eland.kernel.CaseRef;
import org.springframework.stereotype.Component;

/** Photographs that the parties brought while the property was handed over, as the act lists them. */
@Component
public class Photographs {

    /** Of the hash of a file as many digits as two people compare; the whole of it stands beside the file. */
    private static final int SHOWN = 12;

    private final BroughtPapers papers;

    Photographs(BroughtPapers papers) {
        this.papers = papers;
    }

    /** What was photographed and the beginning of each file's SHA-256, so that nobody shows another picture later; null when there is none. */
    public String listed(CaseRef sale, Instant since) {
        var listed = papers.of(sale).stream().filter(paper -> paper.type().startsWith("image/") && !paper.at().isBefore(since))
                .map(Photographs::line).collect(Collectors.joining("; "));
        return listed.isEmpty() ? null : listed;
    }

    private static String line(BroughtPaper photograph) {
        return photograph.title() + " (SHA-256 " + photograph.sha256().substring(0, SHOWN) + "…)";
    }
}
