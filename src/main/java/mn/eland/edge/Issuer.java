package mn.eland.edge;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Who issues the tokens of people, as the pages see it: what is done when somebody comes back from there, and when he leaves. */
public interface Issuer {

    /**
     * Joins the chain of the pages.
     *
     * @param arrived leads on to the page that was wanted
     */
    void join(HttpSecurity pages, AuthenticationSuccessHandler arrived) throws Exception;

    /** Where a person minds password, second factor and devices, when that is not here; else null. */
    default String accountConsole() {
        return null;
    }
}
