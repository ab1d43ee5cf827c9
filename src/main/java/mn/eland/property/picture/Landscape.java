package mn.eland.property.picture;

import java.util.Random;

/** What surrounds every building of Ulaanbaatar: the sky, the ridge of Bogd Khan, larches, ground. */
final class Landscape {

    private static final String[][] SKIES = {
        {"#BFD8F2", "#F4F8FD"}, {"#A9CBEE", "#FAF3E4"}, {"#CFE2F5", "#FDF6EA"}, {"#9DC3EA", "#EEF5FC"}, {"#F6D9B8", "#FDF4E6"}};
    private static final String[][] RIDGES = {
        {"#A9BDD3", "#8CA98F", "#6F9273"}, {"#B4C5D8", "#9BB597", "#7FA27E"}, {"#9FB4CC", "#B5A884", "#9C9069"}};

    private final Svg svg;
    private final Random random;
    private final String[] ridges;

    Landscape(Svg svg, Random random) {
        this.svg = svg;
        this.random = random;
        this.ridges = RIDGES[random.nextInt(RIDGES.length)];
    }

    void sky() {
        var sky = SKIES[random.nextInt(SKIES.length)];
        svg.gradient("sky", sky[0], sky[1]).rect(0, 0, Svg.WIDTH, Svg.HEIGHT, "url(#sky)");
        double x = 90 + random.nextInt(620);
        svg.circle(x, 96 + random.nextInt(50), 34, "#FFF3CF").circle(x, 110, 0.1, "#FFF3CF");
        for (int i = 0; i < 3; i++) {
            cloud(40 + random.nextInt(700), 60 + random.nextInt(120), 0.6 + random.nextDouble() * 0.7);
        }
    }

    private void cloud(double x, double y, double scale) {
        svg.begin("opacity=\"0.75\"").rect(x, y, 110 * scale, 20 * scale, 10 * scale, "#FFFFFF")
                .rect(x + 22 * scale, y - 13 * scale, 56 * scale, 26 * scale, 13 * scale, "#FFFFFF").end();
    }

    void mountains(double horizon) {
        ridge(horizon - 20, 130, ridges[0]);
        ridge(horizon + 5, 85, ridges[1]);
    }

    private void ridge(double base, double height, String colour) {
        var shape = new StringBuilder("M0 " + Svg.n(base + 60));
        double x = 0;
        double y = base - random.nextDouble() * height * 0.5;
        shape.append(" L0 ").append(Svg.n(y));
        while (x < Svg.WIDTH) {
            double step = 90 + random.nextDouble() * 90;
            double next = base - random.nextDouble() * height;
            shape.append(" C").append(Svg.n(x + step * 0.4)).append(' ').append(Svg.n(y)).append(' ').append(Svg.n(x + step * 0.6))
                    .append(' ').append(Svg.n(next)).append(' ').append(Svg.n(x + step)).append(' ').append(Svg.n(next));
            x += step;
            y = next;
        }
        svg.path(shape.append(" L800 ").append(Svg.n(base + 60)).append(" Z").toString(), colour);
    }

    void ground(double from) {
        svg.rect(0, from, Svg.WIDTH, Svg.HEIGHT - from, ridges[2]);
    }

    void street(double y) {
        svg.rect(0, y - 16, Svg.WIDTH, 18, "#D9D6CE").rect(0, y, Svg.WIDTH, Svg.HEIGHT - y, "#5F6772");
        for (double x = 20; x < Svg.WIDTH; x += 90) {
            svg.rect(x, y + (Svg.HEIGHT - y) / 2 - 2, 46, 4, 2, "#E9E3D3");
        }
    }

    void larch(double x, double y, double size) {
        var green = random.nextBoolean() ? "#2F7A4E" : "#3C8758";
        svg.rect(x - size * 0.05, y - size * 0.2, size * 0.1, size * 0.2, "#6B5137");
        svg.polygon(green, x - size * 0.3, y - size * 0.15, x, y - size * 0.7, x + size * 0.3, y - size * 0.15);
        svg.polygon(green, x - size * 0.22, y - size * 0.45, x, y - size, x + size * 0.22, y - size * 0.45);
    }

    void bush(double x, double y, double size) {
        svg.circle(x, y - size * 0.35, size * 0.4, "#4B9464").circle(x + size * 0.4, y - size * 0.28, size * 0.32, "#3F8658")
                .circle(x - size * 0.38, y - size * 0.25, size * 0.28, "#3F8658");
    }

    void car(double x, double y, String colour) {
        svg.rect(x, y - 22, 84, 17, 7, colour).path("M" + Svg.n(x + 14) + " " + Svg.n(y - 21) + " q8 -17 22 -17 h14 q13 0 20 17 z", colour)
                .path("M" + Svg.n(x + 21) + " " + Svg.n(y - 22) + " q6 -11 15 -11 h5 v11 z", "#DCE8F4")
                .path("M" + Svg.n(x + 45) + " " + Svg.n(y - 22) + " v-11 h5 q8 0 13 11 z", "#DCE8F4")
                .circle(x + 20, y - 5, 8.5, "#23282F").circle(x + 64, y - 5, 8.5, "#23282F")
                .circle(x + 20, y - 5, 3.5, "#B9C0C8").circle(x + 64, y - 5, 3.5, "#B9C0C8");
    }
}
