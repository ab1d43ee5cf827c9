package mn.eland.notification;

import java.util.List;
import mn.eland.identity.Parties;
import mn.eland.identity.account.AccountEvent.AccountClosed;
import mn.eland.identity.account.AccountEvent.AccountOpened;
import mn.eland.identity.account.AccountEvent.PasskeyAdded;
import mn.eland.identity.account.AccountEvent.PasswordChanged;
import mn.eland.identity.account.AccountEvent.SecondStepChanged;
import mn.eland.identity.account.AccountEvent.SessionTakenElsewhere;
import mn.eland.identity.account.AccountEvent.SignInHeldUp;
import mn.eland.identity.account.AccountEvent.SignedInOnNewDevice;
import mn.eland.identity.capacity.CapacityEvent.AgentLicenceEnded;
import mn.eland.identity.capacity.CapacityEvent.AgentLicensed;
import mn.eland.identity.capacity.CapacityEvent.CompanyRegistered;
import mn.eland.identity.recovery.RecoveryEvent.FactorReset;
import mn.eland.identity.recovery.RecoveryEvent.FactorResetAsked;
import mn.eland.identity.recovery.RecoveryEvent.FactorResetDropped;
import mn.eland.identity.recovery.RecoveryEvent.SessionsEnded;
import mn.eland.identity.recovery.RecoveryEvent.ShutOut;
import mn.eland.kernel.PartyId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What the owner of an account is told about it, so that nobody else uses it unseen. */
@Component
class AccountListener {

    private final Notifications notifications;
    private final Parties parties;

    AccountListener(Notifications notifications, Parties parties) {
        this.notifications = notifications;
        this.parties = parties;
    }

    @ApplicationModuleListener
    void on(AccountOpened event) {
        tell(event.who(), event, Notice.ofAccount("accountOpened").to("/properties"));
    }

    @ApplicationModuleListener
    void on(PasswordChanged event) {
        tell(event.who(), event, Notice.ofAccount("passwordChanged").with("at", event.at()));
    }

    @ApplicationModuleListener
    void on(SignInHeldUp event) {
        tell(event.who(), event, Notice.ofAccount("signInHeldUp").with("until", event.until()));
    }

    @ApplicationModuleListener
    void on(SignedInOnNewDevice event) {
        tell(event.who(), event, Notice.ofAccount("newDevice").with("agent", event.agent()).with("at", event.at()));
    }

    @ApplicationModuleListener
    void on(SessionTakenElsewhere event) {
        tell(event.who(), event, Notice.ofAccount("sessionTaken").with("at", event.at()));
    }

    @ApplicationModuleListener
    void on(SecondStepChanged event) {
        tell(event.who(), event, Notice.ofAccount(event.on() ? "secondStepOn" : "secondStepOff").with("at", event.at()));
    }

    @ApplicationModuleListener
    void on(PasskeyAdded event) {
        tell(event.who(), event, Notice.ofAccount("passkeyAdded").with("at", event.at()));
    }

    @ApplicationModuleListener
    void on(AccountClosed event) {
        tell(event.who(), event, Notice.ofAccount("accountClosed").with("at", event.at()).to("/"));
    }

    @ApplicationModuleListener
    void on(AgentLicensed event) {
        tell(event.who(), event, Notice.ofAccount("agentLicensed").with("number", event.licenceNo()).with("until", event.validUntil()));
    }

    @ApplicationModuleListener
    void on(AgentLicenceEnded event) {
        tell(event.who(), event, Notice.ofAccount("agentLicenceEnded").with("number", event.licenceNo()).to("/account/capacities"));
    }

    @ApplicationModuleListener
    void on(CompanyRegistered event) {
        tell(event.who(), event, Notice.ofAccount("companyRegistered").with("name", parties.party(event.company()).shortName()).to("/account/capacities"));
    }

    @ApplicationModuleListener
    void on(SessionsEnded event) {
        tell(event.who(), event, Notice.ofAccount("sessionsEnded").with("at", event.at()));
    }

    @ApplicationModuleListener
    void on(ShutOut event) {
        tell(event.who(), event, Notice.ofAccount("shutOut").with("at", event.at()).to("/"));
    }

    @ApplicationModuleListener
    void on(FactorResetAsked event) {
        tell(event.who(), event, Notice.ofAccount("factorResetAsked").with("from", event.from()));
    }

    @ApplicationModuleListener
    void on(FactorReset event) {
        tell(event.who(), event, Notice.ofAccount("factorReset").with("at", event.at()));
    }

    @ApplicationModuleListener
    void on(FactorResetDropped event) {
        tell(event.who(), event, Notice.ofAccount("factorResetDropped").with("at", event.at()));
    }

    private void tell(PartyId who, Object event, Notice notice) {
        notifications.tell(List.of(who), event, notice);
    }
}
