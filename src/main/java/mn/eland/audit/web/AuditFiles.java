package mn.eland.audit.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mn.eland.audit.reading.AuditReader;
import mn.eland.kernel.Outcome;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Sends files line by line as they are made: an export may be larger than the memory. */
final class AuditFiles {

    private AuditFiles() {
    }

    static void send(Outcome<AuditReader.File> file, String name, HttpServletResponse response) throws IOException {
        var made = orThrow(file);
        response.setContentType("application/jsonl");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString());
        made.write(response.getOutputStream());
    }
}
