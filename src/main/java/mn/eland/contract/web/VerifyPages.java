package mn.eland.contract.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import mn.eland.contract.Contracts;
import mn.eland.contract.Contracts.Verification;
import mn.eland.contract.signing.Revision;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where anyone checks a document behind its QR code. Shows no personal data. */
@Controller
class VerifyPages {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final Contracts contracts;
    private final Refusals refusals;

    VerifyPages(Contracts contracts, Refusals refusals) {
        this.contracts = contracts;
        this.refusals = refusals;
    }

    @GetMapping("/verify")
    String ask(@RequestParam(required = false) String code) {
        return code == null || code.isBlank() ? "contract/verify" : "redirect:/verify/" + code.replaceAll("[^A-Za-z0-9]", "");
    }

    @GetMapping("/verify/{code}")
    String check(@PathVariable String code, Model model, HttpServletResponse response) {
        var found = contracts.verify(code);
        model.addAttribute("code", code);
        model.addAttribute("found", found.orElse(null));
        model.addAttribute("unknown", found.isEmpty());
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        return "contract/verify";
    }

    /** Compares a file with the original; only the hash is computed, nothing is kept. */
    @PostMapping("/verify/{code}")
    String compare(@PathVariable String code, @RequestParam(required = false) MultipartFile file, Model model,
                   HttpServletResponse response) {
        var page = check(code, model, response);
        var found = contracts.verify(code);
        var wrong = wrong(file);
        if (found.isPresent() && wrong == null) {
            int revision = revision(found.get(), hash(file));
            model.addAttribute("same", revision >= 0);
            model.addAttribute("revision", revision);
        } else if (found.isPresent()) {
            response.setStatus(Refusals.status(wrong).value());
            model.addAttribute("refused", refusals.text(wrong));
            model.addAttribute("refusedCode", wrong.code());
        }
        return page;
    }

    /** What is not a PDF cannot be one of ours, whatever its name says; better said than called different. */
    private static Refusal wrong(MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return Refusal.invalid("FILE_MISSING", "file");
        }
        try (var in = file.getInputStream()) {
            var start = in.readNBytes(PDF.length);
            return Arrays.equals(start, PDF) ? null : Refusal.invalid("FILE_NOT_PDF", "file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Number of the revision that has this hash: 0 as drafted; -1 when none has. */
    private static int revision(Verification found, String hash) {
        return found.sha256().equals(hash) ? 0
                : found.revisions().stream().filter(one -> one.sha256().equals(hash)).mapToInt(Revision::number).findFirst().orElse(-1);
    }

    private static String hash(MultipartFile file) {
        try (var in = new DigestInputStream(file.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
