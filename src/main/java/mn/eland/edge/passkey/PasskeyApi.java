package mn.eland.edge.passkey;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import mn.eland.edge.web.Freshness;
import mn.eland.kernel.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Passkeys for programs. */
@RestController
@RequestMapping("/api/v1/auth/passkeys")
@Tag(name = "auth")
class PasskeyApi {

    private final Passkeys passkeys;
    private final Freshness freshness;

    PasskeyApi(Passkeys passkeys, Freshness freshness) {
        this.passkeys = passkeys;
        this.freshness = freshness;
    }

    @GetMapping
    @Operation(summary = "The passkeys of the person")
    List<Passkeys.Passkey> all(Actor actor) {
        return passkeys.of(actor.person());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a passkey back")
    void remove(Actor actor, @PathVariable String id) {
        orThrow(freshness.required());
        orThrow(passkeys.remove(actor.person(), id));
    }
}
