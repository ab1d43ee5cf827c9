package mn.eland.sale.listing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mn.eland.edge.web.RefusedException;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.property.PropertyRegister;
import mn.eland.property.PropertyView.Kind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a mandate may name, for programs: the choices the form of the page offers. */
@RestController
@Tag(name = "sales")
class MandateApi {

    private final Parties parties;
    private final PropertyRegister register;

    MandateApi(Parties parties, PropertyRegister register) {
        this.parties = parties;
        this.register = register;
    }

    @GetMapping("/api/v1/mandates/choices")
    @Operation(summary = "Sellers, agents, districts and kinds a new mandate may name; an agent gives the seller's account")
    Choices choices(Actor actor, @RequestParam(required = false) String seller) {
        var agents = actor.is(Role.AGENT) ? List.of(PersonChoice.of(parties.party(actor.party())))
                : parties.withRole(Role.AGENT).stream().map(PersonChoice::of).toList();
        var districts = register.districts().stream().map(one -> new DistrictChoice(one.code(), one.nameMn(), one.nameEn())).toList();
        return new Choices(actor.is(Role.AGENT) ? named(seller) : owners(actor), agents, districts, List.of(Kind.values()));
    }

    /** The caller, and whoever has given the caller a paper. */
    private List<PersonChoice> owners(Actor actor) {
        return Stream.concat(Stream.of(actor.party()), parties.representedBy(actor.party()).stream().map(Parties.Representation::principal))
                .distinct().map(parties::party).map(PersonChoice::of).toList();
    }

    private List<PersonChoice> named(String account) {
        return account == null ? List.of() : List.of(parties.actor(account).map(Actor::party).map(parties::party).map(PersonChoice::of)
                .orElseThrow(() -> new RefusedException(Refusal.invalid("SELLER_UNKNOWN", "seller"))));
    }

    record PersonChoice(UUID id, String name) {

        static PersonChoice of(PartyView party) {
            return new PersonChoice(party.id().value(), party.shortName());
        }
    }

    record DistrictChoice(String code, String nameMn, String nameEn) {
    }

    record Choices(List<PersonChoice> sellers, List<PersonChoice> agents, List<DistrictChoice> districts, List<Kind> kinds) {
    }
}
