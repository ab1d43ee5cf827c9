package mn.eland.contract.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import mn.eland.contract.signing.SignatureCheck;
import mn.eland.contract.signing.SignatureReport;
import mn.eland.edge.web.RefusedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The check of signatures for programs. */
@RestController
@RequestMapping("/api/v1/verifications/signatures")
@Tag(name = "contracts")
class SignatureApi {

    private final SignatureCheck check;

    SignatureApi(SignatureCheck check) {
        this.check = check;
    }

    @PostMapping
    @Operation(summary = "Whose the signatures of a PDF are, since when, whether they hold and what was changed; the file is not kept")
    SignatureReport look(@RequestParam(required = false) MultipartFile file) {
        return RefusedException.orThrow(SignaturePages.look(check, file));
    }
}
