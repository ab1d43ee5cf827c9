package mn.eland.edge.fresh;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.regex.Pattern;
import mn.eland.edge.web.Freshness;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The way to prove once more who one is, and back to the page that asked for it. */
@Controller
class SignInAgain {

    private static final String AGAIN = SignInAgain.class.getName();
    /** Where the embedded issuer keeps its person in the session it shares with the pages. */
    private static final String ISSUER_CONTEXT = "ELAND_ISSUER_CONTEXT";
    private static final Pattern OURS = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9/_-]*");

    private final Freshness freshness;
    private final HttpSessionRequestCache wanted = new HttpSessionRequestCache();

    SignInAgain(Freshness freshness) {
        this.freshness = freshness;
    }

    /** Only to a page of our own. */
    @GetMapping("/sign-in-again")
    String again(@RequestParam(defaultValue = "/me") String to, HttpServletRequest request, HttpServletResponse response, HttpSession session) {
        if (freshness.isFresh()) {
            session.removeAttribute(AGAIN);
            return "redirect:" + (OURS.matcher(to).matches() ? to : "/me");
        }
        session.removeAttribute(ISSUER_CONTEXT);
        session.setAttribute(AGAIN, true);
        wanted.saveRequest(request, response);
        return "redirect:/oauth2/authorization/eland";
    }

    /** Tells an issuer elsewhere that its own open session is not enough this time. */
    @Configuration(proxyBeanMethods = false)
    static class Asking {

        @Bean
        OAuth2AuthorizationRequestResolver authorizationRequests(ClientRegistrationRepository clients, ObjectProvider<SignInWish> wishes) {
            var requests = new DefaultOAuth2AuthorizationRequestResolver(clients,
                    OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
            requests.setAuthorizationRequestCustomizer(request -> request.additionalParameters(more -> {
                wishes.orderedStream().forEach(wish -> wish.accept(more));
                if (isAgain()) {
                    more.put("prompt", "login");
                }
            }));
            return requests;
        }

        private static boolean isAgain() {
            return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                    && current.getAttribute(AGAIN, ServletRequestAttributes.SCOPE_SESSION) != null;
        }
    }
}
