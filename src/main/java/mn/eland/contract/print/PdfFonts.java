package mn.eland.contract.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of documents, read once from the class path folder {@code fonts} that the web build fills, and cut to what
 * a document can need: each one parses its fonts anew. The layout tables (ligatures, positioning) go too: our scripts
 * need none, and the PDF library spends most of its time in them.
 */
public final class PdfFonts {

    /** First and last letter of each part kept: Latin, Greek, Cyrillic, accents, punctuation, currencies, signs. */
    private static final int[][] LETTERS = {{0x20, 0x24f}, {0x2b0, 0x52f}, {0x1e00, 0x1fff}, {0x2000, 0x214f}, {0x2190, 0x22ff}};

    private static final List<String> TABLES = List.of("head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap", "name", "post", "OS/2", "cvt ", "fpgm", "prep");

    private final List<Font> fonts = List.of(
            new Font("Noto Serif", 400, load("fonts/NotoSerif-Regular.ttf")),
            new Font("Noto Serif", 700, load("fonts/NotoSerif-Bold.ttf")),
            new Font("Noto Sans", 400, load("fonts/NotoSans-Regular.ttf")),
            new Font("Noto Sans", 700, load("fonts/NotoSans-Bold.ttf")));

    PdfFonts() {
    }

    /** The plain sans serif, cut to our letters; each call cuts it anew. */
    public static byte[] sans() {
        return load("fonts/NotoSans-Regular.ttf");
    }

    void useIn(PdfRendererBuilder builder) {
        for (var font : fonts) {
            builder.useFont(() -> new ByteArrayInputStream(font.content), font.family, font.weight, FontStyle.NORMAL, true);
        }
    }

    private static byte[] load(String name) {
        try (var file = PdfFonts.class.getClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the font " + name + " is missing; the web build puts it there");
            }
            return ofOurLetters(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ofOurLetters(byte[] font) throws IOException {
        try (var whole = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            var subset = new TTFSubsetter(whole, TABLES);
            for (var part : LETTERS) {
                IntStream.rangeClosed(part[0], part[1]).forEach(subset::add);
            }
            var content = new ByteArrayOutputStream(font.length / 4);
            subset.writeToStream(content);
            return content.toByteArray();
        }
    }

    private record Font(String family, int weight, byte[] content) {
    }
}
