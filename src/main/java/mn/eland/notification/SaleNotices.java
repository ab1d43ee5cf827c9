package mn.eland.notification;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import mn.eland.kernel.PartyId;
import mn.eland.sale.SaleEvent;
import mn.eland.sale.SaleEvent.*;

/** What the parties of a sale are told about it. The one who acted knows already. */
final class SaleNotices {

    /** Stages that have a notice of their own. */
    private static final Set<String> ENDS = Set.of("OFFER", "COMPLETED", "CALLED_OFF");

    private SaleNotices() {
    }

    record Told(Collection<PartyId> people, Notice notice) {
    }

    static List<Told> of(SaleEvent event, Function<PartyId, String> name) {
        if (event instanceof OfferMade made) {
            return told(made.seller(), Notice.of("offerMade", made.caseRef()).with("price", made.price()).with("name", name.apply(made.buyer())));
        }
        if (event instanceof OfferCountered counter) {
            return told(counter.to(), Notice.of("offerCountered", counter.caseRef()).with("price", counter.price()).with("name", name.apply(counter.by())));
        }
        if (event instanceof OfferAccepted accepted) {
            return told(List.of(accepted.seller(), accepted.buyer()), Notice.of("offerAccepted", accepted.caseRef()).with("price", accepted.price()));
        }
        if (event instanceof PropertyReserved reserved) {
            return told(reserved.buyer(), Notice.of("propertyReserved", reserved.caseRef()));
        }
        if (event instanceof ConsentAsked asked) {
            return told(asked.from(), Notice.of("consentAsked", asked.caseRef()));
        }
        if (event instanceof PriorityExercised exercised) {
            return told(exercised.who(), Notice.of("priorityExercised", exercised.caseRef()).with("price", exercised.price())
                    .to("/properties/" + exercised.listing() + "/offer"));
        }
        if (event instanceof PaymentDue due) {
            return told(due.payer(), Notice.of("paymentDue", due.caseRef()).with("amount", due.amount())
                    .withWord("purpose", NotificationListener.purpose(due.purpose())));
        }
        if (event instanceof LoanDecided decided) {
            return decided.approved() ? told(decided.seller(), Notice.of("loanApproved", decided.caseRef())) : List.of();
        }
        if (event instanceof StageReached reached) {
            return ENDS.contains(reached.stage()) ? List.of() : told(reached.parties(), Notice.of("stageReached", reached.caseRef()).withWord("stage", "sale.stage." + reached.stage()));
        }
        if (event instanceof HandoverUrged urged) {
            return told(urged.who(), Notice.of("handoverUrged", urged.caseRef()));
        }
        if (event instanceof TitlePassed passed) {
            return told(passed.buyer(), Notice.of("titlePassed", passed.caseRef()));
        }
        return ofDelays(event);
    }

    private static List<Told> ofDelays(SaleEvent event) {
        if (event instanceof PaymentReminded reminded) {
            return told(reminded.payer(), Notice.of("paymentReminded", reminded.caseRef()).with("amount", reminded.missing()).with("until", reminded.payBy()));
        }
        if (event instanceof ExtraPeriodGranted granted) {
            return told(List.of(granted.buyer(), granted.seller()), Notice.of("extraPeriodGranted", granted.caseRef())
                    .with("amount", granted.missing()).with("until", granted.until()));
        }
        if (event instanceof InterestUnpaid unpaid) {
            return told(unpaid.seller(), Notice.of("interestUnpaid", unpaid.caseRef()).with("amount", unpaid.amount()));
        }
        if (event instanceof BurdenFound burden) {
            return told(burden.parties(), Notice.of("burdenFound", burden.caseRef()).withWord("burden", "register.code." + burden.code()));
        }
        if (event instanceof TaxReceiptAnswered tax) {
            return told(tax.seller(), tax.accepted() ? Notice.of("taxReceiptAccepted", tax.caseRef())
                    : Notice.of("taxReceiptSentBack", tax.caseRef()).with("reason", tax.reason()));
        }
        if (event instanceof PaperBrought paper) {
            return told(paper.agent(), Notice.of("paperBrought", paper.caseRef()).with("name", paper.byName()).with("title", paper.title()));
        }
        if (event instanceof HandoverGivenUp given) {
            return told(given.parties(), Notice.of("handoverGivenUp", given.caseRef()));
        }
        return ofDisputes(event);
    }

    private static List<Told> ofDisputes(SaleEvent event) {
        if (event instanceof DisputeOpened opened) {
            return told(opened.to(), Notice.of("disputeOpened", opened.caseRef()).with("name", opened.byName()).with("amount", opened.sum()));
        }
        if (event instanceof DisputeAnswered answered) {
            return told(answered.claimant(), Notice.of("disputeAnswered", answered.caseRef()).withWord("reply", "dispute.reply." + answered.reply()));
        }
        if (event instanceof DisputeWithdrawn withdrawn) {
            return told(withdrawn.respondent(), Notice.of("disputeWithdrawn", withdrawn.caseRef()));
        }
        if (event instanceof DisputeSettled settled) {
            return told(settled.parties(), Notice.of("disputeSettled", settled.caseRef()).with("buyers", settled.toBuyer()).with("sellers", settled.toSeller()));
        }
        if (event instanceof RescissionProposed proposed) {
            return told(proposed.to(), Notice.of("rescissionProposed", proposed.caseRef()).with("name", proposed.byName()).with("until", proposed.until())
                    .to("/documents/" + proposed.document()));
        }
        if (event instanceof RescissionWithdrawn withdrawn) {
            return told(withdrawn.told(), Notice.of("rescissionWithdrawn", withdrawn.caseRef()));
        }
        return ofEnds(event);
    }

    private static List<Told> ofEnds(SaleEvent event) {
        if (event instanceof SaleCompleted completed) {
            return told(completed.parties(), Notice.of("saleCompleted", completed.caseRef()));
        }
        if (event instanceof WarrantyEnding ending) {
            return told(ending.buyer(), Notice.of("warrantyEnding." + ending.defects(), ending.caseRef()).with("last", ending.last()));
        }
        if (event instanceof SaleCalledOff off) {
            return told(off.parties(), Notice.of("saleCalledOff", off.caseRef()).withWord("reason", "sale.end." + off.reason()));
        }
        if (event instanceof ListingClosed closed) {
            return told(closed.buyer(), Notice.of("listingClosed", closed.caseRef()));
        }
        if (event instanceof MessageSent sent) {
            return told(sent.to(), Notice.of("messageSent", sent.caseRef()).with("name", sent.fromName()));
        }
        return ofListings(event);
    }

    private static List<Told> ofListings(SaleEvent event) {
        if (event instanceof MandateGiven given) {
            return told(given.agent(), Notice.of("mandateGiven", given.caseRef()).to("/tasks"));
        }
        if (event instanceof ListingSentBack back) {
            return told(back.agent(), Notice.of("listingSentBack", back.caseRef()).with("reason", back.reason()).to("/tasks"));
        }
        if (event instanceof ListingRefused refused) {
            return told(refused.seller(), Notice.of("listingRefused", refused.caseRef()).with("reason", refused.reason()));
        }
        if (event instanceof ListingExpired expired) {
            return told(expired.seller(), Notice.of("listingExpired", expired.caseRef()));
        }
        if (event instanceof PriceChangeAnswered answered) {
            return told(answered.to(), answered.approved() ? Notice.of("priceApproved", answered.caseRef()).with("price", answered.price())
                    : Notice.of("priceSentBack", answered.caseRef()).with("price", answered.price()).with("reason", answered.reason()));
        }
        if (event instanceof PriceChangeDropped dropped) {
            return told(dropped.to(), Notice.of("priceChangeDropped", dropped.caseRef()).with("price", dropped.price()));
        }
        if (event instanceof OfferRepriced repriced) {
            return told(repriced.buyer(), Notice.of("offerRepriced", repriced.caseRef()).with("from", repriced.from()).with("to", repriced.to()));
        }
        return List.of();
    }

    private static List<Told> told(PartyId person, Notice notice) {
        return person == null ? List.of() : told(List.of(person), notice);
    }

    private static List<Told> told(Collection<PartyId> people, Notice notice) {
        return List.of(new Told(people, notice));
    }
}
