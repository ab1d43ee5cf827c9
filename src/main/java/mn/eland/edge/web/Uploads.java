package mn.eland.edge.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads what people upload. What a file is, its own bytes say; its name and what the browser calls it are not believed. */
@Component
public class Uploads {

    private static final Set<String> PLAIN = Set.of("text/plain", "text/csv", "text/tab-separated-values");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Tika tika = new Tika();

    /**
     * The text of a table with the ending {@code .csv}. Refused with {@code FILE_MISSING}, {@code FILE_TOO_LARGE}, or
     * {@code FILE_NOT_WHAT_IT_SAYS} when the content is anything else than plain UTF-8 text.
     */
    public Outcome<String> table(MultipartFile file, int mostBytes) {
        if (file == null || file.isEmpty()) {
            return Outcome.refused(Refusal.invalid("FILE_MISSING", "file"));
        }
        if (file.getSize() > mostBytes) {
            return Outcome.refused(Refusal.invalid("FILE_TOO_LARGE", "file"));
        }
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename().toLowerCase(Locale.ROOT);
        var content = content(file);
        if (!name.endsWith(".csv") || !PLAIN.contains(tika.detect(content))) {
            return Outcome.refused(Refusal.invalid("FILE_NOT_WHAT_IT_SAYS", "file"));
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return Outcome.done(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Outcome.refused(Refusal.invalid("FILE_NOT_WHAT_IT_SAYS", "file"));
        }
    }

    /**
     * A paper somebody scanned, photographed or downloaded: PDF, JPEG or PNG. Pictures come without what a camera wrote
     * into them beside the picture. Refused with {@code FILE_MISSING}, {@code FILE_TOO_LARGE}, or {@code FILE_NOT_A_PAPER}
     * when the content is none of these or is not what the name says.
     */
    public Outcome<Papers.Paper> paper(MultipartFile file, int mostBytes) {
        if (file == null || file.isEmpty()) {
            return Outcome.refused(Refusal.invalid("FILE_MISSING", "file"));
        }
        if (file.getSize() > mostBytes) {
            return Outcome.refused(Refusal.invalid("FILE_TOO_LARGE", "file"));
        }
        var content = content(file);
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename().toLowerCase(Locale.ROOT);
        return Papers.read(name, tika.detect(content), content).map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.invalid("FILE_NOT_A_PAPER", "file")));
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
