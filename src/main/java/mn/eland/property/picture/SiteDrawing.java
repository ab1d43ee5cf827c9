package mn.eland.property.picture;

import java.util.Random;
import mn.eland.property.PropertyView;

/** Where it lies, on purpose only roughly: streets, a park, the Tuul, and a circle around the place. */
final class SiteDrawing {

    private final PropertyView property;
    private final Random random;
    private final Svg svg = new Svg();

    SiteDrawing(PropertyView property, Random random) {
        this.property = property;
        this.random = random;
    }

    String draw() {
        svg.rect(0, 0, 800, 600, "#F3F0E8");
        svg.begin("transform=\"rotate(" + (random.nextInt(17) - 8) + " 400 300)\"");
        double[] columns = cuts(-120, 920);
        double[] rows = cuts(-120, 720);
        for (int i = 0; i + 1 < columns.length; i++) {
            for (int j = 0; j + 1 < rows.length; j++) {
                block(columns[i] + 9, rows[j] + 9, columns[i + 1] - columns[i] - 18, rows[j + 1] - rows[j] - 18);
            }
        }
        double main = rows[rows.length / 2];
        svg.rect(-160, main - 15, 1120, 30, "#FFFFFF").line(-160, main, 960, main, "#F2D47C", 4);
        double avenue = columns[columns.length / 2 - 1];
        svg.rect(avenue - 12, -160, 24, 920, "#FFFFFF");
        svg.words(640, main + 6, street(), 16, "#5A6270", "middle").end();
        if (random.nextInt(3) == 0) {
            svg.stroke("M-20 560 C180 510 300 610 470 556 S740 520 830 566", "#A9CBEE", 44);
        }
        svg.begin("opacity=\"0.20\"").circle(400, 300, 118, "#0E4C92").end();
        svg.path("M400 322 c-34 -46 -40 -56 -40 -76 a40 40 0 0 1 80 0 c0 20 -6 30 -40 76 z", "#0E4C92").circle(400, 246, 15, "#FFFFFF");
        north();
        return svg.finish();
    }

    private double[] cuts(double from, double to) {
        var cuts = new double[7];
        double step = (to - from) / 6;
        for (int i = 0; i < 7; i++) {
            cuts[i] = from + step * i + (i == 0 || i == 6 ? 0 : random.nextDouble() * 40 - 20);
        }
        return cuts;
    }

    private void block(double x, double y, double width, double height) {
        int what = random.nextInt(7);
        if (what == 0) {
            svg.rect(x, y, width, height, 10, "#CFE3C4");
            for (int i = 0; i < 9; i++) {
                svg.circle(x + 14 + random.nextDouble() * (width - 28), y + 14 + random.nextDouble() * (height - 28), 8, "#8FBF8D");
            }
            return;
        }
        svg.rect(x, y, width, height, 8, "#E7E2D6");
        int houses = 2 + random.nextInt(3);
        for (int i = 0; i < houses; i++) {
            double cell = (height - 16) / houses;
            boolean lying = random.nextBoolean();
            svg.rect(x + 12, y + 10 + cell * i, lying ? width - 24 : width * 0.45, cell - 14, 3, "#CFC8B8");
            if (!lying) {
                svg.rect(x + width * 0.62, y + 10 + cell * i, width * 0.28, cell - 14, 3, "#D8D1C2");
            }
        }
    }

    private String street() {
        for (var part : property.address().split(",")) {
            if (part.contains("гудамж") || part.contains("чөлөө") || part.contains("тойруу") || part.contains("зам")) {
                return part.strip().replaceAll("\\s+\\d.*$", "");
            }
        }
        return "";
    }

    private void north() {
        svg.circle(744, 56, 30, "#FFFFFF").polygon("#B3261E", 744, 32, 753, 58, 735, 58).polygon("#5A6270", 744, 80, 753, 58, 735, 58);
    }
}
