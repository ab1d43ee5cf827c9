package mn.eland.property.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mn.eland.property.PropertyView;

/** A floor plan: the area divided among the rooms, walls, doors, windows, furniture and measures. */
final class PlanDrawing {

    private static final String INK = "#2B333D";
    private static final String PAPER = "#FDFCF9";
    private static final double LEFT = 110;
    private static final double TOP = 70;
    private static final double LARGEST_WIDTH = 600;
    private static final double LARGEST_HEIGHT = 430;

    private enum Use {
        LIVING("#F6EBD2", 30), BED("#E8F0FA", 20), KITCHEN("#E6F4EC", 15), BATH("#DDEBF3", 8), HALL("#F1EDE5", 12), OFFICE("#EEF2F6", 34);

        private final String fill;
        private final double weight;

        Use(String fill, double weight) {
            this.fill = fill;
            this.weight = weight;
        }
    }

    private record Room(Use use, double x, double y, double width, double height) {
    }

    private final PropertyView property;
    private final Random random;
    private final Svg svg = new Svg();
    private final List<Room> rooms = new ArrayList<>();
    private double width;
    private double height;
    private double metre;

    PlanDrawing(PropertyView property, Random random) {
        this.property = property;
        this.random = random;
    }

    String draw() {
        double ratio = 1.15 + random.nextDouble() * 0.35;
        double metresWide = Math.sqrt(property.areaM2() * ratio);
        metre = Math.min(LARGEST_WIDTH / metresWide, LARGEST_HEIGHT / (metresWide / ratio));
        width = metresWide * metre;
        height = metresWide / ratio * metre;
        double x = LEFT + (LARGEST_WIDTH - width) / 2;
        double y = TOP + (LARGEST_HEIGHT - height) / 2;
        divide(uses(), x, y, width, height);
        svg.rect(0, 0, 800, 600, PAPER);
        grid();
        rooms.forEach(this::room);
        rooms.forEach(room -> svg.frame(room.x, room.y, room.width, room.height, INK, 5));
        svg.frame(x, y, width, height, INK, 11);
        doors(x, y);
        windows(x, y);
        measures(x, y);
        return svg.finish();
    }

    private void grid() {
        for (double x = 20; x < 800; x += 30) {
            svg.line(x, 0, x, 600, "#F1EEE7", 1);
        }
        for (double y = 15; y < 600; y += 30) {
            svg.line(0, y, 800, y, "#F1EEE7", 1);
        }
    }

    private List<Use> uses() {
        var uses = new ArrayList<Use>();
        if (property.kind() == PropertyView.Kind.COMMERCIAL) {
            int offices = Math.max(1, Math.min(6, (int) Math.round(property.areaM2() / 45)));
            for (int i = 0; i < offices; i++) {
                uses.add(Use.OFFICE);
            }
            uses.add(Use.HALL);
            uses.add(Use.BATH);
            return uses;
        }
        int count = Math.max(1, Math.min(7, property.rooms() == null ? 2 : property.rooms()));
        uses.add(Use.LIVING);
        uses.add(Use.KITCHEN);
        uses.add(Use.HALL);
        uses.add(Use.BATH);
        for (int i = 1; i < count; i++) {
            uses.add(Use.BED);
        }
        if (property.areaM2() > 95) {
            uses.add(Use.BATH);
        }
        return uses;
    }

    /** Cuts the longer side so that both parts have about the same weight, until each part is one room. */
    private void divide(List<Use> uses, double x, double y, double w, double h) {
        if (uses.size() == 1) {
            rooms.add(new Room(uses.get(0), x, y, w, h));
            return;
        }
        double total = uses.stream().mapToDouble(use -> use.weight).sum();
        int cut = 1;
        double share = uses.get(0).weight;
        while (cut < uses.size() - 1 && share + uses.get(cut).weight / 2 < total / 2) {
            share += uses.get(cut++).weight;
        }
        double part = share / total;
        if (w >= h) {
            divide(uses.subList(0, cut), x, y, w * part, h);
            divide(uses.subList(cut, uses.size()), x + w * part, y, w * (1 - part), h);
        } else {
            divide(uses.subList(0, cut), x, y, w, h * part);
            divide(uses.subList(cut, uses.size()), x, y + h * part, w, h * (1 - part));
        }
    }

    private void room(Room room) {
        svg.rect(room.x, room.y, room.width, room.height, room.use.fill);
        Furniture.draw(svg, room.use.name(), room.x + 12, room.y + 12, room.width - 24, room.height - 24);
        double area = room.width * room.height / metre / metre;
        if (room.width > 60 && room.height > 44) {
            svg.words(room.x + room.width / 2, room.y + room.height / 2 + 5, Svg.n(area) + " м²", 14, INK, "middle");
        }
    }

    /** A door wherever a room is reached for the first time, beginning at the hall; the last one leads outside. */
    private void doors(double x, double y) {
        var hall = rooms.stream().filter(room -> room.use == Use.HALL).findFirst().orElseThrow();
        var reached = new ArrayList<>(List.of(hall));
        for (int i = 0; i < reached.size(); i++) {
            var from = reached.get(i);
            for (var room : rooms) {
                if (!reached.contains(room) && door(from, room)) {
                    reached.add(room);
                }
            }
        }
        boolean onTheRight = Math.abs(hall.x + hall.width - x - width) < 1;
        boolean below = Math.abs(hall.y + hall.height - y - height) < 1;
        if (below) {
            gap(hall.x + hall.width / 2 - 20, hall.y + hall.height, true, "#0E4C92");
        } else if (onTheRight) {
            gap(hall.x + hall.width, hall.y + hall.height / 2 - 20, false, "#0E4C92");
        } else if (Math.abs(hall.x - x) < 1) {
            gap(hall.x, hall.y + hall.height / 2 - 20, false, "#0E4C92");
        } else {
            gap(hall.x + hall.width / 2 - 20, hall.y, true, "#0E4C92");
        }
    }

    private boolean door(Room one, Room other) {
        double top = Math.max(one.y, other.y);
        double bottom = Math.min(one.y + one.height, other.y + other.height);
        double left = Math.max(one.x, other.x);
        double right = Math.min(one.x + one.width, other.x + other.width);
        boolean beside = Math.abs(one.x + one.width - other.x) < 1 || Math.abs(other.x + other.width - one.x) < 1;
        boolean above = Math.abs(one.y + one.height - other.y) < 1 || Math.abs(other.y + other.height - one.y) < 1;
        if (beside && bottom - top > 52) {
            gap(Math.abs(one.x + one.width - other.x) < 1 ? other.x : one.x, (top + bottom) / 2 - 20, false, one.use.fill);
            return true;
        }
        if (above && right - left > 52) {
            gap((left + right) / 2 - 20, Math.abs(one.y + one.height - other.y) < 1 ? other.y : one.y, true, one.use.fill);
            return true;
        }
        return false;
    }

    private void gap(double x, double y, boolean horizontal, String fill) {
        if (horizontal) {
            svg.rect(x, y - 6, 40, 12, fill).stroke("M" + Svg.n(x) + " " + Svg.n(y) + " v-34 a34 34 0 0 1 34 34", "#8B94A0", 1.6);
        } else {
            svg.rect(x - 6, y, 12, 40, fill).stroke("M" + Svg.n(x) + " " + Svg.n(y) + " h-34 a34 34 0 0 0 34 34", "#8B94A0", 1.6);
        }
    }

    private void windows(double x, double y) {
        for (var room : rooms) {
            if (room.use == Use.HALL || room.use == Use.BATH) {
                continue;
            }
            if (Math.abs(room.y - y) < 1) {
                pane(room.x + room.width * 0.25, y - 5, room.width * 0.5, 10);
            } else if (Math.abs(room.y + room.height - y - height) < 1) {
                pane(room.x + room.width * 0.25, y + height - 5, room.width * 0.5, 10);
            } else if (Math.abs(room.x - x) < 1) {
                pane(x - 5, room.y + room.height * 0.25, 10, room.height * 0.5);
            } else {
                pane(x + width - 5, room.y + room.height * 0.25, 10, room.height * 0.5);
            }
        }
    }

    private void pane(double x, double y, double w, double h) {
        svg.rect(x, y, w, h, "#BFD8F2").frame(x, y, w, h, "#FFFFFF", 1.5);
    }

    private void measures(double x, double y) {
        double below = y + height + 34;
        double beside = x - 34;
        svg.line(x, below, x + width, below, "#5A6270", 1.5).line(x, below - 6, x, below + 6, "#5A6270", 1.5)
                .line(x + width, below - 6, x + width, below + 6, "#5A6270", 1.5)
                .words(x + width / 2, below + 22, Svg.n(width / metre) + " м", 15, "#5A6270", "middle");
        svg.line(beside, y, beside, y + height, "#5A6270", 1.5).line(beside - 6, y, beside + 6, y, "#5A6270", 1.5)
                .line(beside - 6, y + height, beside + 6, y + height, "#5A6270", 1.5)
                .words(beside - 10, y + height / 2 + 5, Svg.n(height / metre) + " м", 15, "#5A6270", "end");
        svg.words(760, 44, Svg.n(property.areaM2()) + " м²", 24, "#0E4C92", "end");
    }
}
