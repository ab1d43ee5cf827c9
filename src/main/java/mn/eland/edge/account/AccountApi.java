package mn.eland.edge.account;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import mn.eland.edge.session.SignedOut;
import mn.eland.edge.web.Freshness;
import mn.eland.edge.web.RefusedException;
import mn.eland.identity.account.Applicant;
import mn.eland.identity.account.Passwords;
import mn.eland.identity.account.Registrations;
import mn.eland.identity.account.Sessions;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts for programs: the same doors as the pages, and the same silence about whether an address has an account. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "auth")
class AccountApi {

    private final Registrations registrations;
    private final Passwords passwords;
    private final SignedOut signedOut;
    private final Sessions sessions;
    private final Freshness freshness;
    private final ElandClock clock;

    AccountApi(Registrations registrations, Passwords passwords, SignedOut signedOut, Sessions sessions, Freshness freshness, ElandClock clock) {
        this.freshness = freshness;
        this.clock = clock;
        this.registrations = registrations;
        this.passwords = passwords;
        this.signedOut = signedOut;
        this.sessions = sessions;
    }

    @PostMapping("/registrations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Asks for an account; a code goes to the e-mail address and one to the telephone")
    Awaited register(@RequestBody Form form, Locale locale) {
        var applicant = Applicant.typed(form.registerNumber(), form.clanName(), form.parentName(), form.givenName(), form.phone(), form.email());
        return begin(applicant, form.password(), locale);
    }

    @PostMapping("/registrations/foreigners")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Asks for an account for somebody with a passport and no register number, as the zone below its picture says")
    Awaited registerForeigner(@RequestBody PassportForm form, Locale locale) {
        return begin(Applicant.foreigner(form.mrz(), clock.today(), form.phone(), form.email()), form.password(), locale);
    }

    private Awaited begin(Applicant applicant, String password, Locale locale) {
        registrations.faults(applicant, password).stream().findFirst().ifPresent(fault -> {
            throw new RefusedException(fault);
        });
        return new Awaited(registrations.begin(applicant, password, locale.getLanguage()));
    }

    @PostMapping("/registrations/{id}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Confirms both channels; what came of it is written to the e-mail address")
    void confirm(@PathVariable UUID id, @RequestBody Codes codes) {
        orThrow(registrations.confirm(id, codes.mailCode(), codes.phoneCode()));
    }

    @PostMapping("/registrations/{id}/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Sends new codes, which make the old ones useless")
    void sendAgain(@PathVariable UUID id) {
        orThrow(registrations.sendAgain(id));
    }

    @PostMapping("/password-links")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Sends a link for a new password to the address, if it has an account")
    void forgotten(@RequestBody Address address) {
        passwords.forgotten(address.email());
    }

    @PostMapping("/password-links/uses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sets a new password with a link, once; everybody who was signed in with the account is signed out")
    void useLink(@RequestBody Link link) {
        signedOut.everywhere(orThrow(passwords.useLink(link.token(), link.newPassword())));
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Changes the password of the account; everybody else who was signed in with it is signed out")
    void change(Actor actor, @RequestBody Change change, HttpServletRequest request) {
        orThrow(passwords.change(actor.person(), change.password(), change.newPassword(), request.getRemoteAddr()));
        signedOut.everywhere(actor.person());
    }

    @GetMapping("/sessions")
    @Operation(summary = "Where the person is signed in to the pages")
    List<Sessions.Session> sessions(Actor actor) {
        return sessions.of(actor.person());
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Signs a browser out")
    void end(Actor actor, @PathVariable UUID id) {
        orThrow(freshness.required());
        orThrow(signedOut.one(actor.person(), id));
    }

    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Signs the person out everywhere; the token of this call is good for its last minutes")
    void endAll(Actor actor) {
        orThrow(freshness.required());
        signedOut.everywhere(actor.person());
    }

    record Form(String registerNumber, String clanName, String parentName, String givenName, String phone, String email, String password) {
    }

    /** @param mrz two lines of 44 letters (ICAO 9303) */
    record PassportForm(String mrz, String phone, String email, String password) {
    }

    /** @param id under which the codes are awaited */
    record Awaited(UUID id) {
    }

    record Codes(String mailCode, String phoneCode) {
    }

    record Address(String email) {
    }

    record Link(String token, String newPassword) {
    }

    record Change(String password, String newPassword) {
    }
}
