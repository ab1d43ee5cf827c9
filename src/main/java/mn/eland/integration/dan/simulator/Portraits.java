package mn.eland.integration.dan.simulator;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures on the cards of invented people: a pattern of patches, for each person a different one and always the same. */
public final class Portraits {

    private static final int PATCH = 30;
    private static final int COLUMNS = 8;
    private static final int ROWS = 10;

    private Portraits() {
    }

    /** JPEG, 240 by 300. */
    public static byte[] of(String regnum) {
        var random = new Random(regnum.hashCode() * 31L + 7);
        var picture = new BufferedImage(COLUMNS * PATCH, ROWS * PATCH, BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int light = random.nextInt(256);
                canvas.setColor(new Color(light, (light * 3 + 40) / 4, (light + 120) / 2));
                canvas.fillRect(column * PATCH, row * PATCH, PATCH, PATCH);
            }
        }
        canvas.dispose();
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(picture, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
