package mn.eland.contract.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The fonts of documents, read once from the class path folder {@code fonts} that the web build fills. The layout
 * tables (ligatures, positioning) are left out: Cyrillic and Latin need none, and the PDF library spends most of its
 * time in them.
 */
final class PdfFonts {

    private static final Set<String> LEFT_OUT = Set.of("GSUB", "GPOS", "GDEF", "STAT", "MATH", "DSIG", "gasp", "meta");
    private static final int HEADER = 12;
    private static final int ENTRY = 16;

    private final List<Font> fonts = List.of(
            new Font("Noto Serif", 400, load("fonts/NotoSerif-Regular.ttf")),
            new Font("Noto Serif", 700, load("fonts/NotoSerif-Bold.ttf")),
            new Font("Noto Sans", 400, load("fonts/NotoSans-Regular.ttf")),
            new Font("Noto Sans", 700, load("fonts/NotoSans-Bold.ttf")));

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
            return withoutLayoutTables(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A TrueType file is a directory of tables; this writes it again with fewer. */
    static byte[] withoutLayoutTables(byte[] font) {
        var in = ByteBuffer.wrap(font);
        int count = in.getShort(4);
        var kept = new ArrayList<Integer>();
        int size = HEADER;
        for (int i = 0; i < count; i++) {
            int entry = HEADER + i * ENTRY;
            var tag = new String(font, entry, 4, java.nio.charset.StandardCharsets.US_ASCII);
            if (!LEFT_OUT.contains(tag)) {
                kept.add(entry);
                size += ENTRY + padded(in.getInt(entry + 12));
            }
        }
        var out = ByteBuffer.allocate(size);
        int power = Integer.highestOneBit(kept.size());
        out.putInt(in.getInt(0)).putShort((short) kept.size()).putShort((short) (power * 16))
                .putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) ((kept.size() - power) * 16));
        int place = HEADER + kept.size() * ENTRY;
        for (int i = 0; i < kept.size(); i++) {
            int entry = kept.get(i);
            int length = in.getInt(entry + 12);
            out.position(HEADER + i * ENTRY);
            out.put(font, entry, 8).putInt(place).putInt(length);
            out.position(place);
            out.put(font, in.getInt(entry + 8), length);
            place += padded(length);
        }
        return out.array();
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }

    private record Font(String family, int weight, byte[] content) {
    }
}
