package mn.eland.contract.print;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import org.apache.pdfbox.filter.Filter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Fills a template with facts and prints it: PDF/A-2a and PDF/UA, fonts embedded, page n of N, QR to the verification page. */
@Component
public class DocumentPrinter {

    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private final ITemplateEngine templates;
    private final String baseUrl;
    private final PdfFonts fonts = new PdfFonts();
    private final ContractWords words = new ContractWords();

    DocumentPrinter(ITemplateEngine templates, @Value("${eland.base-url}") String baseUrl) {
        this.templates = templates;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
        XRLog.setLoggingEnabled(false);
        System.setProperty(Filter.SYSPROP_DEFLATELEVEL, "1");
    }

    public Printed print(String template, Imprint imprint, Map<String, Object> facts) {
        var pdf = new ByteArrayOutputStream(128 * 1024);
        var builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(SRGB);
        builder.withProducer("ELAND");
        builder.useUriResolver((base, uri) -> uri.startsWith("data:image/") ? uri : null);
        fonts.useIn(builder);
        var html = html(template, imprint, facts);
        builder.withHtmlContent(html, null);
        builder.toStream(pdf);
        int pages = withPlatformXml(() -> draw(builder));
        var content = pdf.toByteArray();
        return new Printed(content, sha256(content), pages, text(html));
    }

    private static int draw(PdfRendererBuilder builder) {
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDF();
            return renderer.getRootBox().getLayer().getPages().size();
        } catch (IOException e) {
            throw new UncheckedIOException("a document could not be printed", e);
        }
    }

    /** The PDF library asks for XML factories again and again; a search through every jar took a sixth of the time. */
    private static int withPlatformXml(IntSupplier work) {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            return work.getAsInt();
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    String html(String template, Imprint imprint, Map<String, Object> facts) {
        var values = new LinkedHashMap<String, Object>();
        values.put("place", "Улаанбаатар хот");
        values.put("date", imprint.at);
        facts.forEach((name, value) -> {
            if (value != null) {
                values.put(name, value);
            }
        });
        values.put("words", words);
        values.put("n", new ClauseNumbers());
        values.put("number", imprint.number);
        values.put("boxes", imprint.boxes);
        values.put("version", imprint.version);
        values.put("code", grouped(imprint.code));
        values.put("url", verificationUrl(imprint.code));
        values.put("qr", QrImage.dataUri(verificationUrl(imprint.code)));
        return templates.process(template, new Context(Locale.forLanguageTag("mn"), values));
    }

    /** The document without its frame: what a page shows of it. */
    private static String text(String html) {
        return html.substring(html.indexOf("<h1"), html.indexOf("<table class=\"proof\"")).strip();
    }

    public String verificationUrl(String code) {
        return baseUrl + "/verify/" + code;
    }

    /** In groups of four, for people. */
    private static String grouped(String code) {
        return code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What tells this document from all others: its number, version, verification code and time.
     *
     * @param boxes for how many signatures the last page, the page of signatures, has room; 0: there is no such page
     */
    public record Imprint(String number, int version, String code, Instant at, int boxes) {
    }

    /** @param text the document as a piece of HTML */
    public record Printed(byte[] pdf, String sha256, int pages, String text) {
    }
}
