package mn.eland.edge.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import mn.eland.identity.Parties;
import mn.eland.identity.Parties.SandboxAccount;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The issuer's own page. */
@Controller
@Embedded
class SignInPages {

    private static final List<String> NOTICES = List.of("opened", "changed", "closed");

    private final Parties parties;

    SignInPages(Parties parties) {
        this.parties = parties;
    }

    /** Only after the password. */
    @GetMapping(SecondStep.PAGE)
    String second(HttpServletRequest request) {
        return SecondStep.isAwaited(request.getSession(false)) ? "edge/sign-in-second" : "redirect:" + IssuerConfiguration.PAGE;
    }

    @GetMapping(IssuerConfiguration.PAGE)
    String page(@RequestParam Map<String, String> asked, Model model) {
        NOTICES.stream().filter(asked::containsKey).findFirst().ifPresent(notice -> model.addAttribute("noticeKey", "signin." + notice));
        model.addAttribute("wait", asked.getOrDefault("wait", "").matches("\\d{1,5}") ? asked.get("wait") : null);
        var accounts = parties.sandboxAccounts();
        model.addAttribute("accounts", accounts.stream().filter(SandboxAccount::leading).toList());
        model.addAttribute("others", accounts.stream().filter(account -> !account.leading()).toList());
        return "edge/sign-in";
    }
}
