package mn.eland.payment.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mn.eland.edge.web.Uploads;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Money;
import mn.eland.payment.collection.StatementImport;
import mn.eland.payment.reconciliation.Reconciliation;
import mn.eland.payment.reconciliation.Reconciliation.DayView;
import mn.eland.payment.reconciliation.Reconciliation.DifferenceView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The days of the books for calls; for escrow officers. */
@RestController
@RequestMapping("/api/v1/payments/reconciliations")
class ReconciliationApi {

    private final Reconciliation reconciliation;
    private final StatementImport statements;
    private final Uploads uploads;

    ReconciliationApi(Reconciliation reconciliation, StatementImport statements, Uploads uploads) {
        this.reconciliation = reconciliation;
        this.statements = statements;
        this.uploads = uploads;
    }

    /** Whole tögrög; balances are missing on a day without a line. {@code open} is how many differences nobody has settled. */
    record DayResource(LocalDate day, boolean balanced, Long opening, long moneyIn, long moneyOut, Long closing, int lines, int payments,
                       int differences, int open, Instant ranAt) {

        static DayResource of(DayView day) {
            return new DayResource(day.day(), day.isBalanced(), tugrug(day.opening()), day.in().tugrug(), day.out().tugrug(),
                    tugrug(day.closing()), day.lines(), day.payments(), day.differences(), day.open(), day.ranAt());
        }
    }

    record DifferenceResource(String problem, String reference, Long expected, Long found, String caseNumber, long finding, boolean open,
                              String note) {

        static DifferenceResource of(DifferenceView one) {
            return new DifferenceResource(one.problem(), one.reference(), tugrug(one.expected()), tugrug(one.found()), one.caseNumber(),
                    one.finding(), one.open(), one.note());
        }
    }

    private static Long tugrug(Money money) {
        return money == null ? null : money.tugrug();
    }

    /** Days compared so far, newest first. */
    @GetMapping
    List<DayResource> days(Actor actor) {
        return orThrow(reconciliation.days(actor)).stream().map(DayResource::of).toList();
    }

    /** What did not agree on a day. */
    @GetMapping("/{day}")
    List<DifferenceResource> differences(Actor actor, @PathVariable LocalDate day) {
        return orThrow(reconciliation.differences(actor, day)).stream().map(DifferenceResource::of).toList();
    }

    @PostMapping("/statement")
    @Operation(summary = "Reads a statement of the escrow account from a CSV file, sent as the part \"file\" of a multipart form")
    StatementImport.Imported take(Actor actor, @RequestParam(required = false) MultipartFile file) {
        orThrow(reconciliation.days(actor));
        return orThrow(uploads.table(file, ReconciliationPages.MOST_BYTES)
                .flatMap(text -> statements.take(actor, file.getOriginalFilename(), text)));
    }

    /** Compares a day now; may be repeated. */
    @PostMapping("/{day}")
    DayResource compare(Actor actor, @PathVariable LocalDate day) {
        return DayResource.of(orThrow(reconciliation.compare(actor, day)));
    }
}
