package mn.eland.sale.refusal;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mn.eland.contract.brought.BroughtPaper;
import mn.eland.edge.web.Uploads;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Papers that people bring to a sale, for programs. */
@RestController
@RequestMapping("/api/v1/sales/{number:S-\\d{4}-\\d{6}}/papers")
@Tag(name = "sales")
class PaperApi {

    private final MissingPapers missing;
    private final Uploads uploads;

    PaperApi(MissingPapers missing, Uploads uploads) {
        this.missing = missing;
        this.uploads = uploads;
    }

    @GetMapping
    @Operation(summary = "Papers that people brought after a notary or the registrar had sent something back")
    List<PaperResource> papers(Actor actor, @PathVariable CaseRef number) {
        return orThrow(missing.of(actor, number)).stream().map(PaperResource::of).toList();
    }

    @PostMapping
    @Operation(summary = "Brings a missing paper: PDF, JPEG or PNG, sent as the part \"file\" of a multipart form, with what it is as \"title\"")
    PaperResource bring(Actor actor, @PathVariable CaseRef number, @RequestParam(required = false) MultipartFile file,
                        @RequestParam(required = false) String title) {
        return PaperResource.of(orThrow(PaperUploads.brought(missing, uploads, actor, number, file, title)));
    }

    /** @param href the file, for whom may see the sale */
    record PaperResource(UUID id, String title, String type, String sha256, String broughtBy, Instant broughtAt, String href) {

        static PaperResource of(BroughtPaper paper) {
            return new PaperResource(paper.id(), paper.title(), paper.type(), paper.sha256(), paper.byName(), paper.at(), "/api/v1" + paper.href());
        }
    }
}
