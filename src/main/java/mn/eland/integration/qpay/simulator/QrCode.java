package mn.eland.integration.qpay.simulator;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;

/** The payload of a payment QR code after EMVCo, merchant presented mode, and its picture. */
final class QrCode {

    private static final int SIZE_PIXELS = 300;
    private static final String TUGRUG = "496";
    private static final String REAL_ESTATE_AGENTS = "6513";

    private QrCode() {
    }

    static String payload(String merchant, String bill, BigDecimal amount) {
        var account = field("00", "QPAY.MN") + field("01", merchant);
        var text = field("00", "01") + field("01", "12") + field("26", account) + field("52", REAL_ESTATE_AGENTS)
                + field("53", TUGRUG) + field("54", amount.toPlainString()) + field("58", "MN") + field("59", merchant)
                + field("60", "ULAANBAATAR") + field("62", field("01", bill)) + "6304";
        return text + "%04X".formatted(checksum(text));
    }

    private static String field(String id, String value) {
        return id + "%02d".formatted(value.length()) + value;
    }

    /** CRC-16 with polynomial 0x1021 and start value 0xFFFF, over everything up to and including the tag of the checksum. */
    static int checksum(String text) {
        int crc = 0xFFFF;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            crc ^= (each & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }

    /** PNG in bare base64. */
    static String picture(String payload) {
        try {
            var dots = new QRCodeWriter().encode(payload, BarcodeFormat.QR_CODE, SIZE_PIXELS, SIZE_PIXELS);
            var image = new BufferedImage(SIZE_PIXELS, SIZE_PIXELS, BufferedImage.TYPE_BYTE_BINARY);
            for (int x = 0; x < SIZE_PIXELS; x++) {
                for (int y = 0; y < SIZE_PIXELS; y++) {
                    image.setRGB(x, y, dots.get(x, y) ? 0xFF000000 : 0xFFFFFFFF);
                }
            }
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
