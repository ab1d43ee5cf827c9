package mn.eland.edge.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import mn.eland.identity.link.SignInLinks;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks for a link that signs in, and opens it: opening alone uses nothing up, for programs of mail open links too. */
@ConditionalOnProperty(name = "eland.identity", havingValue = "embedded", matchIfMissing = true)
@Controller
@RequestMapping(LinkSignIn.PAGE)
class LinkPages {

    private static final Duration COOKIE_HOLDS = Duration.ofMinutes(15);

    private final SignInLinks links;

    LinkPages(SignInLinks links) {
        this.links = links;
    }

    @GetMapping
    String page(@RequestParam(required = false) String over, Model model) {
        model.addAttribute("over", over != null);
        return "edge/sign-in-link";
    }

    /** Says the same whether anybody has this address or not. */
    @PostMapping
    String ask(@RequestParam(defaultValue = "") String email, HttpServletRequest request, HttpServletResponse response, RedirectAttributes after) {
        var secret = links.ask(email, LinkSignIn.browser(request));
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(LinkSignIn.COOKIE, secret).path(LinkSignIn.PAGE).httpOnly(true)
                .secure(request.isSecure()).sameSite("Lax").maxAge(COOKIE_HOLDS).build().toString());
        after.addFlashAttribute("doneKey", "signin.link.sent");
        return "redirect:" + LinkSignIn.PAGE;
    }

    @GetMapping("/open")
    String open(@RequestParam(defaultValue = "") String token, HttpServletRequest request, Model model) {
        model.addAttribute("state", links.state(token, LinkSignIn.browser(request)).name());
        model.addAttribute("token", token);
        return "edge/sign-in-link-open";
    }
}
