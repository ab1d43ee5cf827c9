package mn.eland.audit.catching;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.TreeMap;
import mn.eland.edge.web.Unsaid;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * What somebody said with a request, as a hash: the body as it came, or for a form its fields in the order of their names, each
 * {@code name=value} and a line end, then its files. Passwords, codes and the form's own tokens are left out, of acts on accounts everything.
 */
final class Content {

    private static final Set<String> TOKENS = Set.of("_csrf", "_once");

    private final MessageDigest said;
    private final boolean form;
    private final boolean unsaid;
    private boolean fieldsHeard;

    Content(HttpServletRequest request) {
        try {
            said = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        unsaid = Unsaid.isCall(request.getRequestURI());
        var type = request.getContentType();
        form = type == null || type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/");
    }

    /** The request as the rest of the chain shall read it. */
    HttpServletRequest heard(HttpServletRequest request) {
        return form || unsaid ? request : new HeardRequest(request, said);
    }

    /** Files are thrown away when a request is done: they are looked at before. */
    void hearFiles(HttpServletRequest request) {
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (parts == null || fieldsHeard) {
            return;
        }
        hearFields(request);
        parts.getMultiFileMap().values().forEach(list -> list.forEach(file -> {
            try {
                said.update(file.getBytes());
            } catch (IOException e) {
                hear("unreadable file");
            }
        }));
    }

    byte[] hash(HttpServletRequest request) {
        if (form && !fieldsHeard) {
            hearFields(request);
        }
        return copy();
    }

    private byte[] copy() {
        try {
            return ((MessageDigest) said.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hearFields(HttpServletRequest request) {
        fieldsHeard = true;
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!TOKENS.contains(name) && !Unsaid.isField(name)) {
                for (var value : values) {
                    hear(name + "=" + value + "\n");
                }
            }
        });
    }

    private void hear(String text) {
        said.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
