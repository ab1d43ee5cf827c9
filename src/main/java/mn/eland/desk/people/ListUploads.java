package mn.eland.desk.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import mn.eland.edge.web.Uploads;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads a list as it was uploaded: a table with the ending {@code .csv}, or {@code .xml}, in UTF-8. */
@Component
class ListUploads {

    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final Uploads uploads;

    ListUploads(Uploads uploads) {
        this.uploads = uploads;
    }

    /** Refused with {@code FILE_MISSING}, {@code FILE_TOO_LARGE}, or {@code LIST_FILE_NEITHER} when it is no text of these. */
    Outcome<String> text(MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return Outcome.refused(Refusal.invalid("FILE_MISSING", "file"));
        }
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename().toLowerCase(Locale.ROOT);
        return name.endsWith(".xml") ? xml(file) : uploads.table(file, MOST_BYTES);
    }

    private static Outcome<String> xml(MultipartFile file) {
        if (file.getSize() > MOST_BYTES) {
            return Outcome.refused(Refusal.invalid("FILE_TOO_LARGE", "file"));
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getBytes())).toString();
            return text.replace("\uFEFF", "").stripLeading().startsWith("<") ? Outcome.done(text.replace("\uFEFF", ""))
                    : Outcome.refused(Refusal.invalid("LIST_FILE_NEITHER", "file"));
        } catch (CharacterCodingException e) {
            return Outcome.refused(Refusal.invalid("LIST_FILE_NEITHER", "file"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
