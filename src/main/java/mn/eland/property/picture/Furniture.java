package mn.eland.property.picture;

/** Furniture of a plan, seen from above; pieces that do not fit are left out. */
final class Furniture {

    private static final String LINE = "#B9B1A1";
    private static final String FILL = "#FFFFFF";

    private Furniture() {
    }

    static void draw(Svg svg, String use, double x, double y, double width, double height) {
        switch (use) {
            case "LIVING" -> living(svg, x, y, width, height);
            case "BED" -> bed(svg, x, y, width, height);
            case "KITCHEN" -> kitchen(svg, x, y, width, height);
            case "BATH" -> bath(svg, x, y, width, height);
            case "OFFICE" -> office(svg, x, y, width, height);
            default -> { }
        }
    }

    private static void piece(Svg svg, double x, double y, double width, double height, double radius) {
        svg.rect(x, y, width, height, radius, FILL).frame(x, y, width, height, LINE, 1.5);
    }

    private static void living(Svg svg, double x, double y, double width, double height) {
        if (width < 130 || height < 100) {
            return;
        }
        piece(svg, x, y + height - 34, Math.min(150, width * 0.6), 34, 8);
        piece(svg, x, y + height - 34, Math.min(150, width * 0.6), 11, 4);
        svg.circle(x + width - 36, y + 34, 24, FILL).circle(x + width - 36, y + 34, 21, "#F9F4E8");
        for (int i = 0; i < 4; i++) {
            svg.circle(x + width - 36 + 31 * Math.cos(i * Math.PI / 2), y + 34 + 31 * Math.sin(i * Math.PI / 2), 6, LINE);
        }
    }

    private static void bed(Svg svg, double x, double y, double width, double height) {
        if (width < 76 || height < 96) {
            return;
        }
        piece(svg, x, y, 66, 84, 5);
        piece(svg, x + 6, y + 6, 24, 16, 4);
        piece(svg, x + 36, y + 6, 24, 16, 4);
        svg.line(x, y + 34, x + 66, y + 34, LINE, 1.5);
        if (width > 130) {
            piece(svg, x + width - 22, y + height - 70, 22, 70, 2);
        }
    }

    private static void kitchen(Svg svg, double x, double y, double width, double height) {
        if (width < 70 || height < 60) {
            return;
        }
        piece(svg, x, y, width, 26, 2);
        for (int i = 0; i < 4; i++) {
            svg.circle(x + 14 + i % 2 * 16, y + 8 + i / 2 * 11, 4, LINE);
        }
        piece(svg, x + width - 42, y + 5, 34, 16, 5);
    }

    private static void bath(Svg svg, double x, double y, double width, double height) {
        if (width < 40 || height < 40) {
            return;
        }
        boolean lying = width > height;
        piece(svg, x, y, lying ? Math.min(70, width) : 26, lying ? 26 : Math.min(70, height), 12);
        svg.circle(x + width - 12, y + height - 12, 9, FILL).circle(x + width - 12, y + height - 12, 6, "#EAF2F8");
    }

    private static void office(Svg svg, double x, double y, double width, double height) {
        for (double dy = y; dy + 50 < y + height * 0.42; dy += 60) {
            for (double dx = x; dx + 62 < x + width; dx += 84) {
                piece(svg, dx, dy, 58, 28, 3);
                svg.circle(dx + 29, dy + 40, 8, LINE);
            }
        }
    }
}
