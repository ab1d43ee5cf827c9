package mn.eland.edge.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param webClientSecret what the pages show to the issuer; the default is for the sandbox only
 * @param loopbackUrl     where the application reaches itself, also behind a proxy
 */
@ConfigurationProperties("eland.sign-in")
public record SignInProperties(@DefaultValue(DEFAULT_SECRET) String webClientSecret,
                               String loopbackUrl) {

    static final String DEFAULT_SECRET = "sandbox-web-client";
}
