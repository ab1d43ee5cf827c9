package mn.eland.edge.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;

/** Papers as files: what is no PDF, JPEG or PNG through and through is none. */
public final class Papers {

    private static final Map<String, Set<String>> ENDINGS = Map.of("application/pdf", Set.of(".pdf"), "image/jpeg", Set.of(".jpg", ".jpeg"),
            "image/png", Set.of(".png"));
    /** Larger than any scanner makes a sheet; a small file may unpack to much more. */
    private static final long MOST_PIXELS = 60_000_000;

    private Papers() {
    }

    /** @param type media type; @param content what is kept of the file */
    public record Paper(String type, byte[] content) {
    }

    /** @param name name of the file in small letters; @param type what its first bytes say */
    static Optional<Paper> read(String name, String type, byte[] content) {
        if (ENDINGS.getOrDefault(type, Set.of()).stream().noneMatch(name::endsWith)) {
            return Optional.empty();
        }
        try {
            return type.equals("application/pdf") ? pdf(content) : picture(type, content);
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static Optional<Paper> pdf(byte[] content) throws IOException {
        try (var document = Loader.loadPDF(content)) {
            return document.getNumberOfPages() > 0 && !document.isEncrypted() ? Optional.of(new Paper("application/pdf", content)) : Optional.empty();
        }
    }

    private static Optional<Paper> picture(String type, byte[] content) throws IOException {
        var format = type.substring(type.indexOf('/') + 1);
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                return Optional.empty();
            }
            return Optional.of(new Paper(type, plain(reader.read(0), format)));
        } finally {
            reader.dispose();
        }
    }

    /** Written anew: the picture and nothing else. */
    private static byte[] plain(BufferedImage picture, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, format, out)) {
            throw new IOException("no writer of " + format + " takes this picture");
        }
        return out.toByteArray();
    }
}
