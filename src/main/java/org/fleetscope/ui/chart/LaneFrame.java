package org.fleetscope.ui.chart;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.Buckets;
import org.fleetscope.series.Lanes;

/**
 * Everything one painting of lanes needs: which of them are in view and where their cells lie.
 *
 * @param time scale of the cells; the names stand left of it
 * @param body where the lanes are, below the line of titles
 * @param row height of a lane, px
 * @param offset how far the lanes are scrolled, px
 */
record LaneFrame(
        Lanes lanes,
        TimeScale time,
        List<TimeTicks.Tick> ticks,
        Box body,
        double row,
        double offset,
        ChartPalette palette) {
    private static final double ROW = 1.9;
    private static final double HEAD = 1.8;

    /** A cell. */
    record Cell(int lane, int bucket) {}

    static LaneFrame of(Lanes lanes, TimeRange range, ZoneId zone, Box plot, ChartPalette palette) {
        double em = palette.text().getSize();
        double head = Math.ceil(HEAD * em);
        Box body =
                new Box(
                        plot.x(),
                        head,
                        Math.max(1, plot.width()),
                        Math.max(0, plot.height() - head));
        return new LaneFrame(
                lanes,
                new TimeScale(range, body.x(), body.width()),
                TimeTicks.of(range, zone, ChartFrame.ticks(body.width(), em)),
                body,
                rowHeight(em),
                0,
                palette);
    }

    /** The same, scrolled as far as it goes. */
    LaneFrame scrolled(double wanted) {
        return new LaneFrame(
                lanes, time, ticks, body, row, Math.clamp(wanted, 0, mostOffset()), palette);
    }

    static double rowHeight(double em) {
        return Math.round(ROW * em);
    }

    /** Height in which some lanes can be read, px. */
    static double minHeight(double em) {
        return Math.ceil(HEAD * em) + 3 * rowHeight(em);
    }

    /** How far lanes can be scrolled, px. */
    double mostOffset() {
        return Math.max(0, lanes.lanes().size() * row - body.height());
    }

    int firstLane() {
        return (int) (offset / row);
    }

    /** One more than the last lane in view, in whole or part. */
    int endLane() {
        return (int) Math.min(lanes.lanes().size(), Math.ceil((offset + body.height()) / row));
    }

    double top(int lane) {
        return body.y() + lane * row - offset;
    }

    int firstBucket() {
        return Math.clamp(lanes.buckets().indexOf(time.range().from()), 0, count());
    }

    /** One more than the last bucket in view, in whole or part. */
    int endBucket() {
        return Math.clamp(lanes.buckets().indexOf(time.range().to() - 1) + 1L, 0, count());
    }

    private int count() {
        return lanes.buckets().count();
    }

    /** Where the cells of a lane from one to another lie, cut to what is in view sideways. */
    Box box(int lane, int first, int last) {
        Buckets buckets = lanes.buckets();
        double left = Math.max(body.x(), time.toX(buckets.start(first)));
        double right = Math.min(body.right(), time.toX(buckets.start(last + 1)));
        return new Box(left, top(lane), Math.max(0, right - left), row);
    }

    /** The lane at a height. */
    Optional<Integer> laneAt(double y) {
        int lane = (int) Math.floor((y - body.y() + offset) / row);
        boolean inside = y >= body.y() && y < body.bottom();
        return inside && lane >= 0 && lane < lanes.lanes().size()
                ? Optional.of(lane)
                : Optional.empty();
    }

    /** The cell at a point; empty beside the cells. */
    Optional<Cell> cellAt(double x, double y) {
        boolean inside = x >= body.x() && x < body.right() && count() > 0;
        return inside ? laneAt(y).map(lane -> new Cell(lane, bucketNear(x))) : Optional.empty();
    }

    /** The cell nearest to a point, as a gesture that began in another one means it. */
    Cell cellNear(double x, double y) {
        int lane =
                (int)
                        Math.floor(
                                (Math.clamp(y, body.y(), body.bottom() - 1) - body.y() + offset)
                                        / row);
        return new Cell(Math.clamp(lane, 0, Math.max(0, lanes.lanes().size() - 1)), bucketNear(x));
    }

    private int bucketNear(double x) {
        double inside = Math.clamp(x, body.x(), body.right() - 1);
        return Math.clamp(
                lanes.buckets().indexOf(time.toTime(inside)), 0, Math.max(0, count() - 1));
    }
}
