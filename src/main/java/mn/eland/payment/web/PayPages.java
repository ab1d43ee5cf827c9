package mn.eland.payment.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import mn.eland.edge.web.QrSvg;
import mn.eland.edge.web.Refusals;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Iban;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.payment.Payments;
import mn.eland.payment.Payments.CollectionView;
import mn.eland.payment.Payments.Purpose;
import mn.eland.payment.collection.Receipts;
import mn.eland.payment.vat.VatReceipts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The payer pays here: by QR or bank transfer, and sees the money arrive. */
@Controller
@RequestMapping("/deals/{number}/pay/{purpose}")
class PayPages {

    private final Payments payments;
    private final Receipts receipts;
    private final VatReceipts vatReceipts;
    private final Refusals refusals;
    private final String sandbox;

    PayPages(Payments payments, Receipts receipts, VatReceipts vatReceipts, Refusals refusals,
             @Value("${eland.simulators.enabled:false}") boolean simulated,
             @Value("${eland.simulators.port:8090}") int port) {
        this.payments = payments;
        this.receipts = receipts;
        this.vatReceipts = vatReceipts;
        this.refusals = refusals;
        this.sandbox = simulated ? "http://localhost:" + port + "/simulators" : null;
    }

    @GetMapping
    String pay(Actor actor, @PathVariable String number, @PathVariable String purpose, Model model) {
        var collection = collection(actor, number, purpose);
        model.addAttribute("collection", collection);
        model.addAttribute("iban", new Iban(collection.iban()).grouped());
        receipts(collection, model);
        model.addAttribute("fees", collection.purpose() == Purpose.BALANCE ? payments.fees(collection.caseRef()) : null);
        model.addAttribute("payer", payments.isPayer(actor, collection));
        model.addAttribute("sandbox", sandbox);
        return "payment/pay";
    }

    /** Asked every few seconds by the page; it reads our own books only. */
    @GetMapping("/status")
    String status(Actor actor, @PathVariable String number, @PathVariable String purpose, Model model, HttpServletResponse response) {
        var collection = collection(actor, number, purpose);
        if (!collection.state().equals("OPEN")) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("collection", collection);
        return "payment/pay :: status";
    }

    @PostMapping("/qr")
    String qr(Actor actor, @PathVariable String number, @PathVariable String purpose, RedirectAttributes after) {
        collection(actor, number, purpose);
        return back(number, purpose, payments.payByQr(CaseRef.of(number), purpose(purpose), actor), after);
    }

    @PostMapping("/check")
    String check(Actor actor, @PathVariable String number, @PathVariable String purpose, RedirectAttributes after) {
        collection(actor, number, purpose);
        var checked = payments.checkPayment(CaseRef.of(number), purpose(purpose));
        if (checked.isDone()) {
            after.addFlashAttribute("checked", true);
        }
        return back(number, purpose, checked, after);
    }

    @GetMapping("/receipt")
    String receipt(Actor actor, @PathVariable String number, @PathVariable String purpose, Model model) {
        var collection = collection(actor, number, purpose);
        if (collection.received().isZero()) {
            throw new RefusedException(Refusal.notFound("NOTHING_PAID"));
        }
        model.addAttribute("collection", collection);
        receipts(collection, model);
        return "payment/receipt";
    }

    private void receipts(CollectionView collection, Model model) {
        var vat = vatReceipts.of(collection).orElse(null);
        model.addAttribute("receipts", receipts.of(collection));
        model.addAttribute("vat", vat);
        model.addAttribute("vatQr", vat == null || vat.qrData() == null ? null : QrSvg.address(vat.qrData()));
    }

    private String back(String number, String purpose, Outcome<?> outcome, RedirectAttributes after) {
        if (!outcome.isDone()) {
            after.addFlashAttribute("refused", refusals.text(outcome.refusal()));
            after.addFlashAttribute("refusedCode", outcome.refusal().code());
        }
        return "redirect:/deals/" + CaseRef.of(number) + "/pay/" + purpose(purpose);
    }

    private CollectionView collection(Actor actor, String number, String purpose) {
        if (!CaseRef.isCaseNumber(number)) {
            throw new RefusedException(Refusal.notFound("COLLECTION_NOT_FOUND"));
        }
        return orThrow(payments.collection(actor, CaseRef.of(number), purpose(purpose)));
    }

    static Purpose purpose(String text) {
        try {
            return Purpose.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.notFound("COLLECTION_NOT_FOUND"));
        }
    }
}
