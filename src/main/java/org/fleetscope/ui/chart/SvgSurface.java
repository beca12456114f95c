package org.fleetscope.ui.chart;

import java.util.Locale;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Writes what is drawn as the elements of an SVG 1.1 document. */
final class SvgSurface implements Surface {
    private final StringBuilder out = new StringBuilder();
    private final TextRuler ruler = new TextRuler();
    private int clips;

    /**
     * The document of all that was drawn.
     *
     * @param title what it is called
     * @param description said by screen readers after the title
     */
    String document(double width, double height, String title, String description) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg"
                + " xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\""
                + number(width)
                + "\" height=\""
                + number(height)
                + "\" viewBox=\"0 0 "
                + number(width)
                + " "
                + number(height)
                + "\">\n<title>"
                + escaped(title)
                + "</title>\n<desc>"
                + escaped(description)
                + "</desc>\n"
                + out
                + "</svg>\n";
    }

    /** Draws what {@code painting} draws, moved by whole pixels. */
    void moved(int x, int y, Runnable painting) {
        out.append("<g transform=\"translate(").append(x).append(' ').append(y).append(")\">\n");
        painting.run();
        out.append("</g>\n");
    }

    @Override
    public void rect(double x, double y, double width, double height, Color color) {
        out.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        out.append("\" width=\"").append(number(Math.max(1, width)));
        out.append("\" height=\"").append(number(Math.max(1, height))).append('"');
        paint("fill", color);
        out.append("/>\n");
    }

    @Override
    public void horizontal(double x1, double x2, double y, Color color) {
        rect(x1, Math.round(y), x2 - x1, 1, color);
    }

    @Override
    public void vertical(double x, double y1, double y2, Color color) {
        rect(Math.round(x), y1, 1, y2 - y1, color);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Color color, double width) {
        points("polyline", xs, ys, count);
        stroked(color, width);
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, Color color) {
        points("polygon", xs, ys, count);
        paint("fill", color);
        out.append("/>\n");
    }

    @Override
    public void outline(double[] xs, double[] ys, int count, Color color, double width) {
        points("polygon", xs, ys, count);
        stroked(color, width);
    }

    @Override
    public void circle(double x, double y, double radius, Color color) {
        out.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
        out.append("\" r=\"").append(number(radius)).append('"');
        paint("fill", color);
        out.append("/>\n");
    }

    @Override
    public void text(String text, double x, double middle, Align align, Font font, Color color) {
        String anchor =
                switch (align) {
                    case LEFT -> "start";
                    case CENTER -> "middle";
                    case RIGHT -> "end";
                };
        out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(middle));
        out.append("\" dominant-baseline=\"central\" text-anchor=\"").append(anchor);
        out.append("\" font-family=\"").append(escaped(font.getFamily()));
        out.append(", sans-serif\" font-size=\"").append(number(font.getSize())).append('"');
        if (font.getStyle().toLowerCase(Locale.ROOT).contains("bold")) {
            out.append(" font-weight=\"600\"");
        }
        paint("fill", color);
        out.append('>').append(escaped(text)).append("</text>\n");
    }

    @Override
    public double textWidth(String text, Font font) {
        return ruler.width(text, font);
    }

    @Override
    public void clipped(Box box, Runnable painting) {
        String id = "clip" + ++clips;
        out.append("<clipPath id=\"").append(id).append("\"><rect x=\"").append(number(box.x()));
        out.append("\" y=\"").append(number(box.y())).append("\" width=\"");
        out.append(number(box.width())).append("\" height=\"").append(number(box.height()));
        out.append("\"/></clipPath>\n<g clip-path=\"url(#").append(id).append(")\">\n");
        painting.run();
        out.append("</g>\n");
    }

    private void points(String element, double[] xs, double[] ys, int count) {
        out.append('<').append(element).append(" points=\"");
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
        }
        out.append('"');
    }

    private void stroked(Color color, double width) {
        out.append(" fill=\"none\" stroke-linejoin=\"bevel\" stroke-width=\"");
        out.append(number(width)).append('"');
        paint("stroke", color);
        out.append("/>\n");
    }

    private void paint(String what, Color color) {
        out.append(' ').append(what).append("=\"#");
        for (double part : new double[] {color.getRed(), color.getGreen(), color.getBlue()}) {
            String hex = Integer.toHexString((int) Math.round(part * 255));
            out.append(hex.length() == 1 ? "0" : "").append(hex);
        }
        out.append('"');
        if (color.getOpacity() < 1) {
            out.append(' ').append(what).append("-opacity=\"");
            out.append(number(color.getOpacity())).append('"');
        }
    }

    /** To a hundredth of a pixel. */
    private static String number(double value) {
        long hundredths = Math.round(value * 100);
        return hundredths % 100 == 0
                ? Long.toString(hundredths / 100)
                : Double.toString(hundredths / 100.0);
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '&' -> safe.append("&amp;");
                        case '"' -> safe.append("&quot;");
                        default -> safe.appendCodePoint(inXml(c) ? c : '\uFFFD');
                    }
                });
        return safe.toString();
    }

    /** XML 1.0 has no way to write control characters and lone surrogates. */
    private static boolean inXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c < 0xD800)
                || (c >= 0xE000 && c < 0xFFFE)
                || c > 0xFFFF;
    }
}
