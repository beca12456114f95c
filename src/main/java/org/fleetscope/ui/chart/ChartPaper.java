package org.fleetscope.ui.chart;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import org.fleetscope.model.TimeNote;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.series.TableData;
import org.fleetscope.ui.support.TimeText;

/**
 * A chart as it was at one moment, to be taken out of the window: with its heading, range, time
 * zone and units, on a light ground. Immutable. Made and drawn on the UI thread.
 */
public final class ChartPaper {
    private static final int MARGIN = 16;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ENGLISH);

    private final String heading;
    private final List<ChartTrack> tracks;
    private final TimeRange range;
    private final ZoneId zone;
    private final ChartPalette palette;
    private final ChartFrame frame;
    private final double width;
    private final double height;
    private final int top;

    /**
     * @param width of tracks with their axes, px
     * @param height of all tracks, px; more when they need it to be read
     */
    ChartPaper(
            String heading,
            List<ChartTrack> tracks,
            TimeRange range,
            ZoneId zone,
            Set<String> logTracks,
            List<TimeNote> notes,
            ChartPalette palette,
            double width,
            double height) {
        this.heading = heading;
        this.tracks = List.copyOf(tracks);
        this.range = range;
        this.zone = zone;
        this.palette = palette;
        double em = palette.text().getSize();
        double chartWidth = Math.ceil(Math.max(width, ChartLayout.minWidth(em)));
        double chartHeight = Math.ceil(Math.max(height, ChartLayout.minHeight(tracks.size(), em)));
        top = MARGIN + (int) Math.ceil(em * 3.6);
        this.width = chartWidth + 2 * MARGIN;
        this.height = chartHeight + top + MARGIN;
        frame =
                ChartFrame.of(
                                tracks,
                                range,
                                zone,
                                logTracks,
                                chartWidth,
                                chartHeight,
                                Double.POSITIVE_INFINITY,
                                palette)
                        .withNotes(notes);
    }

    public String heading() {
        return heading;
    }

    /** Values behind the chart at full precision, a row a time. */
    public TableData table() {
        return ChartTable.of(tracks, zone, frame.notes()).data();
    }

    /** The chart as an SVG document, encoded in UTF-8 when it is written. */
    public String svg() {
        SvgSurface svg = new SvgSurface();
        paintHead(svg);
        svg.moved(MARGIN, top, () -> new ChartPainter(svg).paint(frame));
        return svg.document(width, height, heading, subtitle());
    }

    /**
     * The chart as pixels.
     *
     * @param scale device pixels for each pixel of the chart, 2 for paper and sharp screens
     */
    public WritableImage image(double scale) {
        Canvas canvas = new Canvas(width, height);
        CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D(), scale);
        paintHead(surface);
        canvas.getGraphicsContext2D().translate(MARGIN, top);
        new ChartPainter(surface).paint(frame);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        return canvas.snapshot(parameters, null);
    }

    private void paintHead(Surface surface) {
        Color title = palette.get(ChartColor.TITLE_TEXT);
        double em = palette.text().getSize();
        surface.rect(0, 0, width, height, palette.get(ChartColor.PLOT_BACKGROUND));
        surface.text(
                heading, MARGIN, MARGIN + em * 0.8, Surface.Align.LEFT, palette.title(), title);
        surface.text(
                subtitle(),
                MARGIN,
                MARGIN + em * 2.4,
                Surface.Align.LEFT,
                palette.text(),
                palette.get(ChartColor.AXIS_TEXT));
    }

    private String subtitle() {
        return Times.format(range.from(), zone, TIME)
                + " to "
                + Times.format(range.to(), zone, TIME)
                + " · "
                + TimeText.nameOf(zone);
    }
}
