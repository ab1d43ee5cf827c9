package mn.eland.person.support;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files of people for the programs of helpers: the same doors as the pages. */
@RestController
@RequestMapping("/api/v1/support")
@Tag(name = "support")
class SupportApi {

    private final SupportFiles files;

    SupportApi(SupportFiles files) {
        this.files = files;
    }

    @PostMapping("/searches")
    @Operation(summary = "Whose e-mail address or account it is, and until when the person lets helpers look")
    SupportFiles.Person search(Actor helper, @RequestBody Name name) {
        return orThrow(files.find(helper, name.name() == null ? "" : name.name()));
    }

    @PostMapping("/people/{person}/asks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Asks the person to let helpers look into the file")
    void ask(Actor helper, @PathVariable UUID person, @RequestBody Reason reason) {
        orThrow(files.ask(helper, new PartyId(person), reason.reason()));
    }

    @PostMapping("/people/{person}/visits")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Opens the file for an hour, with the person's consent; the person is told")
    Opened open(Actor helper, @PathVariable UUID person, @RequestBody Reason reason) {
        return new Opened(orThrow(files.open(helper, new PartyId(person), reason.reason())));
    }

    @GetMapping("/visits/{id}")
    @Operation(summary = "The file, while it is open")
    SupportFile read(Actor helper, @PathVariable UUID id) {
        return orThrow(files.read(helper, id));
    }

    @PostMapping("/visits/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Closes the file before its time")
    void close(Actor helper, @PathVariable UUID id) {
        orThrow(files.close(helper, id));
    }

    record Name(String name) {
    }

    record Reason(String reason) {
    }

    /** @param visit under which the file is read */
    record Opened(UUID visit) {
    }
}
