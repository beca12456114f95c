package org.fleetscope.ui.chart;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.AccessibleRole;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.fleetscope.model.TimeNote;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.series.Track;
import org.jspecify.annotations.Nullable;

/**
 * Stacked tracks over one shared time range, with zoom, pan, brush and crosshair by pointer and
 * keyboard. The chart shows the data it has at once in any range and asks for better data through
 * {@link #setOnRangeRequested}. Style class {@code time-chart}. UI thread only.
 */
public final class TimeChart extends Region implements StyledChart {
    private static final Duration REQUEST_DELAY = Duration.millis(60);
    private static final TimeRange EPOCH_DAY = new TimeRange(0, Times.DAY);

    /** Told up the scene graph by a chart that has come into a scene. */
    public static final EventType<Event> SHOWN = new EventType<>(Event.ANY, "TIME_CHART_SHOWN");

    private final ChartStyle style = new ChartStyle(this, this::repaint);
    private final ChartCanvases canvases = new ChartCanvases(this::repaint);
    private final ChartCursor cursor = new ChartCursor(this::frame, this::requestLayout);
    private final PauseTransition request = new PauseTransition(REQUEST_DELAY);
    private final ReadOnlyIntegerWrapper plotWidth =
            new ReadOnlyIntegerWrapper(this, "plotWidth", 0);

    private final ReadOnlyDoubleWrapper plotLeft = new ReadOnlyDoubleWrapper(this, "plotLeft", 0);
    private final ReadOnlyObjectWrapper<TimeRange> range =
            new ReadOnlyObjectWrapper<>(this, "range", EPOCH_DAY);

    private List<ChartTrack> tracks = List.of();
    private TimeWindow window = new TimeWindow(EPOCH_DAY, EPOCH_DAY);
    private ZoneId zone = ZoneOffset.UTC;
    private Set<String> logTracks = Set.of();
    private String heading = "";
    private List<TimeNote> notes = List.of();
    private @Nullable NoteCommands noteCommands;
    private Consumer<TimeRange> onRangeRequested = _ -> {};
    private double visibleBottom = Double.POSITIVE_INFINITY;
    private @Nullable ChartFrame frame;
    private boolean painted;

    public TimeChart() {
        getStyleClass().add("time-chart");
        getChildren().add(canvases.node());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription("Chart");
        new ChartInteraction(this, cursor);
        new ChartKeys(this, cursor);
        request.setOnFinished(_ -> onRangeRequested.accept(window.range()));
        plotWidth.subscribe(this::requestData);
        sceneProperty().subscribe(this::tellShown);
        widthProperty().subscribe(this::repaint);
        heightProperty().subscribe(this::repaint);
    }

    /** Replaces what is shown; range, brush and crosshair stay. */
    public void setTracks(List<ChartTrack> tracks) {
        this.tracks = List.copyOf(tracks);
        cursor.forgetMarker();
        repaint();
    }

    public List<ChartTrack> getTracks() {
        return tracks;
    }

    /** Shows a range within bounds that zooming, panning and reset keep to. Calls no callback. */
    public void setRange(TimeRange range, TimeRange bounds) {
        window = TimeWindow.of(range, bounds);
        this.range.set(window.range());
        repaint();
    }

    /** The range in view. */
    public ReadOnlyObjectProperty<TimeRange> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /** Left edge of the plots, px of the chart; 0 before the first layout. */
    public ReadOnlyDoubleProperty plotLeftProperty() {
        return plotLeft.getReadOnlyProperty();
    }

    public TimeRange getRange() {
        return window.range();
    }

    /** What an exported chart is called; empty at first. */
    public void setHeading(String heading) {
        this.heading = heading;
    }

    public String getHeading() {
        return heading;
    }

    /** Shows those of some notes that lie in its range, and hands on what is asked of them. */
    public void setNotes(List<TimeNote> notes, NoteCommands commands) {
        this.notes = List.copyOf(notes);
        noteCommands = commands;
        repaint();
    }

    /** Notes in range, earliest first. */
    public List<TimeNote> getNotes() {
        return frame().notes();
    }

    /** The note at the crosshair. */
    public Optional<TimeNote> noteHere() {
        Long at = cursor.crosshair();
        return at == null ? Optional.empty() : frame().noteAt(at);
    }

    /**
     * Puts the crosshair on a note, and moves its beginning to the middle when it is out of view.
     */
    public void goTo(TimeNote note) {
        long at = note.range().from();
        TimeRange range = window.range();
        if (!range.contains(at)) {
            moveTo(window.pan(at - range.from() - range.length() / 2));
        }
        cursor.putOn(at);
    }

    /** Where a note would stand: the brush, the crosshair, or all that is in view. */
    public TimeRange notePlace() {
        TimeRange brush = cursor.brush();
        Long at = cursor.crosshair();
        if (brush != null) {
            return brush;
        }
        return at == null ? window.range() : new TimeRange(at, at);
    }

    void addNote() {
        NoteCommands commands = noteCommands;
        if (commands != null) {
            commands.add(notePlace());
        }
    }

    void editNote() {
        NoteCommands commands = noteCommands;
        if (commands != null) {
            noteHere().ifPresent(commands::edit);
        }
    }

    void removeNote() {
        NoteCommands commands = noteCommands;
        if (commands != null) {
            noteHere().ifPresent(commands::remove);
        }
    }

    private void tellShown() {
        if (getScene() != null) {
            fireEvent(new Event(SHOWN));
        }
    }

    /**
     * The chart as it is now, for paper: all tracks as wide as on screen, in the colours of the
     * light theme.
     */
    public ChartPaper paper() {
        return new ChartPaper(
                heading,
                tracks,
                window.range(),
                zone,
                logTracks,
                notes,
                PaperStyle.of(this),
                innerWidth(),
                innerHeight());
    }

    /** Zone of the time axis and the crosshair; UTC at first. */
    public void setZone(ZoneId zone) {
        this.zone = zone;
        repaint();
    }

    /**
     * Tells how far down the chart is in view, px: the time axis stands there when the tracks go on
     * below. Infinite at first.
     */
    public void setVisibleBottom(double y) {
        if (y != visibleBottom) {
            visibleBottom = y;
            repaint();
        }
    }

    /** Ids of tracks with a logarithmic value axis. */
    public void setLogTracks(Set<String> ids) {
        logTracks = Set.copyOf(ids);
        repaint();
    }

    /** Shows a brush, or none. Calls no callback. */
    public void setBrush(@Nullable TimeRange brush) {
        cursor.setBrush(brush);
    }

    public @Nullable TimeRange getBrush() {
        return cursor.brush();
    }

    /**
     * Width of the plots in pixels, 0 before the first layout: as many columns are worth asking
     * for.
     */
    public ReadOnlyIntegerProperty plotWidthProperty() {
        return plotWidth.getReadOnlyProperty();
    }

    /**
     * Told a range to fetch data for, after zooming, panning or a change of width, at most once in
     * 60 ms.
     */
    public void setOnRangeRequested(Consumer<TimeRange> action) {
        onRangeRequested = action;
    }

    /** Told a finished brush. */
    public void setOnBrushed(Consumer<TimeRange> action) {
        cursor.setOnBrushed(action);
    }

    public void setOnBrushCleared(Runnable action) {
        cursor.setOnBrushCleared(action);
    }

    /** Told a marker that was clicked, or opened with Enter. */
    public void setOnMarkerChosen(Consumer<Track.Marker> action) {
        cursor.setOnMarkerChosen(action);
    }

    /** Shows the whole of the bounds. */
    public void resetRange() {
        moveTo(window.reset());
    }

    /** Puts the table twin on the clipboard as tab-separated text. */
    public void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(ChartTable.of(tracks, zone, getNotes()).tsv());
        Clipboard.getSystemClipboard().setContent(content);
    }

    void zoomAt(double x, double factor) {
        moveTo(window.zoom(frame().time().toTime(x), factor));
    }

    void zoomAtCrosshair(double factor) {
        Long at = cursor.crosshair();
        TimeRange range = window.range();
        long middle = range.from() + range.length() / 2;
        moveTo(window.zoom(at != null && range.contains(at) ? at : middle, factor));
    }

    void panPixels(double pixels) {
        panShare(pixels / frame().time().width());
    }

    void panShare(double share) {
        moveTo(window.pan(Math.round(share * window.range().length())));
    }

    boolean isOverPlots(double x, double y) {
        return frame().isOverPlots(x, y);
    }

    double plotX(double x) {
        return x - snappedLeftInset();
    }

    double plotY(double y) {
        return y - snappedTopInset();
    }

    @Override
    public ChartStyle chartStyle() {
        return style;
    }

    ChartPalette palette() {
        return style.palette(canvases.textFont(), canvases.titleFont());
    }

    private void moveTo(TimeWindow next) {
        if (!next.equals(window)) {
            window = next;
            range.set(window.range());
            cursor.forgetMarker();
            repaint();
            requestData();
        }
    }

    // Not restarted while it runs: during a long drag data arrive on the way, not only at its end.
    private void requestData() {
        if (request.getStatus() != Animation.Status.RUNNING) {
            request.playFromStart();
        }
    }

    private void repaint() {
        frame = null;
        painted = false;
        requestLayout();
    }

    /** The frame of the present state, which is painted with the next layout. */
    private ChartFrame frame() {
        ChartFrame made = frame;
        if (made == null) {
            made =
                    ChartFrame.of(
                                    tracks,
                                    window.range(),
                                    zone,
                                    logTracks,
                                    innerWidth(),
                                    innerHeight(),
                                    visibleBottom - snappedTopInset(),
                                    palette())
                            .withNotes(notes);
            frame = made;
        }
        return made;
    }

    private double innerWidth() {
        return Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset());
    }

    private double innerHeight() {
        return Math.max(1, getHeight() - snappedTopInset() - snappedBottomInset());
    }

    @Override
    protected void layoutChildren() {
        canvases.place(snappedLeftInset(), snappedTopInset(), innerWidth(), innerHeight());
        ChartFrame now = frame();
        double scale =
                getScene().getWindow() == null ? 1 : getScene().getWindow().getRenderScaleX();
        if (!painted) {
            canvases.paintBase(now, scale);
            painted = true;
            plotWidth.set((int) now.time().width());
            plotLeft.set(snappedLeftInset() + now.time().left());
            setAccessibleText(ChartSummary.of(tracks, window.range(), zone));
        }
        canvases.paintOverlay(now, zone, cursor, scale);
    }

    @Override
    protected double computeMinHeight(double width) {
        double em = canvases.textFont().getSize();
        return snappedTopInset() + ChartLayout.minHeight(tracks.size(), em) + snappedBottomInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset()
                + ChartLayout.minWidth(canvases.textFont().getSize())
                + snappedRightInset();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ChartStyle.CSS;
    }
}
