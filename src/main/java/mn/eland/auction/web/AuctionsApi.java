package mn.eland.auction.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mn.eland.auction.admission.Admission;
import mn.eland.auction.admission.Admissions;
import mn.eland.auction.live.LotSnapshot;
import mn.eland.auction.live.LotSnapshots;
import mn.eland.auction.lot.Lot;
import mn.eland.auction.lot.Lots;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Auctions for calls: what is sold, who may bid, and bids. */
@RestController
@RequestMapping("/api/v1/auctions")
@Tag(name = "auctions")
class AuctionsApi {

    private static final int MOST_LOTS = 100;

    private final Lots lots;
    private final Admissions admissions;
    private final LotSnapshots snapshots;
    private final Bidding bidding;

    AuctionsApi(Lots lots, Admissions admissions, LotSnapshots snapshots, Bidding bidding) {
        this.lots = lots;
        this.admissions = admissions;
        this.snapshots = snapshots;
        this.bidding = bidding;
    }

    @GetMapping
    @Operation(summary = "Lots that anybody may see, those to close first at the head")
    List<LotResource> all() {
        return lots.catalogue(MOST_LOTS).stream().map(LotResource::of).toList();
    }

    @GetMapping("/{number}")
    @Operation(summary = "One lot with its terms")
    LotResource one(@Nullable Actor actor, @PathVariable String number) {
        return LotResource.of(orThrow(lots.lot(actor, lot(number))));
    }

    @GetMapping("/{number}/bids")
    @Operation(summary = "Where the lot stands, and the newest bids after one, each with its number; never a limit")
    LotSnapshot bids(@Nullable Actor actor, @PathVariable String number, @RequestParam(defaultValue = "0") long after) {
        var lot = orThrow(lots.lot(actor, lot(number)));
        if (!lot.state().isPublic()) {
            throw new RefusedException(Refusal.notFound("LOT_UNKNOWN"));
        }
        return snapshots.of(lot.number(), Math.max(0, after));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Puts a published listing of one's own up for auction; an auctioneer publishes it")
    LotResource offer(Actor actor, @RequestBody Offer offer) {
        return LotResource.of(orThrow(lots.offer(actor, new Lots.Offer(listing(offer.listing()), money(offer.startMnt()),
                Optional.ofNullable(money(offer.reserveMnt())), offer.opensAt(), offer.closesAt()))));
    }

    @PostMapping("/{number}/admission")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Asks to bid; the deposit is then asked for in the case of the answer")
    AdmissionResource admission(Actor actor, @PathVariable String number) {
        return AdmissionResource.of(orThrow(admissions.ask(actor, lot(number))));
    }

    /** 200 with LEADING or OUTBID when the bid stands in the log; a refusal says why it does not. */
    @PostMapping("/{number}/bids")
    @Operation(summary = "Bids up to an amount; the same Idempotency-Key again is the same bid and gets the same answer")
    BidResource bid(Actor actor, @PathVariable String number, @RequestBody BidRequest bid, @RequestHeader("Idempotency-Key") String key) {
        var receipt = orThrow(bidding.bid(actor, lot(number), bid.amountMnt(), key));
        return new BidResource(receipt.answer().name(), receipt.sequence(), receipt.decidedAt(), receipt.lot().price().tugrug(), receipt.lot().leader(),
                receipt.lot().closesAt());
    }

    @PostMapping("/{number}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a lot back before the hammer, with a reason")
    void withdraw(Actor actor, @PathVariable String number, @RequestBody Withdrawal withdrawal) {
        orThrow(lots.withdraw(actor, lot(number), withdrawal.reason()));
    }

    private static CaseRef lot(String number) {
        return known(number, "LOT_UNKNOWN");
    }

    private static CaseRef listing(String number) {
        return known(number, "LISTING_UNKNOWN");
    }

    private static CaseRef known(String number, String code) {
        if (!CaseRef.isCaseNumber(number)) {
            throw new RefusedException(Refusal.notFound(code).with("number", String.valueOf(number)));
        }
        return CaseRef.of(number);
    }

    private static Money money(Long amount) {
        return amount == null ? null : Money.of(amount);
    }

    /** @param reserveMnt null to sell for the start price */
    record Offer(String listing, Long startMnt, Long reserveMnt, Instant opensAt, Instant closesAt) {
    }

    /** @param amountMnt up to how much, in whole tögrög */
    record BidRequest(Long amountMnt) {
    }

    record Withdrawal(String reason) {
    }

    /** @param answer LEADING or OUTBID; @param sequence place of the bid in the log */
    record BidResource(String answer, long sequence, Instant decidedAt, long priceMnt, int leader, Instant closesAt) {
    }

    /** @param paddle the number under which the others see the bidder, null before he is let in */
    record AdmissionResource(String number, String auction, String state, long depositMnt, Instant payBy, Integer paddle) {

        static AdmissionResource of(Admission admission) {
            return new AdmissionResource(admission.number().number(), admission.auction().number(), admission.state().name(),
                    admission.deposit().tugrug(), admission.payBy(), admission.paddle());
        }
    }

    /** The reserve stays secret; only that there is one is told. */
    record LotResource(String number, String listing, String subject, String state, long startMnt, boolean hasReserve, long depositMnt, Instant opensAt,
                       Instant closesAt) {

        static LotResource of(Lot lot) {
            return new LotResource(lot.number().number(), lot.listing().number(), lot.subject(), lot.state().name(), lot.start().tugrug(),
                    lot.reserve().isPresent(), lot.deposit().tugrug(), lot.opensAt(), lot.closesAt());
        }
    }
}
