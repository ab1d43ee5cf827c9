package mn.eland.edge.signin;

import mn.eland.identity.Parties;
import mn.eland.identity.Parties.SandboxAccount;
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
        var accounts = parties.sandboxAccounts();
        model.addAttribute("accounts", accounts.stream().filter(SandboxAccount::leading).toList());
        model.addAttribute("others", accounts.stream().filter(account -> !account.leading()).toList());
        return "edge/sign-in";
    }
}
