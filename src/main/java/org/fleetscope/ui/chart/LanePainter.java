package org.fleetscope.ui.chart;

import java.util.Locale;
import javafx.scene.paint.Color;
import org.fleetscope.model.Severity;
import org.fleetscope.series.Lanes;
import org.fleetscope.ui.support.Numbers;

/**
 * Paints the lanes in view and nothing of the others. A cell tells its worst severity by colour and
 * by the number in it; where cells are too narrow for numbers, by its height.
 */
final class LanePainter {
    private static final double ROOM_FOR_NUMBER = 1.7;
    private static final double PAD = 2;

    private final Surface surface;

    LanePainter(Surface surface) {
        this.surface = surface;
    }

    void paint(LaneFrame frame) {
        paintTicks(frame);
        Box body = frame.body();
        surface.clipped(
                new Box(0, body.y(), body.right() + 1, body.height()),
                () -> {
                    for (int lane = frame.firstLane(); lane < frame.endLane(); lane++) {
                        paintLabel(frame, lane);
                        paintCells(frame, lane);
                        surface.horizontal(
                                0,
                                body.right(),
                                frame.top(lane) + frame.row() - 1,
                                frame.palette().get(ChartColor.GRID));
                    }
                });
    }

    private void paintTicks(LaneFrame frame) {
        ChartPalette palette = frame.palette();
        Box body = frame.body();
        double em = palette.text().getSize();
        Color text = palette.get(ChartColor.AXIS_TEXT);
        double middle = body.y() / 2;
        surface.rect(
                body.x(),
                body.y(),
                body.width(),
                body.height(),
                palette.get(ChartColor.PLOT_BACKGROUND));
        for (TimeTicks.Tick tick : frame.ticks()) {
            double x = frame.time().toX(tick.time());
            surface.vertical(x, body.y(), body.bottom(), palette.get(ChartColor.GRID));
            surface.text(tick.label(), x, middle, Surface.Align.CENTER, palette.text(), text);
        }
        String one = frame.lanes().by().one();
        surface.text("Worst", 0, middle, Surface.Align.LEFT, palette.text(), text);
        surface.text(
                one.substring(0, 1).toUpperCase(Locale.ROOT) + one.substring(1),
                nameLeft(em),
                middle,
                Surface.Align.LEFT,
                palette.text(),
                text);
        surface.text(
                "Count", body.x() - em * 2.4, middle, Surface.Align.RIGHT, palette.text(), text);
    }

    private static double nameLeft(double em) {
        return em * 3.4;
    }

    private void paintLabel(LaneFrame frame, int index) {
        Lanes.Lane lane = frame.lanes().lanes().get(index);
        ChartPalette palette = frame.palette();
        double em = palette.text().getSize();
        double middle = frame.top(index) + frame.row() / 2;
        Color quiet = palette.get(ChartColor.AXIS_TEXT);
        if (lane.count() > 0) {
            Severity band = Severity.of(lane.severity());
            MarkerShape shape = MarkerShape.of(band);
            surface.polygon(
                    shape.xsAt(6),
                    shape.ysAt(middle),
                    shape.corners(),
                    palette.get(ChartColor.severity(band)));
            surface.text(
                    Numbers.fixed(lane.severity(), 0),
                    em * 2.9,
                    middle,
                    Surface.Align.RIGHT,
                    palette.text(),
                    palette.get(ChartColor.TITLE_TEXT));
        }
        double right = frame.body().x() - em * 2.4;
        String count = lane.count() == 0 ? "0" : Numbers.count(lane.count());
        surface.text(count, right, middle, Surface.Align.RIGHT, palette.text(), quiet);
        double room = right - surface.textWidth(count, palette.text()) - em * 0.6 - nameLeft(em);
        surface.text(
                fitting(lane.name(), room, palette),
                nameLeft(em),
                middle,
                Surface.Align.LEFT,
                palette.text(),
                lane.count() == 0 ? quiet : palette.get(ChartColor.TITLE_TEXT));
    }

    /** Left out is the middle: names of a fleet often differ only at their ends. */
    private String fitting(String name, double room, ChartPalette palette) {
        if (surface.textWidth(name, palette.text()) <= room) {
            return name;
        }
        int length = name.length();
        String cut = name;
        while (length > 1 && surface.textWidth(cut, palette.text()) > room) {
            length--;
            int tail = length / 2;
            cut = name.substring(0, length - tail) + "…" + name.substring(name.length() - tail);
        }
        return cut;
    }

    private void paintCells(LaneFrame frame, int index) {
        Lanes.Lane lane = frame.lanes().lanes().get(index);
        Color runs = frame.palette().get(ChartColor.GRID);
        int end = frame.endBucket();
        for (int bucket = frame.firstBucket(); bucket < end; bucket++) {
            if (lane.counts()[bucket] > 0) {
                paintCell(frame, frame.box(index, bucket, bucket), lane.severities()[bucket]);
            } else if (lane.runs()[bucket] > 0) {
                int last = bucket;
                while (last + 1 < end
                        && lane.runs()[last + 1] > 0
                        && lane.counts()[last + 1] == 0) {
                    last++;
                }
                Box quiet = frame.box(index, bucket, last);
                surface.rect(
                        quiet.x(),
                        quiet.bottom() - PAD - 3,
                        Math.max(1, quiet.width() - 1),
                        2,
                        runs);
                bucket = last;
            }
        }
    }

    private void paintCell(LaneFrame frame, Box cell, double severity) {
        ChartPalette palette = frame.palette();
        Severity band = Severity.of(severity);
        double em = palette.text().getSize();
        boolean numbered = cell.width() >= ROOM_FOR_NUMBER * em;
        double most = cell.height() - 2 * PAD;
        double height = numbered ? most : Math.round(most * (band.ordinal() + 1) / 4);
        surface.rect(
                cell.x(),
                cell.bottom() - PAD - height,
                Math.max(1, cell.width() - 1),
                height,
                palette.get(ChartColor.severity(band)));
        if (numbered) {
            surface.text(
                    Numbers.fixed(severity, 0),
                    cell.x() + (cell.width() - 1) / 2,
                    cell.y() + cell.height() / 2,
                    Surface.Align.CENTER,
                    palette.text(),
                    palette.get(ChartColor.PLOT_BACKGROUND));
        }
    }

    /** Paints what follows pointer and keys: the cells chosen and the cell pointed at. */
    void paintCursor(LaneFrame frame, LaneCursor cursor) {
        Box body = frame.body();
        if (frame.lanes().lanes().isEmpty() || frame.lanes().buckets().count() == 0) {
            return;
        }
        surface.clipped(
                new Box(0, body.y(), body.right() + 1, body.height()),
                () -> {
                    LaneFrame.Cell at = cursor.cell();
                    LaneFrame.Cell over = cursor.pointed();
                    LaneSelection chosen = cursor.selection();
                    if (chosen != null) {
                        Box box = box(frame, chosen);
                        surface.rect(
                                box.x(),
                                box.y(),
                                box.width(),
                                box.height(),
                                frame.palette().get(ChartColor.BRUSH));
                        outline(box, frame.palette().get(ChartColor.BRUSH_EDGE), 1.5);
                    }
                    if (over != null) {
                        outline(
                                frame.box(over.lane(), over.bucket(), over.bucket()),
                                frame.palette().get(ChartColor.CROSSHAIR),
                                1);
                    }
                    if (at != null) {
                        outline(
                                frame.box(at.lane(), at.bucket(), at.bucket()),
                                frame.palette().get(ChartColor.CURSOR),
                                2);
                    }
                });
    }

    private static Box box(LaneFrame frame, LaneSelection chosen) {
        Box first = frame.box(chosen.firstLane(), chosen.firstBucket(), chosen.lastBucket());
        return new Box(
                first.x(),
                first.y(),
                first.width(),
                (chosen.lastLane() - chosen.firstLane() + 1) * frame.row());
    }

    private void outline(Box box, Color color, double width) {
        double[] xs = {box.x(), box.right() - 1, box.right() - 1, box.x()};
        double[] ys = {box.y(), box.y(), box.bottom() - 1, box.bottom() - 1};
        surface.outline(xs, ys, 4, color, width);
    }
}
