package org.fleetscope.ui.chart;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.Buckets;
import org.fleetscope.series.Lanes;
import org.fleetscope.ui.support.TimeText;
import org.jspecify.annotations.Nullable;

/**
 * Lanes of findings over time on one canvas, of which only those in view are painted, so that their
 * number costs nothing. Its cells lie under the plots of a {@link TimeChart} it is aligned with.
 * Style class {@code lane-chart}. UI thread only.
 */
public final class LaneChart extends Region implements StyledChart {
    private static final Lanes NONE =
            new Lanes(Lanes.By.AGENT, new Buckets(0, 1, 0), List.of(), List.of());

    private final ChartStyle style = new ChartStyle(this, this::repaint);
    private final ChartCanvases canvases = new ChartCanvases(this::repaint);
    private final LaneCursor cursor = new LaneCursor(this::cursorMoved);
    private final ScrollBar bar = new ScrollBar();
    private final ReadOnlyStringWrapper readout = new ReadOnlyStringWrapper(this, "readout", "");
    private final ReadOnlyIntegerWrapper plotWidth =
            new ReadOnlyIntegerWrapper(this, "plotWidth", 0);

    private Lanes lanes = NONE;
    private TimeRange range = new TimeRange(0, 1);
    private @Nullable TimeText times;
    private double plotLeft;
    private double plotSpan;
    private Consumer<LaneFrame.Cell> onCellChosen = _ -> {};
    private IntConsumer onLaneChosen = _ -> {};
    private Consumer<LaneSelection> onBrushed = _ -> {};
    private @Nullable LaneFrame frame;
    private boolean painted;

    /** Told a cell. */
    @FunctionalInterface
    public interface CellAction {
        void on(int lane, int bucket);
    }

    public LaneChart() {
        getStyleClass().add("lane-chart");
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().subscribe(this::repaint);
        getChildren().addAll(canvases.node(), bar);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription("Swim lanes");
        new LaneInteraction(this, cursor);
        new LaneKeys(this, cursor);
        widthProperty().subscribe(this::repaint);
        heightProperty().subscribe(this::repaint);
        focusedProperty().subscribe(this::repaint);
    }

    /** Has times written in a zone, and written anew when another one is chosen. */
    public void setTimes(TimeText text) {
        times = text;
        text.zoneProperty()
                .subscribe(zone -> {
                    repaint();
                    cursorMoved();
                });
    }

    /** Replaces the lanes; the cell the keys are at stays on its lane. */
    public void setLanes(Lanes now) {
        if (now != lanes) {
            Lanes before = lanes;
            lanes = now;
            if (before.by() != now.by()) {
                bar.setValue(0);
            }
            cursor.moveTo(before, now);
            repaint();
        }
    }

    public Lanes getLanes() {
        return lanes;
    }

    /** Takes on the range and the left and right edge of a chart's plots. */
    public void alignWith(TimeChart chart) {
        chart.rangeProperty()
                .subscribe(now -> {
                    range = now;
                    repaint();
                });
        chart.plotLeftProperty()
                .subscribe(left -> {
                    plotLeft = left.doubleValue();
                    repaint();
                });
        chart.plotWidthProperty()
                .subscribe(width -> {
                    plotSpan = width.doubleValue();
                    repaint();
                });
    }

    /** What the cell pointed at says, or else the one the keys are at; empty without. */
    public ReadOnlyStringProperty readoutProperty() {
        return readout.getReadOnlyProperty();
    }

    /** Width of all cells of a lane in pixels, 0 before the first layout. */
    public ReadOnlyIntegerProperty plotWidthProperty() {
        return plotWidth.getReadOnlyProperty();
    }

    /** Told a cell that was clicked, or opened with Enter. */
    public void setOnCellChosen(CellAction action) {
        onCellChosen = cell -> action.on(cell.lane(), cell.bucket());
    }

    /** Told a lane whose name was clicked. */
    public void setOnLaneChosen(IntConsumer action) {
        onLaneChosen = action;
    }

    /** Told cells that were dragged over, or chosen with Shift and arrows and opened. */
    public void setOnBrushed(Consumer<LaneSelection> action) {
        onBrushed = action;
    }

    /** Puts the table twin on the clipboard as tab-separated text. */
    public void copy() {
        TimeText text = times;
        if (text != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(LaneTable.of(lanes, text).tsv());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    void choose(LaneFrame.Cell cell) {
        onCellChosen.accept(cell);
    }

    void chooseLane(int lane) {
        onLaneChosen.accept(lane);
    }

    void brush(LaneSelection selection) {
        onBrushed.accept(selection);
    }

    void scrollBy(double pixels) {
        bar.setValue(Math.clamp(bar.getValue() + pixels, 0, frame().mostOffset()));
    }

    /** Scrolls as little as it takes to have a lane in view. */
    void reveal(int lane) {
        LaneFrame now = frame();
        double top = lane * now.row();
        double least = top + now.row() - now.body().height();
        bar.setValue(
                Math.clamp(
                        Math.clamp(bar.getValue(), Math.min(least, top), top),
                        0,
                        now.mostOffset()));
    }

    /** The frame of the present state, which is painted with the next layout. */
    LaneFrame frame() {
        LaneFrame made = frame;
        if (made == null) {
            TimeText text = times;
            ChartPalette palette = style.palette(canvases.textFont(), canvases.titleFont());
            double left = plotLeft - snappedLeftInset();
            double most = getWidth() - snappedRightInset() - barWidth() - plotLeft;
            Box plot = new Box(left, 0, Math.max(1, Math.min(plotSpan, most)), innerHeight());
            made =
                    LaneFrame.of(
                                    lanes,
                                    range,
                                    text == null ? java.time.ZoneOffset.UTC : text.zone(),
                                    plot,
                                    palette)
                            .scrolled(bar.getValue());
            frame = made;
        }
        return made;
    }

    private double barWidth() {
        return bar.prefWidth(-1);
    }

    private double innerHeight() {
        return Math.max(1, getHeight() - snappedTopInset() - snappedBottomInset());
    }

    private void repaint() {
        frame = null;
        painted = false;
        requestLayout();
    }

    private void cursorMoved() {
        TimeText text = times;
        LaneFrame.Cell at = cursor.pointed() == null ? cursor.cell() : cursor.pointed();
        readout.set(
                at == null || text == null ? "" : LaneText.of(lanes, at.lane(), at.bucket(), text));
        setAccessibleText(readout.get().isEmpty() ? LaneText.summary(lanes) : readout.get());
        requestLayout();
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

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset());
        canvases.place(snappedLeftInset(), snappedTopInset(), width, innerHeight());
        LaneFrame now = frame();
        placeBar(now);
        double scale =
                getScene().getWindow() == null ? 1 : getScene().getWindow().getRenderScaleX();
        now = frame();
        LaneFrame shown = now;
        if (!painted) {
            canvases.paintBase(scale, surface -> new LanePainter(surface).paint(shown));
            painted = true;
            plotWidth.set((int) shown.body().width());
        }
        canvases.paintOverlay(
                scale, surface -> new LanePainter(surface).paintCursor(shown, cursor));
    }

    private void placeBar(LaneFrame now) {
        double most = now.mostOffset();
        bar.setVisible(most > 0);
        bar.setMax(most);
        bar.setVisibleAmount(
                most == 0 ? 0 : most * now.body().height() / (most + now.body().height()));
        bar.setUnitIncrement(now.row());
        bar.setBlockIncrement(now.body().height());
        if (bar.getValue() > most) {
            bar.setValue(most);
        }
        bar.resizeRelocate(
                getWidth() - snappedRightInset() - barWidth(),
                snappedTopInset() + now.body().y(),
                barWidth(),
                now.body().height());
    }

    @Override
    protected double computeMinHeight(double width) {
        return snappedTopInset()
                + LaneFrame.minHeight(canvases.textFont().getSize())
                + snappedBottomInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ChartStyle.CSS;
    }
}
