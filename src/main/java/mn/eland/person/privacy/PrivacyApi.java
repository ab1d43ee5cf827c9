package mn.eland.person.privacy;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import mn.eland.edge.web.Freshness;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Refusal;
import mn.eland.person.privacy.ConsentRegister.Choice;
import mn.eland.person.privacy.ConsentRegister.Consent;
import mn.eland.person.privacy.ConsentRegister.Purpose;
import mn.eland.person.privacy.Erasures.Outlook;
import mn.eland.person.privacy.DataArchives.Export;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's own data, for programs: the same doors as the page. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "me")
class PrivacyApi {

    private final ConsentRegister consents;
    private final DataArchives exports;
    private final Erasures erasures;
    private final FileLooks looks;
    private final Freshness freshness;

    PrivacyApi(ConsentRegister consents, DataArchives exports, Erasures erasures, FileLooks looks, Freshness freshness) {
        this.consents = consents;
        this.exports = exports;
        this.erasures = erasures;
        this.looks = looks;
        this.freshness = freshness;
    }

    @GetMapping("/consents")
    @Operation(summary = "What the caller may agree to, and the register of what the caller agreed to")
    ConsentResource consents(Actor me, Locale locale) {
        return new ConsentResource(consents.choices(me.person(), locale), consents.register(me.person()));
    }

    @PostMapping("/consents")
    @Operation(summary = "Gives or withdraws a consent")
    ConsentResource decide(Actor me, @RequestBody Decision decision, Locale locale) {
        if (decision.purpose() == null) {
            throw new RefusedException(Refusal.invalid("FIELD_REQUIRED", "purpose"));
        }
        if (decision.given()) {
            consents.give(me.person(), decision.purpose(), locale);
        } else {
            consents.withdraw(me.person(), decision.purpose());
        }
        return consents(me, locale);
    }

    @GetMapping("/support")
    @Operation(summary = "Which helpers ask to look into the caller's file, and who has looked, when and why")
    Looks support(Actor me) {
        return new Looks(looks.asks(me.person()), looks.visits(me.person()));
    }

    @PostMapping("/support/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lets none of the helpers in who ask; the consent SUPPORT lets them in")
    void refuse(Actor me) {
        looks.refuse(me.person());
    }

    @GetMapping("/exports")
    @Operation(summary = "The caller's archives, newest first")
    List<Export> exports(Actor me) {
        return exports.of(me.person());
    }

    @PostMapping("/exports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Asks for an archive of all data of the caller; it is prepared in the background")
    Export ask(Actor me) {
        return exports.ask(me.person());
    }

    @GetMapping("/exports/{id}/file")
    @Operation(summary = "The archive. Asks for a token of a sign-in of the last minutes (SIGN_IN_AGAIN)")
    ResponseEntity<byte[]> fetch(Actor me, @PathVariable UUID id) {
        orThrow(freshness.required());
        return PrivacyPages.archive(orThrow(exports.fetch(me.person(), id)));
    }

    @GetMapping("/erasure")
    @Operation(summary = "What an erasure of the caller would do today: what hinders it, what the law keeps and until when")
    Outlook outlook(Actor me) {
        return erasures.outlook(me.person());
    }

    @PostMapping("/erasure")
    @Operation(summary = "Erases the caller as far as the law allows and closes the account. Asks for a token of a sign-in of the last minutes")
    Outlook erase(Actor me, @RequestBody Erasure erasure) {
        orThrow(freshness.required());
        if (!erasure.understood()) {
            throw new RefusedException(Refusal.invalid("FIELD_REQUIRED", "understood"));
        }
        return orThrow(erasures.erase(me.person()));
    }

    record Looks(List<FileLooks.Ask> asks, List<FileLooks.Visit> visits) {
    }

    record Decision(Purpose purpose, boolean given) {
    }

    /** @param understood that it cannot be undone */
    record Erasure(boolean understood) {
    }

    record ConsentResource(List<Choice> choices, List<Consent> register) {
    }
}
