package mn.eland.contract.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import mn.eland.contract.Contracts;
import mn.eland.contract.Contracts.DocumentView;
import mn.eland.contract.DocumentKind;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Refusal;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Documents for programs: the same doors as the pages. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "contracts")
class ContractApi {

    private final Contracts contracts;

    ContractApi(Contracts contracts) {
        this.contracts = contracts;
    }

    @GetMapping("/contracts")
    @Operation(summary = "Current documents of a case that the caller may read")
    List<DocumentResource> list(Actor actor, @RequestParam("case") String caseNumber) {
        if (!CaseRef.isCaseNumber(caseNumber)) {
            throw new RefusedException(Refusal.notFound("DOCUMENT_NOT_FOUND"));
        }
        return contracts.documents(CaseRef.of(caseNumber), actor).stream().map(document -> resource(document, actor)).toList();
    }

    @GetMapping("/contracts/{id}")
    @Operation(summary = "One document: state, hash, acceptances")
    ResponseEntity<DocumentResource> get(Actor actor, @PathVariable UUID id) {
        var document = RefusedException.orThrow(contracts.read(id, actor));
        return ResponseEntity.ok().body(resource(document, actor));
    }

    @GetMapping("/contracts/{id}/pdf")
    @Operation(summary = "The PDF; its ETag is the SHA-256 of the file")
    ResponseEntity<InputStreamResource> pdf(Actor actor, @PathVariable UUID id) {
        return DocumentPages.answer(RefusedException.orThrow(contracts.read(id, actor)), contracts.pdf(id), true);
    }

    @PostMapping("/contracts/{id}/code")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sends the caller a one-time code for accepting")
    void requestCode(Actor actor, @PathVariable UUID id) {
        RefusedException.orThrow(contracts.requestCode(id, actor));
    }

    @PostMapping("/contracts/{id}/accept")
    @Operation(summary = "Accepts this version with the one-time code; accepting twice is harmless")
    DocumentResource accept(Actor actor, @PathVariable UUID id, @RequestBody Acceptance acceptance) {
        return resource(RefusedException.orThrow(contracts.accept(id, actor, acceptance.code(), Requests.evidence())), actor);
    }

    @GetMapping("/verifications/{code}")
    @Operation(summary = "What the code at the foot of a document says; open to everyone, without personal data")
    Contracts.Verification verify(@PathVariable String code) {
        return contracts.verify(code).orElseThrow(() -> new RefusedException(Refusal.notFound("VERIFICATION_UNKNOWN")));
    }

    private DocumentResource resource(DocumentView document, Actor actor) {
        return new DocumentResource(document.id(), document.caseRef().number(), document.kind(), document.number(), document.version(),
                document.state(), document.sha256(), document.fileSha256(), document.pages(), document.draftedAt(), document.verificationCode(),
                contracts.verificationUrl(document.verificationCode()), document.acceptances().size(), document.missing().size(),
                document.missing().contains(contracts.as(document.id(), actor).party()),
                document.acceptances().stream().map(Contracts.Acceptance::proxy).filter(Objects::nonNull).map(by -> new Representative(by.name(), by.basis(), by.paperNo())).toList());
    }

    /** @param sha256 of what was drafted and accepted @param fileSha256 of the file with the signatures that it has by now @param awaitsYou the caller has to accept it, for himself or for whom he represents @param representatives who accepted in a signer's stead */
    record DocumentResource(UUID id, String caseNumber, DocumentKind kind, String number, int version, String state, String sha256, String fileSha256,
                            int pages, Instant draftedAt, String verificationCode, String verificationUrl, int accepted, int missing,
                            boolean awaitsYou, List<Representative> representatives) {
    }

    /** @param basis DIRECTOR, GUARDIAN or POA */
    record Representative(String name, String basis, String paperNo) {
    }

    record Acceptance(String code) {
    }
}
