package org.fleetscope.ui.chart;

import java.util.ArrayList;
import java.util.List;
import org.fleetscope.model.TimeRange;

/**
 * What a track says at a time.
 *
 * @param text values with units, ready to show
 * @param value the value to mark on the plot; NaN without
 */
record Readout(String text, double value) {
    private static final double REACH = 14;

    static Readout of(TrackFrame frame, TimeScale time, long micros) {
        long reach = Math.round(time.microsPerPixel() * REACH);
        List<String> parts = new ArrayList<>();
        double marked = Double.NaN;
        for (ChartLayer layer : frame.track().layers()) {
            switch (layer) {
                case ChartLayer.Envelope e -> {
                    int i = at(e.time(), micros, reach);
                    if (i >= 0) {
                        marked = e.mean()[i];
                        parts.addFirst(envelope(e, i, frame.format()));
                    }
                }
                case ChartLayer.Line l -> {
                    int i = at(l.time(), micros, reach);
                    if (i >= 0) {
                        marked = Double.isNaN(marked) ? l.value()[i] : marked;
                        parts.add((l.label() + " " + frame.format().readout(l.value()[i])).strip());
                    }
                }
                case ChartLayer.Bars b -> {
                    int i = bucket(b, micros);
                    if (i >= 0) {
                        marked = Double.isNaN(marked) ? b.value()[i] : marked;
                        parts.add(frame.format().readout(b.value()[i]));
                    }
                }
                case ChartLayer.Band b -> {
                    if (b.style() == 0) {
                        band(b, micros, frame.format(), parts);
                    }
                }
                case ChartLayer.Markers _, ChartLayer.Shade _ -> {}
            }
        }
        return new Readout(parts.isEmpty() ? "–" : String.join("   ", parts), marked);
    }

    private static String envelope(ChartLayer.Envelope e, int i, ValueFormat format) {
        if (!e.columns() || e.min()[i] == e.max()[i]) {
            return format.readout(e.mean()[i]);
        }
        return "mean "
                + format.readout(e.mean()[i])
                + "   min "
                + format.readout(e.min()[i])
                + "   max "
                + format.readout(e.max()[i]);
    }

    private static void band(
            ChartLayer.Band b, long micros, ValueFormat format, List<String> parts) {
        int i = Visible.position(b.time(), micros + 1) - 1;
        if (i < 0 || i >= b.time().length - 1) {
            return;
        }
        double lower = b.lower()[i];
        double upper = b.upper()[i];
        if (!Double.isNaN(lower) && !Double.isNaN(upper)) {
            parts.add("expected " + format.readout(lower) + " to " + format.readout(upper));
        }
    }

    private static int bucket(ChartLayer.Bars b, long micros) {
        int i = Visible.position(b.start(), micros + 1) - 1;
        return i >= 0 && new TimeRange(b.start()[i], b.start()[i] + b.bucket()).contains(micros)
                ? i
                : -1;
    }

    private static int at(long[] time, long micros, long reach) {
        int i = Visible.nearest(time, micros);
        return i >= 0 && Math.abs(time[i] - micros) <= reach ? i : -1;
    }
}
