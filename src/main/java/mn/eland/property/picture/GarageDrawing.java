package mn.eland.property.picture;

import java.util.Random;

/** An underground parking place, the free one marked. */
final class GarageDrawing {

    private static final String[] CARS = {"#B3261E", "#3B5876", "#D9D6CE", "#1E7A46", "#4A525C"};

    private final Random random;
    private final Svg svg = new Svg();

    GarageDrawing(Random random) {
        this.random = random;
    }

    String draw() {
        svg.gradient("wall", "#D7DCE2", "#B9C1CA").rect(0, 0, 800, 600, "url(#wall)");
        svg.polygon("#9AA3AE", 0, 0, 800, 0, 640, 120, 160, 120).polygon("#7D8792", 0, 600, 160, 330, 640, 330, 800, 600);
        for (int i = 0; i < 4; i++) {
            double x = 215 + i * 115;
            svg.rect(x, 70 - i % 2 * 4, 70, 7, 3, "#FFFBE8");
        }
        for (double[] column : new double[][] {{90, 60, 46, 430}, {664, 60, 46, 430}, {238, 112, 26, 240}, {536, 112, 26, 240}}) {
            svg.rect(column[0], column[1], column[2], column[3], "#E7E9EC").rect(column[0], column[1] + column[3] * 0.72, column[2], column[3] * 0.1, "#F2B705");
        }
        svg.polygon("#E8F0FA", 300, 330, 500, 330, 560, 600, 240, 600);
        svg.line(300, 330, 240, 600, "#FFFFFF", 7).line(500, 330, 560, 600, "#FFFFFF", 7);
        svg.rect(372, 210, 56, 56, 8, "#0E4C92").words(400, 252, "P", 40, "#FFFFFF", "middle");
        car(148, 470, 1.25);
        car(560, 470, 1.25);
        return svg.finish();
    }

    private void car(double x, double y, double scale) {
        var colour = CARS[random.nextInt(CARS.length)];
        double w = 96 * scale;
        svg.rect(x, y - 50 * scale, w, 44 * scale, 10 * scale, colour)
                .path("M" + Svg.n(x + w * 0.12) + " " + Svg.n(y - 46 * scale) + " L" + Svg.n(x + w * 0.24) + " " + Svg.n(y - 82 * scale) + " H"
                        + Svg.n(x + w * 0.76) + " L" + Svg.n(x + w * 0.88) + " " + Svg.n(y - 46 * scale) + " Z", colour)
                .path("M" + Svg.n(x + w * 0.2) + " " + Svg.n(y - 49 * scale) + " L" + Svg.n(x + w * 0.29) + " " + Svg.n(y - 76 * scale) + " H"
                        + Svg.n(x + w * 0.71) + " L" + Svg.n(x + w * 0.8) + " " + Svg.n(y - 49 * scale) + " Z", "#DCE8F4")
                .rect(x + w * 0.06, y - 38 * scale, w * 0.18, 9 * scale, 3, "#FFF3CF").rect(x + w * 0.76, y - 38 * scale, w * 0.18, 9 * scale, 3, "#FFF3CF")
                .rect(x + w * 0.32, y - 26 * scale, w * 0.36, 11 * scale, 2, "#F7F7F5")
                .rect(x + w * 0.05, y - 8 * scale, w * 0.18, 14 * scale, 4, "#23282F").rect(x + w * 0.77, y - 8 * scale, w * 0.18, 14 * scale, 4, "#23282F");
    }
}
