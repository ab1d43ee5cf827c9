package mn.eland.edge.passkey;

import jakarta.servlet.Filter;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
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

    PasskeyFilters(Passkeys passkeys, UserDetailsService names, @Value("${eland.base-url}") URI base) {
        this.passkeys = passkeys;
        this.names = names;
        var origin = base.getScheme() + "://" + base.getAuthority();
        this.ceremonies = new Webauthn4JRelyingPartyOperations(passkeys, passkeys,
                PublicKeyCredentialRpEntity.builder().id(base.getHost()).name("ELAND").build(), Set.of(origin));
        ceremonies.setCustomizeCreationOptions(options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED).userVerification(UserVerificationRequirement.REQUIRED).build()));
        ceremonies.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    }

    /** For somebody who is signed in: makes a new key. */
    public List<Filter> ofRegistration() {
        return List.of(new PublicKeyCredentialCreationOptionsFilter(ceremonies), new WebAuthnRegistrationFilter(passkeys, ceremonies));
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
