package mn.eland.property.picture;

import java.util.Locale;

/** Writes an SVG picture of 800 × 600, shape by shape, back to front. */
final class Svg {

    static final int WIDTH = 800;
    static final int HEIGHT = 600;

    private final StringBuilder text = new StringBuilder(8192);

    Svg() {
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 600\" width=\"800\" height=\"600\">");
    }

    Svg gradient(String id, String top, String bottom) {
        text.append("<defs><linearGradient id=\"").append(id).append("\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\"><stop offset=\"0\" stop-color=\"")
                .append(top).append("\"/><stop offset=\"1\" stop-color=\"").append(bottom).append("\"/></linearGradient></defs>");
        return this;
    }

    Svg rect(double x, double y, double width, double height, String fill) {
        return rect(x, y, width, height, 0, fill);
    }

    Svg rect(double x, double y, double width, double height, double radius, String fill) {
        text.append("<rect x=\"").append(n(x)).append("\" y=\"").append(n(y)).append("\" width=\"").append(n(width))
                .append("\" height=\"").append(n(height));
        if (radius > 0) {
            text.append("\" rx=\"").append(n(radius));
        }
        text.append("\" fill=\"").append(fill).append("\"/>");
        return this;
    }

    Svg frame(double x, double y, double width, double height, String stroke, double thickness) {
        text.append("<rect x=\"").append(n(x)).append("\" y=\"").append(n(y)).append("\" width=\"").append(n(width))
                .append("\" height=\"").append(n(height)).append("\" fill=\"none\" stroke=\"").append(stroke)
                .append("\" stroke-width=\"").append(n(thickness)).append("\"/>");
        return this;
    }

    Svg circle(double x, double y, double radius, String fill) {
        text.append("<circle cx=\"").append(n(x)).append("\" cy=\"").append(n(y)).append("\" r=\"").append(n(radius))
                .append("\" fill=\"").append(fill).append("\"/>");
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String stroke, double thickness) {
        text.append("<line x1=\"").append(n(x1)).append("\" y1=\"").append(n(y1)).append("\" x2=\"").append(n(x2)).append("\" y2=\"")
                .append(n(y2)).append("\" stroke=\"").append(stroke).append("\" stroke-width=\"").append(n(thickness))
                .append("\" stroke-linecap=\"round\"/>");
        return this;
    }

    Svg path(String shape, String fill) {
        text.append("<path d=\"").append(shape).append("\" fill=\"").append(fill).append("\"/>");
        return this;
    }

    Svg stroke(String shape, String stroke, double thickness) {
        text.append("<path d=\"").append(shape).append("\" fill=\"none\" stroke=\"").append(stroke).append("\" stroke-width=\"")
                .append(n(thickness)).append("\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>");
        return this;
    }

    Svg polygon(String fill, double... points) {
        text.append("<polygon points=\"");
        for (int i = 0; i < points.length; i += 2) {
            text.append(i == 0 ? "" : " ").append(n(points[i])).append(',').append(n(points[i + 1]));
        }
        text.append("\" fill=\"").append(fill).append("\"/>");
        return this;
    }

    /** @param anchor start, middle or end */
    Svg words(double x, double y, String words, double size, String fill, String anchor) {
        text.append("<text x=\"").append(n(x)).append("\" y=\"").append(n(y)).append("\" font-family=\"Noto Sans, sans-serif\" font-size=\"")
                .append(n(size)).append("\" fill=\"").append(fill).append("\" text-anchor=\"").append(anchor).append("\">")
                .append(words.replace("&", "&amp;").replace("<", "&lt;")).append("</text>");
        return this;
    }

    Svg begin(String attributes) {
        text.append("<g ").append(attributes).append('>');
        return this;
    }

    Svg end() {
        text.append("</g>");
        return this;
    }

    String finish() {
        return text.append("</svg>").toString();
    }

    /** A number with at most one decimal. */
    static String n(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : String.format(Locale.ROOT, "%.1f", rounded);
    }
}
