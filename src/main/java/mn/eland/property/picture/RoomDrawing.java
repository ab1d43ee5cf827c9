package mn.eland.property.picture;

import java.util.Random;

/** A room with a view: the same few pieces of furniture, in other colours. */
final class RoomDrawing {

    private static final String[][] COLOURS = {
        {"#F3EEE4", "#E5DCCB", "#C89B6A", "#0E4C92", "#F2B705"}, {"#EAF0F3", "#D8E2E7", "#B58B62", "#1E7A46", "#C2571A"},
        {"#F4EDE8", "#E8DBD2", "#A97C55", "#7B4A6B", "#F2B705"}, {"#F1F1EA", "#E0E1D4", "#C7A27A", "#3B5876", "#B3261E"}};

    private final Random random;
    private final Svg svg = new Svg();

    RoomDrawing(Random random) {
        this.random = random;
    }

    String draw() {
        var colours = COLOURS[random.nextInt(COLOURS.length)];
        svg.rect(0, 0, 800, 600, colours[0]).polygon(colours[1], 0, 0, 120, 70, 120, 400, 0, 560)
                .polygon(colours[1], 800, 0, 680, 70, 680, 400, 800, 560).polygon("#FFFFFF", 0, 0, 800, 0, 680, 70, 120, 70)
                .polygon(colours[2], 0, 560, 120, 400, 680, 400, 800, 560, 800, 600, 0, 600);
        for (int i = 1; i < 8; i++) {
            svg.begin("opacity=\"0.18\"").line(120 + i * 70, 400, -160 + i * 140, 600, "#5B4636", 2).end();
        }
        window(random.nextBoolean() ? 150 : 330);
        carpet(colours);
        if (random.nextBoolean()) {
            sofa(colours[3], 190);
            plant(600);
        } else {
            sofa(colours[3], 330);
            plant(200);
        }
        svg.line(400, 0, 400, 96, "#5B4636", 3).path("M356 130 Q400 66 444 130 Z", colours[4]).circle(400, 132, 9, "#FFF3CF");
        return svg.finish();
    }

    private void window(double x) {
        svg.rect(x - 10, 120, 330, 200, 4, "#FFFFFF").begin("transform=\"translate(" + Svg.n(x) + " 130)\"")
                .gradient("view", "#A9CBEE", "#F4F8FD").rect(0, 0, 310, 180, "url(#view)")
                .path("M0 120 C50 70 90 100 140 80 C190 62 240 110 310 76 L310 180 L0 180 Z", "#9DB4A0");
        for (int i = 0; i < 7; i++) {
            double height = 30 + random.nextInt(70);
            svg.rect(8 + i * 43, 180 - height, 30, height, i % 2 == 0 ? "#C9D3DD" : "#DDE3E9");
        }
        svg.end().line(x + 155, 130, x + 155, 310, "#FFFFFF", 7).rect(x - 18, 318, 346, 10, 2, "#E9E3D8");
        svg.rect(x - 30, 106, 26, 230, 6, "#E3D7C3").rect(x + 314, 106, 26, 230, 6, "#E3D7C3");
    }

    private void carpet(String[] colours) {
        svg.polygon(colours[3], 210, 570, 270, 470, 530, 470, 590, 570).polygon(colours[0], 230, 561, 281, 478, 519, 478, 570, 561)
                .polygon(colours[4], 330, 520, 400, 492, 470, 520, 400, 552).polygon(colours[0], 360, 520, 400, 505, 440, 520, 400, 538);
    }

    private void sofa(String colour, double x) {
        svg.rect(x, 352, 270, 70, 14, colour).begin("opacity=\"0.82\"").rect(x + 14, 396, 242, 46, 10, colour).end()
                .rect(x - 16, 378, 34, 72, 12, colour).rect(x + 252, 378, 34, 72, 12, colour)
                .rect(x + 34, 372, 54, 44, 8, "#F6EBD2").rect(x + 182, 372, 54, 44, 8, "#E8F0FA")
                .rect(x + 6, 446, 12, 16, 3, "#5B4636").rect(x + 252, 446, 12, 16, 3, "#5B4636");
    }

    private void plant(double x) {
        svg.path("M" + Svg.n(x - 24) + " 402 h48 l-8 52 h-32 z", "#B5653C");
        for (int i = -2; i <= 2; i++) {
            svg.stroke("M" + Svg.n(x) + " 402 Q" + Svg.n(x + i * 18) + " " + (340 - Math.abs(i) * 6) + " " + Svg.n(x + i * 34) + " " + (330 + Math.abs(i) * 14), "#3C8758", 9);
        }
    }
}
