package mn.eland.contract.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import mn.eland.contract.signing.SignatureCheck;
import mn.eland.contract.signing.SignatureReport;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where anyone has the signatures of a PDF checked: whose they are, since when, whether they hold, and what was changed. */
@Controller
@RequestMapping("/verify/signatures")
class SignaturePages {

    private static final byte[] NOTHING = {};

    private final SignatureCheck check;
    private final Refusals refusals;

    SignaturePages(SignatureCheck check, Refusals refusals) {
        this.check = check;
        this.refusals = refusals;
    }

    @GetMapping
    String ask() {
        return "contract/signatures";
    }

    /** Looks into the file and keeps nothing of it. */
    @PostMapping
    String check(@RequestParam(required = false) MultipartFile file, Model model, HttpServletResponse response) {
        var found = look(check, file);
        if (found.isDone()) {
            model.addAttribute("report", found.get());
            model.addAttribute("file", file.getOriginalFilename());
        } else {
            response.setStatus(Refusals.status(found.refusal()).value());
            model.addAttribute("refused", refusals.text(found.refusal()));
            model.addAttribute("refusedCode", found.refusal().code());
        }
        return "contract/signatures";
    }

    static Outcome<SignatureReport> look(SignatureCheck check, MultipartFile file) {
        try {
            return check.check(file == null ? NOTHING : file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
