package mn.eland.edge.signin;

import mn.eland.identity.Parties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The issuer's own page. */
@Controller
class SignInPages {

    private final Parties parties;

    SignInPages(Parties parties) {
        this.parties = parties;
    }

    @GetMapping(IssuerConfiguration.PAGE)
    String page(Model model) {
        model.addAttribute("accounts", parties.sandboxAccounts());
        return "edge/sign-in";
    }
}
