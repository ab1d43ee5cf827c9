package mn.eland.contract.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mn.eland.kernel.Refusal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which files are looked into at all: PDF, not too long, open to read, without anything that runs. */
final class PdfGate {

    private static final Logger LOG = LoggerFactory.getLogger(PdfGate.class);
    static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int MOST_OBJECTS = 100_000;
    private static final byte[] START = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final Set<COSName> RUNNING_ACTIONS = Set.of(COSName.getPDFName("JavaScript"), COSName.getPDFName("Launch"),
            COSName.getPDFName("ImportData"), COSName.getPDFName("Rendition"));
    private static final List<COSName> RUNNING_KEYS = List.of(COSName.getPDFName("JS"), COSName.getPDFName("XFA"), COSName.getPDFName("JavaScript"));

    private PdfGate() {
    }

    /**
     * Why a file is not looked into: {@code FILE_MISSING}, {@code FILE_TOO_LARGE} (argument {@code megabytes}), {@code FILE_NOT_PDF},
     * {@code PDF_ENCRYPTED}, {@code PDF_RUNS}, {@code PDF_BROKEN}; all invalid, of the field {@code file}.
     */
    static Optional<Refusal> refusal(byte[] file) {
        if (file.length == 0) {
            return refused("FILE_MISSING");
        }
        if (file.length > MOST_BYTES) {
            return Optional.of(Refusal.invalid("FILE_TOO_LARGE", "file").with("megabytes", MOST_BYTES / 1024 / 1024));
        }
        if (!Arrays.equals(file, 0, Math.min(START.length, file.length), START, 0, START.length)) {
            return refused("FILE_NOT_PDF");
        }
        try (var pdf = Loader.loadPDF(file, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            return pdf.isEncrypted() ? refused("PDF_ENCRYPTED") : hasWhatRuns(pdf.getDocument()) ? refused("PDF_RUNS") : Optional.empty();
        } catch (InvalidPasswordException e) {
            return refused("PDF_ENCRYPTED");
        } catch (IOException | RuntimeException e) {
            LOG.info("A file brought to be checked is no whole PDF: {}", e.toString());
            return refused("PDF_BROKEN");
        }
    }

    private static Optional<Refusal> refused(String code) {
        return Optional.of(Refusal.invalid(code, "file"));
    }

    private static boolean hasWhatRuns(COSDocument document) throws IOException {
        var keys = document.getXrefTable().keySet();
        if (keys.size() > MOST_OBJECTS) {
            throw new IOException("more objects than any document of ours has");
        }
        for (var key : keys) {
            if (runs(document.getObjectFromPool(key).getObject(), 0)) {
                return true;
            }
        }
        return false;
    }

    /** Direct parts only: what is referred to has a number of its own. */
    private static boolean runs(COSBase part, int depth) throws IOException {
        if (depth > 100) {
            throw new IOException("deeper than any document of ours");
        }
        if (part instanceof COSDictionary dictionary) {
            var action = dictionary.getCOSName(COSName.S);
            if (action != null && RUNNING_ACTIONS.contains(action) || RUNNING_KEYS.stream().anyMatch(dictionary::containsKey)) {
                return true;
            }
            for (var name : dictionary.keySet()) {
                if (runs(dictionary.getItem(name), depth + 1)) {
                    return true;
                }
            }
        } else if (part instanceof COSArray array) {
            for (var one : array) {
                if (runs(one, depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }
}
