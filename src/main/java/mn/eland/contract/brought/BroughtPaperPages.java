package mn.eland.contract.brought;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a brought paper is read. It is saved, never opened inside the application: its bytes are somebody else's. */
@Controller
class BroughtPaperPages {

    private final BroughtPapers papers;

    BroughtPaperPages(BroughtPapers papers) {
        this.papers = papers;
    }

    @GetMapping({"/papers/{id}", "/api/v1/papers/{id}"})
    ResponseEntity<InputStreamResource> paper(Actor reader, @PathVariable UUID id) {
        var opened = RefusedException.orThrow(papers.open(id, reader));
        var type = MediaType.parseMediaType(opened.paper().type());
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore()).header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(opened.paper().title() + "." + type.getSubtype(), StandardCharsets.UTF_8).build().toString())
                .body(new InputStreamResource(opened.content()));
    }
}
