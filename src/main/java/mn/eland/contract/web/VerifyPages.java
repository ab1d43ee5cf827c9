package mn.eland.contract.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import mn.eland.contract.Contracts;
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

    private final Contracts contracts;

    VerifyPages(Contracts contracts) {
        this.contracts = contracts;
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
    String compare(@PathVariable String code, @RequestParam MultipartFile file, Model model, HttpServletResponse response) {
        var page = check(code, model, response);
        contracts.verify(code).filter(found -> !file.isEmpty())
                .ifPresent(found -> model.addAttribute("same", found.sha256().equals(hash(file))));
        return page;
    }

    private static String hash(MultipartFile file) {
        try (var in = new DigestInputStream(file.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
