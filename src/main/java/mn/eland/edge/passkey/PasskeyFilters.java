package mn.eland.edge.passkey;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mn.eland.edge.fresh.SignInProofs;
import mn.eland.edge.web.ProblemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationProvider;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsFilter;
import org.springframework.security.web.webauthn.registration.WebAuthnRegistrationFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The two ceremonies of passkeys as filters of the issuer's chain. A key must know its person (by finger, face or number of the
 * device), so it stands for both steps of a sign-in; it is bound to our address and cannot be asked for by another.
 */
@Component
public class PasskeyFilters {

    /** Posted to by visitors. */
    public static final String[] SIGN_IN = {"/webauthn/authenticate/options", "/login/webauthn"};
    /** Posted to by people who are signed in. */
    public static final String[] REGISTRATION = {"/webauthn/register/options", "/webauthn/register"};

    private final Passkeys passkeys;
    private final UserDetailsService names;
    private final Webauthn4JRelyingPartyOperations ceremonies;
    private final SignInProofs proofs;
    private final ProblemWriter problems;
    private final Duration freshFor;

    PasskeyFilters(Passkeys passkeys, UserDetailsService names, SignInProofs proofs, ProblemWriter problems,
                   @Value("${eland.sign-in.fresh-for:PT5M}") Duration freshFor, @Value("${eland.base-url}") URI base) {
        this.proofs = proofs;
        this.problems = problems;
        this.freshFor = freshFor;
        this.passkeys = passkeys;
        this.names = names;
        var origin = base.getScheme() + "://" + base.getAuthority();
        this.ceremonies = new Webauthn4JRelyingPartyOperations(passkeys, passkeys,
                PublicKeyCredentialRpEntity.builder().id(base.getHost()).name("ELAND").build(), Set.of(origin));
        ceremonies.setCustomizeCreationOptions(options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED).userVerification(UserVerificationRequirement.REQUIRED).build()));
        ceremonies.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    }

    /** For somebody who has just signed in: makes a new key. */
    public List<Filter> ofRegistration() {
        return List.of(new JustSignedIn(), new PublicKeyCredentialCreationOptionsFilter(ceremonies),
                new WebAuthnRegistrationFilter(passkeys, ceremonies));
    }

    /** For a visitor: signs in with a key. */
    public List<Filter> ofSignIn(SecurityContextRepository context, AuthenticationSuccessHandler success) {
        var signIn = new WebAuthnAuthenticationFilter();
        signIn.setAuthenticationManager(new ProviderManager(new ByName(new WebAuthnAuthenticationProvider(ceremonies, names), names)));
        signIn.setSecurityContextRepository(context);
        signIn.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        signIn.setAuthenticationSuccessHandler(success);
        signIn.setAuthenticationFailureHandler(new AuthenticationEntryPointFailureHandler(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)));
        return List.of(new PublicKeyCredentialRequestOptionsFilter(ceremonies), signIn);
    }

    /** A thief with an open session makes no key of his own: who signed in longer ago is told {@code SIGN_IN_AGAIN} (403). */
    private final class JustSignedIn extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return Set.of(REGISTRATION).stream().noneMatch(request.getRequestURI()::equals);
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
                throws ServletException, IOException {
            if (proofs.isFresh(SecurityContextHolder.getContext().getAuthentication(), freshFor)) {
                rest.doFilter(request, response);
            } else {
                problems.write(request, response, HttpStatus.FORBIDDEN, "SIGN_IN_AGAIN", Map.of());
            }
        }
    }

    /** From here on the person is known as after a password: the issuer can keep no other kind. */
    private record ByName(WebAuthnAuthenticationProvider keys, UserDetailsService names) implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication shown) {
            var user = names.loadUserByUsername(keys.authenticate(shown).getName());
            var done = UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
            if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
                done.setDetails(new WebAuthenticationDetails(current.getRequest()));
            }
            return done;
        }

        @Override
        public boolean supports(Class<?> kind) {
            return keys.supports(kind);
        }
    }
}
