package mn.eland.desk.web;

import java.time.Duration;
import mn.eland.kernel.Actor;
import mn.eland.workflow.Workflow;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Diagrams for the viewer in the browser. They show how the platform works and hold nothing of any case. */
@RestController
class DiagramPages {

    private final Workflow workflow;

    DiagramPages(Workflow workflow) {
        this.workflow = workflow;
    }

    /** A deployed version never changes, so the browser may keep it. */
    @GetMapping(value = "/diagrams/{definitionId}.bpmn")
    ResponseEntity<String> diagram(Actor actor, @PathVariable String definitionId) {
        return workflow.diagramXml(definitionId).map(xml -> ResponseEntity.ok().contentType(new MediaType(MediaType.APPLICATION_XML,
                        java.nio.charset.StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePrivate().immutable()).body(xml))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
