package mn.eland.edge.account;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mn.eland.identity.capacity.Capacities;
import mn.eland.kernel.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Companies and licences of a person, for programs. */
@RestController
@RequestMapping("/api/v1/capacities")
@Tag(name = "auth")
class CapacityApi {

    private final Capacities capacities;

    CapacityApi(Capacities capacities) {
        this.capacities = capacities;
    }

    @GetMapping
    @Operation(summary = "For which companies the person acts as executive, and by which licence as an agent")
    All all(Actor actor) {
        return new All(capacities.companies(actor.person()).stream().map(company -> new Company(company.id().value(), company.companyName(),
                company.registerNo())).toList(), capacities.licence(actor.person()).map(one -> new Licence(one.number(), one.validUntil())).orElse(null));
    }

    @PostMapping("/companies")
    @Operation(summary = "Registers a company for its executive, as the state register names him")
    Registered company(Actor actor, @RequestBody Number number) {
        return new Registered(orThrow(capacities.registerCompany(actor, number.companyNumber())).value());
    }

    @PostMapping("/licences")
    @Operation(summary = "Makes the holder of a licence an agent, from the next sign-in on and for as long as it is valid")
    Licence licence(Actor actor, @RequestBody Number number) {
        var licence = orThrow(capacities.registerLicence(actor, number.licenceNo()));
        return new Licence(licence.number(), licence.validUntil());
    }

    record Number(String companyNumber, String licenceNo) {
    }

    record Registered(UUID company) {
    }

    record Company(UUID id, String name, String registerNumber) {
    }

    record Licence(String number, LocalDate validUntil) {
    }

    /** @param licence null for those who are no agents */
    record All(List<Company> companies, Licence licence) {
    }
}
