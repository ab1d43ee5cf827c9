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
        if (event instanceof MandateGiven given) {
            return told(given.agent(), Notice.of("mandateGiven", given.caseRef()).to("/tasks"));
        }
        if (event instanceof ListingRefused refused) {
            return told(refused.seller(), Notice.of("listingRefused", refused.caseRef()).with("reason", refused.reason()));
        }
        if (event instanceof ListingExpired expired) {
            return told(expired.seller(), Notice.of("listingExpired", expired.caseRef()));
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
