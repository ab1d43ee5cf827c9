package mn.eland.person.payout;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import mn.eland.edge.web.Freshness;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The account a person is paid into, for programs: the same door as the page. */
@RestController
@RequestMapping("/api/v1/me/payout-account")
@Tag(name = "me")
class PayoutApi {

    private final PayoutAccounts accounts;
    private final Freshness freshness;

    PayoutApi(PayoutAccounts accounts, Freshness freshness) {
        this.accounts = accounts;
        this.freshness = freshness;
    }

    @GetMapping
    @Operation(summary = "The caller's own account, masked, and the changes of it, newest first")
    AccountResource account(Actor owner) {
        return new AccountResource(accounts.account(owner).orElse(null), accounts.changes(owner).stream().map(PayoutApi::resource).toList());
    }

    @PostMapping("/changes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Names another account; it holds after the cooling time. Asks for a token of a sign-in of the last minutes (SIGN_IN_AGAIN)")
    ChangeResource name(Actor owner, @RequestBody NewAccount account) {
        orThrow(freshness.required());
        if (account.iban() == null || account.iban().isBlank()) {
            throw new RefusedException(Refusal.invalid("FIELD_REQUIRED", "iban"));
        }
        return resource(orThrow(accounts.name(owner, account.iban())));
    }

    @PostMapping("/changes/{number}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a change of the caller's own account back")
    void withdraw(Actor owner, @PathVariable String number) {
        orThrow(accounts.withdraw(owner, PayoutPages.number(number)));
    }

    private static ChangeResource resource(PayoutChange change) {
        return new ChangeResource(change.caseRef().number(), change.account(), change.nameMatches(), change.state().name(), change.askedAt(), change.from(),
                change.stopped());
    }

    record NewAccount(String iban) {
    }

    /** @param account masked, or null while there is none */
    record AccountResource(String account, List<ChangeResource> changes) {
    }

    /** @param account masked; @param from from when on it can hold; @param stopped nothing is paid to the owner meanwhile */
    record ChangeResource(String number, String account, boolean nameMatches, String state, Instant askedAt, Instant from, boolean stopped) {
    }
}
