package mn.eland.property.picture;

import java.util.Random;
import mn.eland.property.PropertyView;

/** A plot of land: pegs, fence, a ger beside it, its size in words. */
final class PlotDrawing {

    private final PropertyView property;
    private final Random random;
    private final Svg svg = new Svg();

    PlotDrawing(PropertyView property, Random random) {
        this.property = property;
        this.random = random;
    }

    String draw() {
        var landscape = new Landscape(svg, random);
        landscape.sky();
        landscape.mountains(330);
        landscape.ground(330);
        svg.path("M0 420 C200 380 420 450 800 390 L800 600 L0 600 Z", "#86A868");
        for (int i = 0; i < 9; i++) {
            landscape.larch(20 + random.nextInt(760), 360 + random.nextInt(26), 40 + random.nextInt(34));
        }
        svg.polygon("#A9C27F", 180, 560, 270, 400, 610, 400, 700, 560);
        fence(270, 400, 610, 400, 14, 26);
        fence(180, 560, 270, 400, 9, 36);
        fence(700, 560, 610, 400, 9, 36);
        ger(random.nextBoolean() ? 110 : 700, 440);
        for (double[] peg : new double[][] {{180, 560}, {700, 560}, {270, 400}, {610, 400}}) {
            svg.rect(peg[0] - 4, peg[1] - 34, 8, 36, 2, "#B3261E").rect(peg[0] - 4, peg[1] - 34, 8, 10, 2, "#FFFFFF");
        }
        svg.rect(355, 470, 170, 46, 8, "#FFFFFF").words(440, 501, Svg.n(property.areaM2()) + " м²", 24, "#0E4C92", "middle");
        landscape.bush(60, 580, 40);
        landscape.bush(750, 586, 36);
        return svg.finish();
    }

    private void fence(double x1, double y1, double x2, double y2, int boards, double height) {
        svg.line(x1, y1 - height * 0.7, x2, y2 - height * 0.7, "#8A6A47", 3).line(x1, y1 - height * 0.3, x2, y2 - height * 0.3, "#8A6A47", 3);
        for (int i = 0; i <= boards; i++) {
            double x = x1 + (x2 - x1) * i / boards;
            double y = y1 + (y2 - y1) * i / boards;
            svg.rect(x - 5, y - height, 10, height, 1, i % 2 == 0 ? "#A98558" : "#9C7A50");
        }
    }

    private void ger(double x, double y) {
        svg.rect(x - 62, y - 52, 124, 54, 4, "#FBF8F1").path("M" + (x - 70) + " " + (y - 50) + " Q" + x + " " + (y - 112) + " " + (x + 70) + " " + (y - 50) + " Z", "#F1ECE0")
                .rect(x - 10, y - 92, 20, 8, 3, "#D9D0BD").rect(x - 14, y - 44, 28, 46, "#C2571A").frame(x - 10, y - 40, 20, 38, "#F2B705", 2)
                .line(x - 62, y - 36, x + 62, y - 36, "#C9BFA8", 2).line(x - 62, y - 16, x + 62, y - 16, "#C9BFA8", 2)
                .rect(x + 2, y - 118, 6, 30, "#6B6258");
    }
}
