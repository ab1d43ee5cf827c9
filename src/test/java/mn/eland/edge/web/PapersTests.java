package mn.eland.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;

/** Papers that people upload are what they say, and say nothing else. */
public class PapersTests {

    private static final int MOST_BYTES = 1_000_000;
    private final Uploads uploads = new Uploads();

    @ParameterizedTest
    @CsvSource({"баримт.pdf, pdf, application/pdf", "Баримт.JPG, jpeg, image/jpeg", "a.jpeg, jpeg, image/jpeg", "a.png, png, image/png"})
    void aSoundPaperIsTaken(String name, String format, String type) throws IOException {
        var paper = uploads.paper(new MockMultipartFile("file", name, "text/plain", file(format)), MOST_BYTES).get();

        assertThat(paper.type()).isEqualTo(type);
        assertThat(paper.content()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a.png, pdf", "a.pdf, png", "a.exe, png", "a, jpeg"})
    void aFileThatIsNotWhatItsNameSaysIsNone(String name, String format) throws IOException {
        assertThat(code(name, file(format))).isEqualTo("FILE_NOT_A_PAPER");
    }

    @Test
    void aBrokenFileIsNone() throws IOException {
        assertThat(code("a.png", Arrays.copyOf(file("png"), 40))).isEqualTo("FILE_NOT_A_PAPER");
        assertThat(code("a.pdf", "%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8))).isEqualTo("FILE_NOT_A_PAPER");
        assertThat(code("a.pdf", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8))).isEqualTo("FILE_NOT_A_PAPER");
        assertThat(code("a.pdf", new byte[0])).isEqualTo("FILE_MISSING");
        assertThat(code("a.pdf", new byte[MOST_BYTES + 1])).isEqualTo("FILE_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.svg", "a.png", "a.pdf", "a.jpg", "a.html", "a.svg.png", "a.png\0.svg"})
    void aPictureThatIsAProgramIsNone(String name) {
        var svg = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(1)</script></svg>";
        var html = "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>";

        for (var text : List.of(svg, html)) {
            assertThat(code(name, text.getBytes(StandardCharsets.UTF_8))).isEqualTo("FILE_NOT_A_PAPER");
        }
    }

    @Test
    void whatACameraWroteBesideThePictureIsGone() throws IOException {
        var picture = file("jpeg");
        var secret = "Exif\0\0GPS 47.9135, 106.9122".getBytes(StandardCharsets.ISO_8859_1);
        var out = new ByteArrayOutputStream();
        out.write(picture, 0, 2);
        out.write(new byte[]{(byte) 0xFF, (byte) 0xE1, 0, (byte) (secret.length + 2)});
        out.write(secret);
        out.write(picture, 2, picture.length - 2);

        var kept = uploads.paper(new MockMultipartFile("file", "a.jpg", null, out.toByteArray()), MOST_BYTES).get().content();

        assertThat(new String(out.toByteArray(), StandardCharsets.ISO_8859_1)).contains("GPS 47.9135");
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("GPS 47.9135");
    }

    private String code(String name, byte[] content) {
        return uploads.paper(new MockMultipartFile("file", name, null, content), MOST_BYTES).refusal().code();
    }

    /** A sheet of paper as a file of this format: pdf, jpeg or png. */
    public static byte[] file(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        if (format.equals("pdf")) {
            try (var document = new PDDocument()) {
                document.addPage(new PDPage());
                document.save(out);
            }
        } else {
            ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), format, out);
        }
        return out.toByteArray();
    }
}
