package mn.eland.notification.direct;

import java.time.Instant;
import java.util.Map;
import mn.eland.identity.account.AccountEvent.AccountNotOpened;
import mn.eland.identity.account.AccountEvent.AccountThereAlready;
import mn.eland.identity.account.AccountEvent.ConfirmationAsked;
import mn.eland.identity.account.AccountEvent.PasswordLinkAsked;
import mn.eland.identity.link.SignInLinkAsked;
import mn.eland.notification.direct.DirectMessage.Channel;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Which address is written what about an account. */
@Component
class DirectListener {

    private final DirectStore store;

    DirectListener(DirectStore store) {
        this.store = store;
    }

    @ApplicationModuleListener
    void on(ConfirmationAsked event) {
        var link = "/register/" + event.registration();
        mail(event.email(), event.language(), "mailCode", Map.of("code", event.mailCode()), link, event.until());
        text(event.phone(), event.language(), "phoneCode", event.phoneCode(), link, event.until());
    }

    @ApplicationModuleListener
    void on(AccountThereAlready event) {
        mail(event.email(), event.language(), "accountThere", Map.of(), "/password/forgotten", event.until());
        text(event.phone(), event.language(), "phoneCode", event.phoneCode(), "/register/" + event.registration(), event.until());
    }

    @ApplicationModuleListener
    void on(AccountNotOpened event) {
        mail(event.email(), event.language(), "accountNotOpened", Map.of(), "/sign-in", event.until());
    }

    @ApplicationModuleListener
    void on(PasswordLinkAsked event) {
        mail(event.email(), event.language(), "passwordLink", Map.of(), "/password/new?token=" + event.token(), event.until());
    }

    @ApplicationModuleListener
    void on(SignInLinkAsked event) {
        mail(event.email(), event.language(), "signInLink", Map.of(), "/sign-in/link/open?token=" + event.token(), event.until());
    }

    private void mail(String to, String language, String message, Map<String, String> arguments, String link, Instant until) {
        store.add(new DirectMessage(Channel.MAIL, to, language, message, arguments, link, until));
    }

    private void text(String to, String language, String message, String code, String link, Instant until) {
        store.add(new DirectMessage(Channel.SMS, to, language, message, Map.of("code", code), link, until));
    }
}
