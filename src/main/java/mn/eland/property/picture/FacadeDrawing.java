package mn.eland.property.picture;

import java.util.Random;
import mn.eland.property.PropertyView;

/** A building from the street: tower, panel block, town house or office; the floor for sale has its lights on. */
final class FacadeDrawing {

    private static final double GROUND = 520;
    private static final String GLASS = "#9CC1E6";
    private static final String LIGHT = "#F8D568";
    private static final String[][] NEW_COLOURS = {
        {"#F2EEE6", "#0E4C92"}, {"#E7E3DA", "#A4552F"}, {"#DDE5EC", "#3B5876"}, {"#F5F1EA", "#1E7A46"}, {"#E9DFD0", "#7A5B3A"}};
    private static final String[] OLD_COLOURS = {"#D8CDB8", "#C9BFB0", "#D6C3A5", "#C6CBCB", "#DAC9B9"};
    private static final String[] CARS = {"#B3261E", "#0E4C92", "#E9E6DF", "#4A525C", "#1E7A46"};

    private final PropertyView property;
    private final Random random;
    private final Svg svg = new Svg();
    private final Landscape landscape;

    FacadeDrawing(PropertyView property, Random random) {
        this.property = property;
        this.random = random;
        this.landscape = new Landscape(svg, random);
    }

    String draw() {
        landscape.sky();
        landscape.mountains(430);
        landscape.ground(430);
        for (int i = 0; i < 5; i++) {
            landscape.larch(30 + random.nextInt(740), 455 + random.nextInt(30), 50 + random.nextInt(30));
        }
        switch (property.kind()) {
            case HOUSE -> townHouse();
            case COMMERCIAL -> office();
            default -> {
                neighbour();
                if (property.yearBuilt() != null && property.yearBuilt() >= 2005) {
                    tower();
                } else {
                    panelBlock();
                }
            }
        }
        foreground();
        return svg.finish();
    }

    private int floors(int least, int most, int usual) {
        return Math.max(least, Math.min(most, property.floors() == null ? usual : property.floors()));
    }

    private boolean isForSale(int floor) {
        return property.floor() != null && property.floor() == floor;
    }

    private void neighbour() {
        double width = 120 + random.nextInt(60);
        double height = 120 + random.nextInt(120);
        double x = random.nextBoolean() ? 30 + random.nextInt(60) : 610 + random.nextInt(40);
        svg.begin("opacity=\"0.55\"").rect(x, GROUND - 20 - height, width, height, "#C3CCD6");
        for (double wy = GROUND - height; wy < GROUND - 50; wy += 28) {
            for (double wx = x + 14; wx < x + width - 16; wx += 26) {
                svg.rect(wx, wy, 14, 15, "#EAF0F6");
            }
        }
        svg.end();
    }

    private void tower() {
        var colours = NEW_COLOURS[random.nextInt(NEW_COLOURS.length)];
        int floors = floors(5, 25, 14);
        double floorHeight = Math.min(34, 420.0 / (floors + 1.6));
        int bays = 4 + random.nextInt(3);
        double width = 250 + random.nextInt(90);
        double x = 400 - width / 2 + random.nextInt(60) - 30;
        double top = GROUND - floorHeight * (floors + 1);
        svg.rect(x + width, top + 22, 34, GROUND - top - 22, "#B9BFC6");
        svg.rect(x, top, width, GROUND - top, colours[0]);
        svg.rect(x - 6, top - 10, width + 12, 12, 2, colours[1]).rect(x + width * 0.3, top - 30, width * 0.28, 20, colours[1]);
        double bay = width / bays;
        int core = random.nextInt(bays - 1);
        svg.rect(x + core * bay, top, bay * 0.22, GROUND - top, colours[1]);
        for (int floor = 1; floor <= floors; floor++) {
            double y = GROUND - floorHeight * (floor + 1);
            for (int b = 0; b < bays; b++) {
                double wx = x + b * bay + bay * 0.3;
                boolean lit = isForSale(floor) && b >= bays / 2 || random.nextInt(11) == 0;
                svg.rect(wx, y + floorHeight * 0.2, bay * 0.56, floorHeight * 0.56, lit ? LIGHT : GLASS);
                svg.line(wx + bay * 0.28, y + floorHeight * 0.2, wx + bay * 0.28, y + floorHeight * 0.76, "#FFFFFF", 1.2);
                if ((b + core) % 2 == 1) {
                    svg.rect(wx - bay * 0.08, y + floorHeight * 0.66, bay * 0.72, floorHeight * 0.2, "#FFFFFF");
                }
            }
            if (isForSale(floor)) {
                pin(x + width + 8, y + floorHeight / 2);
            }
        }
        shops(x, width, floorHeight, colours[1]);
    }

    private void shops(double x, double width, double height, String accent) {
        svg.rect(x, GROUND - height, width, height, "#39424E");
        for (double sx = x + 8; sx < x + width - 30; sx += 48) {
            svg.rect(sx, GROUND - height + 5, 36, height - 6, "#CFE0F0");
        }
        svg.rect(x + width / 2 - 26, GROUND - height - 5, 52, 7, 2, accent);
    }

    private void panelBlock() {
        var wall = OLD_COLOURS[random.nextInt(OLD_COLOURS.length)];
        int floors = floors(3, 12, 5);
        double floorHeight = Math.min(46, 340.0 / floors);
        int bays = 10;
        double width = 620;
        double x = 90;
        double top = GROUND - floorHeight * floors - 10;
        svg.rect(x, top, width, GROUND - top, wall).rect(x - 5, top - 9, width + 10, 11, 2, "#8E857A");
        double bay = width / bays;
        for (int floor = 1; floor <= floors; floor++) {
            double y = GROUND - floorHeight * floor;
            svg.line(x, y, x + width, y, "#B5A995", 1.4);
            for (int b = 0; b < bays; b++) {
                boolean stairs = b % 5 == 2;
                boolean lit = isForSale(floor) && (b == 3 || b == 4) || random.nextInt(14) == 0;
                double wx = x + b * bay + bay * 0.22;
                svg.rect(wx, y + floorHeight * 0.2, bay * (stairs ? 0.3 : 0.56), floorHeight * 0.52, lit ? LIGHT : GLASS);
                if (!stairs && b % 2 == 1) {
                    svg.rect(wx - 3, y + floorHeight * 0.56, bay * 0.56 + 6, floorHeight * 0.3, "#F3EEE4");
                }
            }
            if (isForSale(floor)) {
                pin(x + width + 6, y + floorHeight / 2);
            }
        }
        for (int b = 1; b < bays; b++) {
            svg.line(x + b * bay, top, x + b * bay, GROUND, "#B5A995", 1);
        }
        for (int b = 2; b < bays; b += 5) {
            double dx = x + b * bay + bay * 0.15;
            svg.rect(dx, GROUND - 42, 36, 42, "#5B4636").rect(dx - 8, GROUND - 50, 52, 8, 2, "#6F665B");
        }
    }

    private void townHouse() {
        var colours = NEW_COLOURS[random.nextInt(NEW_COLOURS.length)];
        double x = 190;
        double width = 400;
        double eaves = GROUND - 190;
        svg.rect(x + width - 130, GROUND - 130, 210, 130, "#E4DFD5").rect(x + width - 140, GROUND - 142, 230, 14, 2, "#6A5B4E");
        svg.rect(x, eaves, width, GROUND - eaves, colours[0]);
        svg.polygon("#7B4A35", x - 26, eaves + 6, x + width * 0.5, eaves - 120, x + width + 26, eaves + 6);
        svg.polygon("#93583F", x - 26, eaves + 6, x + width * 0.5, eaves - 120, x + width * 0.5, eaves - 104, x - 6, eaves + 6);
        svg.rect(x + width * 0.72, eaves - 108, 26, 62, "#6E5A4C");
        svg.rect(x + width * 0.42, eaves - 62, 64, 46, LIGHT).line(x + width * 0.42 + 32, eaves - 62, x + width * 0.42 + 32, eaves - 16, "#FFFFFF", 3);
        for (int i = 0; i < 3; i++) {
            double wx = x + 34 + i * 122;
            svg.rect(wx, eaves + 26, 80, 56, GLASS).line(wx + 40, eaves + 26, wx + 40, eaves + 82, "#FFFFFF", 3)
                    .rect(wx - 4, eaves + 84, 88, 6, colours[1]);
        }
        svg.rect(x + 34, eaves + 108, 100, 64, GLASS).rect(x + 170, eaves + 104, 52, 86, colours[1]).circle(x + 212, eaves + 150, 3.5, "#F2C94C");
        svg.rect(x + width - 110, GROUND - 96, 160, 96, 4, "#B8B2A6");
        for (int i = 1; i < 5; i++) {
            svg.line(x + width - 110, GROUND - 96 + i * 19, x + width + 50, GROUND - 96 + i * 19, "#9C968A", 1.5);
        }
        for (double fx = 20; fx < 180; fx += 18) {
            svg.rect(fx, GROUND - 46, 9, 46, 2, "#EDE6D8");
        }
        svg.rect(14, GROUND - 34, 172, 6, "#EDE6D8");
    }

    private void office() {
        int floors = floors(4, 22, 12);
        double floorHeight = Math.min(36, 430.0 / (floors + 1));
        double width = 300;
        double x = 250;
        double top = GROUND - floorHeight * floors - 8;
        svg.polygon("#5F86AE", x + width, top + 26, x + width + 70, top + 60, x + width + 70, GROUND, x + width, GROUND);
        svg.gradient("glass", "#5C93CB", "#BFD8F0").rect(x, top, width, GROUND - top, "url(#glass)");
        for (int floor = 1; floor <= floors; floor++) {
            double y = GROUND - floorHeight * floor;
            if (isForSale(floor)) {
                svg.rect(x, y, width, floorHeight, LIGHT);
                pin(x + width + 78, y + floorHeight / 2);
            }
            svg.line(x, y, x + width, y, "#EAF2FA", 2);
        }
        for (double mx = x; mx <= x + width; mx += 30) {
            svg.line(mx, top, mx, GROUND, "#D3E3F2", 1.4);
        }
        svg.begin("opacity=\"0.22\"").polygon("#FFFFFF", x + 40, top, x + 130, top, x + 20, GROUND, x, GROUND, x, top + 130).end();
        svg.rect(x - 4, top - 10, width + 8, 12, 2, "#12406F").rect(x + width / 2 - 50, GROUND - 44, 100, 44, "#0E2E4F")
                .rect(x + width / 2 - 64, GROUND - 54, 128, 9, 2, "#F2B705");
    }

    private void pin(double x, double y) {
        svg.polygon("#0E4C92", x, y, x + 13, y - 8, x + 13, y + 8).rect(x + 12, y - 11, 30, 22, 5, "#0E4C92")
                .words(x + 27, y + 5, String.valueOf(property.floor()), 13, "#FFFFFF", "middle");
    }

    private void foreground() {
        for (int i = 0; i < 4; i++) {
            landscape.bush(40 + random.nextInt(720), GROUND + 2, 26 + random.nextInt(14));
        }
        landscape.larch(60 + random.nextInt(60), GROUND + 4, 110);
        landscape.larch(690 + random.nextInt(60), GROUND + 4, 96);
        landscape.street(540);
        landscape.car(80 + random.nextInt(240), 578, CARS[random.nextInt(CARS.length)]);
        landscape.car(450 + random.nextInt(220), 590, CARS[random.nextInt(CARS.length)]);
    }
}
