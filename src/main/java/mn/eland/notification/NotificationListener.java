package mn.eland.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mn.eland.contract.ContractEvent.CodeIssued;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.identity.verification.VerificationEvent;
import mn.eland.identity.verification.VerificationEvent.ListedPartyFound;
import mn.eland.identity.verification.VerificationEvent.PartyDeclined;
import mn.eland.identity.verification.VerificationEvent.PartyVerified;
import mn.eland.identity.verification.VerificationEvent.RefreshAsked;
import mn.eland.identity.verification.VerificationEvent.VerificationExpired;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.notarization.NotarizationEvent.ContractRefused;
import mn.eland.notarization.session.SessionEvent;
import mn.eland.payment.PaymentEvent.EscrowFunded;
import mn.eland.payment.PaymentEvent.MoneyReceived;
import mn.eland.payment.PaymentEvent.MoneyRefunded;
import mn.eland.payment.PaymentEvent.MoneyReleased;
import mn.eland.payment.PaymentEvent.PayoutHeld;
import mn.eland.payment.PaymentEvent.VatReceiptIssued;
import mn.eland.payment.Payments;
import mn.eland.person.payout.PayoutEvent;
import mn.eland.person.support.SupportEvent;
import mn.eland.sale.SaleEvent;
import mn.eland.workflow.escalation.TaskOverdue;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Who is told what: one line for each thing that happens. */
@Component
class NotificationListener {

    private static final String VERIFICATION = "/verification";

    private final Notifications notifications;
    private final Parties parties;
    private final Payments payments;

    NotificationListener(Notifications notifications, Parties parties, Payments payments) {
        this.notifications = notifications;
        this.parties = parties;
        this.payments = payments;
    }

    @ApplicationModuleListener
    void on(CodeIssued event) {
        tell(List.of(event.to()), event, Notice.of("codeIssued", event.caseRef()).secret(event.code(), event.validUntil())
                .withWord("document", "document." + event.kind()));
    }

    @ApplicationModuleListener
    void on(MoneyReceived event) {
        var message = event.missing().isPositive() ? "moneyReceivedInPart" : "moneyReceived";
        tell(payers(event.caseRef(), event.purpose()), event, Notice.of(message, event.caseRef())
                .with("amount", event.amount()).with("missing", event.missing()).withWord("purpose", purpose(event.purpose().name())));
    }

    @ApplicationModuleListener
    void on(EscrowFunded event) {
        if (event.purpose() == Payments.Purpose.COMMISSION) {
            return;
        }
        tell(payers(event.caseRef(), event.purpose()), event, Notice.of("escrowFunded", event.caseRef())
                .with("amount", event.amount()).withWord("purpose", purpose(event.purpose().name())));
    }

    @ApplicationModuleListener
    void on(VatReceiptIssued event) {
        var notice = Notice.of(event.lottery() == null ? "vatReceiptOfCompany" : "vatReceiptIssued", event.caseRef())
                .with("number", event.number()).with("amount", event.amount()).with("vat", event.vat());
        tell(List.of(event.to()), event, (event.lottery() == null ? notice : notice.secret(event.lottery(), event.shownUntil()))
                .to("/deals/" + event.caseRef() + "/pay/COMMISSION/receipt"));
    }

    @ApplicationModuleListener
    void on(MoneyRefunded event) {
        tell(List.of(event.to()), event, Notice.of("moneyRefunded", event.caseRef()).with("amount", event.amount()));
    }

    @ApplicationModuleListener
    void on(MoneyReleased event) {
        tell(List.of(event.to()), event, Notice.of("moneyReleased", event.caseRef()).with("amount", event.amount()));
    }

    @ApplicationModuleListener
    void on(PayoutHeld event) {
        tell(List.of(event.to()), event, Notice.of("payoutHeld", event.caseRef()).with("amount", event.amount())
                .withWord("reason", "payout.told." + event.reason()));
    }

    @ApplicationModuleListener
    void on(PayoutEvent event) {
        var told = PayoutNotices.of(event);
        tell(List.of(told.owner()), event, told.notice());
    }

    @ApplicationModuleListener
    void on(SupportEvent event) {
        var told = event instanceof SupportEvent.FileOpened opened
                ? Notice.ofAccount("fileOpened").with("name", opened.name()).with("reason", opened.reason()).with("until", opened.until())
                : Notice.ofAccount("fileAskedFor").with("name", ((SupportEvent.FileAskedFor) event).name())
                        .with("reason", ((SupportEvent.FileAskedFor) event).reason());
        tell(List.of(event.person()), event, told.to("/me"));
    }

    @ApplicationModuleListener
    void on(SaleEvent event) {
        SaleNotices.of(event, this::name).forEach(told -> tell(told.people(), event, told.notice()));
        if (event instanceof SaleEvent.RiskReviewDue due) {
            tell(group(due.group()), event, Notice.of(due.overdue() ? "riskReviewOverdue" : "riskReviewDue", due.caseRef()).to("/tasks"));
        }
    }

    @ApplicationModuleListener
    void on(ContractRefused event) {
        tell(event.tell(), event, Notice.of("contractRefused", event.caseRef()).withWord("ground", "notarization.refusal." + event.refusalCode())
                .to("/documents/" + event.paper()));
    }

    @ApplicationModuleListener
    void on(SessionEvent event) {
        tell(event.tell(), event, SessionNotices.of(event));
    }

    @ApplicationModuleListener
    void on(VerificationEvent event) {
        if (event instanceof ListedPartyFound found) {
            tell(group(Role.COMPLIANCE_HEAD.group()), event, Notice.of("listedPartyFound", found.caseRef()).with("name", name(found.who())).to("/compliance/lists"));
        } else if (event instanceof PartyVerified verified) {
            tell(List.of(verified.who()), event, Notice.of("partyVerified", verified.caseRef()).to(VERIFICATION));
        } else if (event instanceof PartyDeclined declined) {
            tell(List.of(declined.who()), event, Notice.of("partyDeclined", declined.caseRef()).to(VERIFICATION));
        } else if (event instanceof RefreshAsked asked) {
            tell(List.of(asked.who()), event, Notice.of("refreshAsked", asked.caseRef()).with("until", asked.validUntil()).to(VERIFICATION));
        } else if (event instanceof VerificationExpired expired) {
            tell(List.of(expired.who()), event, Notice.of("verificationExpired", expired.caseRef()).to(VERIFICATION));
        }
    }

    @ApplicationModuleListener
    void on(TaskOverdue event) {
        tell(group(event.to()), event, Notice.of("taskOverdue", event.caseRef()).withWord("group", "group." + event.group())
                .with("due", event.dueAt()).to("/tasks?scope=all&due=overdue"));
    }

    private void tell(Collection<PartyId> people, Object event, Notice notice) {
        notifications.tell(people, event, notice);
    }

    private List<PartyId> payers(CaseRef caseRef, Payments.Purpose purpose) {
        return payments.collections(caseRef).stream().filter(collection -> collection.purpose() == purpose)
                .map(Payments.CollectionView::payer).toList();
    }

    private List<PartyId> group(String group) {
        var people = new ArrayList<PartyId>();
        Stream.of(Role.values()).filter(role -> role.group().equals(group))
                .forEach(role -> parties.withRole(role).stream().map(PartyView::id).forEach(people::add));
        return people;
    }

    private String name(PartyId party) {
        return parties.find(party).map(PartyView::shortName).orElse("–");
    }

    static String purpose(String purpose) {
        return "notification.purpose." + purpose.toLowerCase(Locale.ROOT);
    }
}
