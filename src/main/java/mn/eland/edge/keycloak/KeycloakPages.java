package mn.eland.edge.keycloak;

import java.util.Set;
import mn.eland.edge.signin.IssuerTerms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the sign-in of the embedded issuer would be: the way on to Keycloak, and what to do when a sign-in there did not open the pages here. */
@Controller
@OnKeycloak
class KeycloakPages {

    private static final Set<String> REFUSALS = Set.of("PERSON_KNOWN", "PERSON_UNFIT", "ACCOUNT_CLOSED");
    private static final Set<String> REASONS = Set.of("ISSUER_AWAY", "SIGN_IN_FAILED");

    private final Realm realm;

    KeycloakPages(Realm realm) {
        this.realm = realm;
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam(required = false) String error, Model model) {
        if (error == null) {
            return "redirect:" + IssuerTerms.START;
        }
        model.addAttribute("reasonKey", (REFUSALS.contains(error) ? "refusal." : "keycloak.refused.") + known(error));
        model.addAttribute("again", IssuerTerms.START);
        model.addAttribute("account", realm.accountConsole());
        model.addAttribute("leave", realm.leave());
        return "edge/sign-in-refused";
    }

    /** The word of a reason for the address; what the protocol says tells nothing to a person. */
    static String known(String code) {
        return REFUSALS.contains(code) || REASONS.contains(code) ? code : "SIGN_IN_FAILED";
    }
}
