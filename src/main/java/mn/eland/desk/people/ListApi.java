package mn.eland.desk.people;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mn.eland.edge.web.RefusedException;
import mn.eland.identity.screening.Matches;
import mn.eland.identity.screening.WatchLists;
import mn.eland.identity.screening.WatchLists.Imported;
import mn.eland.identity.screening.WatchLists.WatchList;
import mn.eland.identity.spi.NameScreening.Kind;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Lists, for programs of compliance. */
@RestController
@RequestMapping("/api/v1/compliance/lists")
@Tag(name = "compliance")
class ListApi {

    private final WatchLists lists;
    private final Matches matches;
    private final ListUploads uploads;

    ListApi(WatchLists lists, Matches matches, ListUploads uploads) {
        this.lists = lists;
        this.matches = matches;
        this.uploads = uploads;
    }

    @GetMapping
    @Operation(summary = "Lists of sanctions and of politically exposed people that were brought, newest first")
    List<WatchList> all(Actor actor) {
        return orThrow(lists.all(actor));
    }

    @GetMapping("/matches")
    @Operation(summary = "Parties that were found on lists of sanctions and at whom nobody has looked yet")
    List<MatchResource> matches(Actor actor) {
        return orThrow(matches.open(actor)).stream().map(one -> new MatchResource(one.party().toString(), one.list(), one.entry(), one.foundAt())).toList();
    }

    @PostMapping("/matches/{party}/clear")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The head of compliance says that the party is somebody else than the one on the list")
    void clear(Actor actor, @PathVariable UUID party, @RequestBody Clearing clearing) {
        orThrow(matches.clear(actor, new PartyId(party), clearing.note()));
    }

    /** @param note why it is somebody else, 10 to 2000 characters */
    record Clearing(String note) {
    }

    /** @param entry the name on the list */
    record MatchResource(String party, String list, String entry, Instant foundAt) {
    }

    @PostMapping
    @Operation(summary = "Takes a list in the place of the one of the same name: CSV or XML, the part \"file\" of a multipart form")
    Imported take(Actor actor, @RequestParam(defaultValue = "") String name, @RequestParam(required = false) Kind kind,
                  @RequestParam(required = false) MultipartFile file) {
        orThrow(lists.all(actor));
        if (kind == null) {
            throw new RefusedException(Refusal.invalid("FIELD_REQUIRED", "kind"));
        }
        return orThrow(uploads.text(file).flatMap(text -> lists.take(actor, name, kind, file.getOriginalFilename(), text)));
    }
}
