package mn.eland.edge.account;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import mn.eland.edge.passkey.Passkeys;
import mn.eland.edge.session.SignedOut;
import mn.eland.edge.web.Freshness;
import mn.eland.identity.account.Closings;
import mn.eland.identity.account.SecondSteps;
import mn.eland.identity.recovery.LostFactors;
import mn.eland.kernel.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The second step of the sign-in, and the end of an account, for programs. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "auth")
class SecondStepApi {

    private final SecondSteps steps;
    private final Closings closings;
    private final SignedOut signedOut;
    private final Passkeys passkeys;
    private final Freshness freshness;
    private final LostFactors factors;

    SecondStepApi(SecondSteps steps, Closings closings, SignedOut signedOut, Passkeys passkeys, Freshness freshness,
                  LostFactors factors) {
        this.factors = factors;
        this.freshness = freshness;
        this.steps = steps;
        this.closings = closings;
        this.signedOut = signedOut;
        this.passkeys = passkeys;
    }

    @PostMapping("/second-step")
    @Operation(summary = "Makes a secret for an authenticator application, which waits for its first code")
    Secret begin(Actor actor, @RequestBody Proof proof, HttpServletRequest request) {
        orThrow(freshness.required());
        var setup = orThrow(steps.begin(actor.person(), proof.password(), request.getRemoteAddr()));
        return new Secret(setup.secret(), setup.address(actor.name()));
    }

    @PostMapping("/second-step/confirmation")
    @Operation(summary = "Turns the second step on; the recovery codes are never shown again")
    Recovery confirm(Actor actor, @RequestBody Code code) {
        orThrow(freshness.required());
        return new Recovery(orThrow(steps.confirm(actor.person(), code.totp())));
    }

    @PostMapping("/second-step/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Turns the second step off")
    void end(Actor actor, @RequestBody Proof proof, HttpServletRequest request) {
        orThrow(freshness.required());
        orThrow(steps.end(actor.person(), proof.password(), request.getRemoteAddr()));
    }

    @PostMapping("/second-step/keep")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Stops what somebody at the office asked for in the name of the owner: to take the second step off")
    void keep(Actor actor) {
        orThrow(factors.stop(actor));
    }

    @PostMapping("/closure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Closes the account; refused while a case of the person is under way")
    void close(Actor actor, @RequestBody Proof proof, HttpServletRequest request) {
        orThrow(closings.close(actor.person(), proof.password(), request.getRemoteAddr()));
        passkeys.forget(actor.person());
        signedOut.everywhere(actor.person());
    }

    record Proof(String password) {
    }

    /** @param address for a QR code */
    record Secret(String secret, String address) {
    }

    record Code(String totp) {
    }

    record Recovery(List<String> codes) {
    }
}
