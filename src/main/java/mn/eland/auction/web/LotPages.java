package mn.eland.auction.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.UUID;
import mn.eland.auction.Auctions;
import mn.eland.auction.Receipt;
import mn.eland.auction.admission.Admissions;
import mn.eland.auction.live.LotSnapshot;
import mn.eland.auction.live.LotSnapshots;
import mn.eland.auction.live.LotWatchers;
import mn.eland.auction.lot.Lot;
import mn.eland.auction.lot.Lots;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue, a lot with its live room, and the screen for the room. Works without scripts; with them it is live. */
@Controller
@RequestMapping("/auctions")
class LotPages {

    private static final int MOST_LOTS = 60;
    private static final String LOT = "/{number:A-\\d{4}-\\d{6}}";

    private final Lots lots;
    private final Admissions admissions;
    private final Auctions auctions;
    private final LotSnapshots snapshots;
    private final LotWatchers watchers;
    private final Bidding bidding;
    private final Refusals refusals;

    LotPages(Lots lots, Admissions admissions, Auctions auctions, LotSnapshots snapshots, LotWatchers watchers, Bidding bidding, Refusals refusals) {
        this.lots = lots;
        this.admissions = admissions;
        this.auctions = auctions;
        this.snapshots = snapshots;
        this.watchers = watchers;
        this.bidding = bidding;
        this.refusals = refusals;
    }

    @GetMapping
    String catalogue(Model model) {
        var prices = new LinkedHashMap<Lot, LotSnapshot>();
        lots.catalogue(MOST_LOTS).forEach(lot -> prices.put(lot, snapshots.of(lot.number(), Long.MAX_VALUE)));
        model.addAttribute("lots", prices);
        return "auction/lots";
    }

    @GetMapping(LOT)
    String lot(@Nullable Actor actor, @PathVariable CaseRef number, Model model) {
        show(actor, seen(actor, number), model);
        return "auction/lot";
    }

    @GetMapping(LOT + "/screen")
    String screen(@Nullable Actor actor, @PathVariable CaseRef number, Model model) {
        show(actor, seen(actor, number), model);
        return "auction/screen";
    }

    /** For who cannot be streamed to. */
    @GetMapping(LOT + "/state")
    @ResponseBody
    ResponseEntity<LotSnapshot> state(@Nullable Actor actor, @PathVariable CaseRef number, @RequestParam(defaultValue = "0") long after) {
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(snapshots.of(seen(actor, number).number(), Math.max(0, after)));
    }

    /** A stream of states. Too many from one address are told to ask for the state every few seconds instead. */
    @GetMapping(path = LOT + "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> live(@Nullable Actor actor, @PathVariable CaseRef number, @RequestParam(defaultValue = "0") long after,
                                    @RequestHeader(name = "Last-Event-ID", required = false) String last, HttpServletRequest request) {
        long from = last != null && last.matches("\\d{1,18}") ? Long.parseLong(last) : Math.max(0, after);
        return watchers.watch(seen(actor, number), from, request.getRemoteAddr())
                .map(stream -> ResponseEntity.ok().header("Cache-Control", "no-store").header("X-Accel-Buffering", "no").body(stream))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NO_CONTENT).build());
    }

    @PostMapping(LOT + "/admission")
    String ask(Actor actor, @PathVariable CaseRef number, RedirectAttributes flash) {
        var asked = admissions.ask(actor, number);
        if (asked.isDone()) {
            return "redirect:/auctions/" + number;
        }
        return refused(number, asked, flash);
    }

    @PostMapping(LOT + "/bids")
    String bid(Actor actor, @PathVariable CaseRef number, @RequestParam String amount, @RequestParam String key,
               @RequestHeader(name = "HX-Request", required = false) String part, Model model, HttpServletResponse response, RedirectAttributes flash) {
        var bid = bidding.bid(actor, number, amount(amount), key);
        if (part == null) {
            if (bid.isDone()) {
                flash.addFlashAttribute("receipt", bid.get());
                return "redirect:/auctions/" + number;
            }
            return refused(number, bid, flash);
        }
        show(actor, seen(actor, number), model);
        answer(bid, model);
        return "auction/lot :: desk";
    }

    @PostMapping(LOT + "/withdrawal")
    String withdraw(Actor actor, @PathVariable CaseRef number, @RequestParam String reason, RedirectAttributes flash) {
        var withdrawn = lots.withdraw(actor, number, reason);
        return withdrawn.isDone() ? "redirect:/auctions/" + number : refused(number, withdrawn, flash);
    }

    private String refused(CaseRef number, Outcome<?> outcome, RedirectAttributes flash) {
        if (outcome.refusal().kind() == Refusal.Kind.FORBIDDEN || outcome.refusal().kind() == Refusal.Kind.NOT_FOUND) {
            throw new RefusedException(outcome.refusal());
        }
        flash.addFlashAttribute("refused", refusals.text(outcome.refusal()));
        flash.addFlashAttribute("refusedCode", outcome.refusal().code());
        return "redirect:/auctions/" + number;
    }

    private void answer(Outcome<Receipt> bid, Model model) {
        if (bid.isDone()) {
            model.addAttribute("receipt", bid.get());
        } else {
            model.addAttribute("refused", refusals.text(bid.refusal()));
            model.addAttribute("refusedCode", bid.refusal().code());
        }
    }

    private Lot seen(Actor actor, CaseRef number) {
        var lot = orThrow(lots.lot(actor, number));
        if (!lot.state().isPublic()) {
            throw new RefusedException(Refusal.notFound("LOT_UNKNOWN"));
        }
        return lot;
    }

    private void show(Actor actor, Lot lot, Model model) {
        var admission = admissions.mine(actor, lot.number()).orElse(null);
        var paddle = admission == null ? null : admission.paddle();
        model.addAttribute("lot", lot);
        model.addAttribute("now", snapshots.of(lot.number(), 0));
        model.addAttribute("admission", admission);
        model.addAttribute("paddle", paddle);
        model.addAttribute("limit", paddle == null ? null : auctions.ownLimit(lot.id(), paddle).orElse(null));
        model.addAttribute("registrationEnds", admissions.registrationEnds(lot));
        model.addAttribute("runs", actor != null && lots.mayRun(actor, lot));
        model.addAttribute("key", UUID.randomUUID().toString());
    }

    /** Digits with spaces as a person types them. */
    private static Long amount(String text) {
        var digits = text.replaceAll("[\\s\\u202f\\u00a0₮]", "");
        return digits.matches("\\d{1,15}") ? Long.valueOf(digits) : null;
    }
}
