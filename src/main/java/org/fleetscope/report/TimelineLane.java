package org.fleetscope.report;

import java.util.Arrays;
import java.util.List;
import org.fleetscope.series.FleetTimeline;

/** One lane of the timeline: its axis, and marks drawn into it. */
final class TimelineLane {
    static final double LEFT = 62;
    static final double RIGHT = 1148;

    private static final double LABEL_GAP = 8;

    private final FleetTimeline timeline;
    private final double top;
    private final double height;
    private final AxisScale scale;
    private final Html out;

    TimelineLane(FleetTimeline timeline, double top, double height, AxisScale scale, Html out) {
        this.timeline = timeline;
        this.top = top;
        this.height = height;
        this.scale = scale;
        this.out = out;
    }

    /** An axis from 0 for some series of values. */
    static AxisScale fromZero(List<double[]> series, int steps) {
        return AxisScale.over(0, max(series), steps);
    }

    static double max(List<double[]> series) {
        return series.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
    }

    static double min(List<double[]> series) {
        return series.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
    }

    void frame(String label, List<String> legend) {
        for (double tick : scale.ticks()) {
            double y = y(tick);
            out.raw(
                    "<line class=\"grid\" x1=\""
                            + Svg.at(LEFT)
                            + "\" x2=\""
                            + Svg.at(RIGHT)
                            + "\" y1=\""
                            + Svg.at(y)
                            + "\" y2=\""
                            + Svg.at(y)
                            + "\"/>");
            out.raw(Svg.text(LEFT - LABEL_GAP, y + 3.5, "tick end"))
                    .text(tickText(tick))
                    .raw("</text>");
        }
        out.raw(Svg.text(LEFT, top - LABEL_GAP, "lane")).text(label).raw("</text>");
        out.raw(Svg.text(RIGHT, top - LABEL_GAP, "key end"));
        for (String name : legend) {
            out.raw("<tspan dx=\"12\" class=\"" + name + "\">").text(name).raw("</tspan>");
        }
        out.raw("</text>");
    }

    private String tickText(double tick) {
        return Numbers.fixed(tick, (int) Math.max(0, -Math.floor(Math.log10(scale.step()))));
    }

    void line(double[] values, String cssClass) {
        double[] x = new double[values.length];
        double[] y = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            x[i] = x(timeline.start()[i] + timeline.bucket() / 2);
            y[i] = Double.isNaN(values[i]) ? Double.NaN : y(values[i]);
        }
        out.raw("<path class=\"line " + cssClass + "\" d=\"" + Svg.path(x, y) + "\"/>");
    }

    /** Bars, each standing on the value of {@code base}. */
    void bars(double[] base, double[] values, String cssClass) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (values[i] > 0) {
                double left = x(timeline.start()[i]);
                double right = x(timeline.start()[i] + timeline.bucket()) - 0.6;
                path.append('M').append(Svg.at(left)).append(' ').append(Svg.at(y(base[i])));
                path.append('V').append(Svg.at(y(base[i] + values[i])));
                path.append('H')
                        .append(Svg.at(right))
                        .append('V')
                        .append(Svg.at(y(base[i])))
                        .append('Z');
            }
        }
        out.raw("<path class=\"bar " + cssClass + "\" d=\"" + path + "\"/>");
    }

    private double y(double value) {
        return top + height * (1 - scale.share(value));
    }

    private double x(long micros) {
        return xOf(timeline, micros);
    }

    static double xOf(FleetTimeline timeline, long micros) {
        double share = (double) (micros - timeline.range().from()) / timeline.range().length();
        return LEFT + (RIGHT - LEFT) * Math.clamp(share, 0.0, 1.0);
    }
}
