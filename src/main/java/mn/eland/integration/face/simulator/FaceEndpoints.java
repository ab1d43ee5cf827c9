package mn.eland.integration.face.simulator;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import mn.eland.integration.stage.Refused;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/** Compares two pictures by their light and shade, so that size and compression do not matter; told to lie, it says the number. */
@SimulatedEndpoint
public class FaceEndpoints {

    private static final String KEY = "Bearer sandbox";
    private static final int SIDE = 24;
    private static final int UNAUTHORIZED = 401;
    private static final int UNREADABLE = 422;

    private final Stage stage;

    public FaceEndpoints(Stage stage) {
        this.stage = stage;
    }

    /** Both base64. */
    record Pair(String image1, String image2) {
    }

    @PostMapping("/face/v1/compare")
    ResponseEntity<?> compare(@RequestHeader(name = "Authorization", required = false) String key, @RequestBody Pair pair) {
        return stage.play("face", "compare", twist -> {
            if (!KEY.equals(key)) {
                throw new Refused(UNAUTHORIZED, Map.of("error", "UNAUTHORIZED"));
            }
            var similarity = likeness(shades(pair.image1()), shades(pair.image2()));
            return Map.of("similarity", twist.lie().map(Double::valueOf).orElse(similarity), "model", "sandbox-1");
        });
    }

    private static double[] shades(String image) {
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(image)));
            if (picture == null) {
                throw noFace();
            }
            return shades(picture);
        } catch (IOException | IllegalArgumentException broken) {
            throw noFace();
        }
    }

    private static double[] shades(BufferedImage picture) {
        var small = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(picture, 0, 0, SIDE, SIDE, null);
        canvas.dispose();
        var shades = new double[SIDE * SIDE];
        for (int i = 0; i < shades.length; i++) {
            shades[i] = small.getRaster().getSample(i % SIDE, i / SIDE, 0);
        }
        return shades;
    }

    /** Correlation; nothing in common is zero. */
    private static double likeness(double[] one, double[] other) {
        double a = mean(one);
        double b = mean(other);
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - a) * (other[i] - b);
            first += (one[i] - a) * (one[i] - a);
            second += (other[i] - b) * (other[i] - b);
        }
        return first == 0 || second == 0 ? 0 : Math.max(0, both / Math.sqrt(first * second));
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElse(0);
    }

    private static Refused noFace() {
        return new Refused(UNREADABLE, Map.of("error", "NO_FACE"));
    }
}
