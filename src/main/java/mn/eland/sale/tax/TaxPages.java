package mn.eland.sale.tax;

import static mn.eland.edge.web.RefusedException.orThrow;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.edge.web.Uploads;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.payment.Payments;
import mn.eland.payment.Payments.Settlement;
import mn.eland.sale.tax.TaxReceipts.NewReceipt;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a seller chooses how the tax is paid and shows its receipt. */
@Controller
class TaxPages {

    static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final String SALE = "/deals/{number:S-\\d{4}-\\d{6}}";

    private final TaxReceipts receipts;
    private final Payments payments;
    private final Uploads uploads;
    private final Refusals refusals;
    private final ElandClock clock;

    TaxPages(TaxReceipts receipts, Payments payments, Uploads uploads, Refusals refusals, ElandClock clock) {
        this.receipts = receipts;
        this.payments = payments;
        this.uploads = uploads;
        this.refusals = refusals;
        this.clock = clock;
    }

    @PostMapping(SALE + "/tax")
    String choose(Actor actor, @PathVariable CaseRef number, @RequestParam(required = false) String payer, RedirectAttributes flash) {
        orThrow(receipts.choose(actor, number, isSeller(payer)));
        flash.addFlashAttribute("doneKey", "sale.tax.chosen." + payer);
        return "redirect:/deals/" + number + "#tax";
    }

    @GetMapping(SALE + "/tax-receipt")
    String receipt(Actor actor, @PathVariable CaseRef number, Model model) {
        model.addAttribute("tax", orThrow(receipts.view(actor, number)));
        model.addAttribute("amount", payments.settlement(number).map(Settlement::tax).orElse(null));
        model.addAttribute("number", number);
        model.addAttribute("task", receipts.task(actor, number).orElse(null));
        model.addAttribute("today", clock.today());
        return "sale/tax-receipt";
    }

    @PostMapping(SALE + "/tax-receipt")
    String show(Actor actor, @PathVariable CaseRef number, @RequestParam(required = false) MultipartFile file,
                @RequestParam(required = false) String receiptNo, @RequestParam(required = false) String paidOn, RedirectAttributes flash) {
        var shown = shown(actor, number, file, receiptNo, paidOn);
        if (shown.isDone()) {
            flash.addFlashAttribute("doneKey", "sale.tax.shown");
            return "redirect:/deals/" + number + "#tax";
        }
        if (Set.of(Refusal.Kind.FORBIDDEN, Refusal.Kind.NOT_FOUND).contains(shown.refusal().kind())) {
            throw new RefusedException(shown.refusal());
        }
        flash.addFlashAttribute("refused", refusals.text(shown.refusal()));
        flash.addFlashAttribute("refusedCode", shown.refusal().code());
        flash.addFlashAttribute("receiptNo", receiptNo);
        flash.addFlashAttribute("paidOn", paidOn);
        return "redirect:/deals/" + number + "/tax-receipt";
    }

    private Outcome<TaxView> shown(Actor actor, CaseRef number, MultipartFile file, String receiptNo, String paidOn) {
        return receipts.mayShow(actor, number).flatMap(due -> uploads.paper(file, MOST_BYTES)).flatMap(paper -> receipts.show(actor, number, new NewReceipt(receiptNo, day(paidOn), paper.type(), paper.content())));
    }

    @GetMapping({SALE + "/tax-receipt/file", "/api/v1/sales/{number:S-\\d{4}-\\d{6}}/tax-receipt/file"})
    ResponseEntity<InputStreamResource> file(Actor actor, @PathVariable CaseRef number) {
        var shown = orThrow(receipts.file(actor, number));
        var type = MediaType.parseMediaType(shown.type());
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(number + "-tax." + type.getSubtype()).build().toString())
                .body(new InputStreamResource(shown.content()));
    }

    static boolean isSeller(String payer) {
        if (!"SELLER".equals(payer) && !"ESCROW".equals(payer)) {
            throw new RefusedException(Refusal.invalid("FIELD_REQUIRED", "payer"));
        }
        return payer.equals("SELLER");
    }

    static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
