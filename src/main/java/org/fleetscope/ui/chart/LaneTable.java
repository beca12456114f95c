package org.fleetscope.ui.chart;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.RandomAccess;
import org.fleetscope.model.Severity;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.Lanes;
import org.fleetscope.series.TableData;
import org.fleetscope.ui.support.TimeText;
import org.jspecify.annotations.Nullable;

/** The table twin of lanes: a row a cell with a finding, each made when asked for. */
final class LaneTable extends AbstractList<List<@Nullable Object>> implements RandomAccess {
    private final Lanes lanes;
    private final TimeText times;
    private final int[] cells;

    private LaneTable(Lanes lanes, TimeText times, int[] cells) {
        this.lanes = lanes;
        this.times = times;
        this.cells = cells;
    }

    static ChartTable of(Lanes lanes, TimeText times) {
        int count = lanes.buckets().count();
        int[] cells = new int[64];
        int size = 0;
        for (int lane = 0; lane < lanes.lanes().size(); lane++) {
            int[] counts = lanes.lanes().get(lane).counts();
            for (int bucket = 0; bucket < count; bucket++) {
                if (counts[bucket] > 0) {
                    cells = size == cells.length ? Arrays.copyOf(cells, 2 * size) : cells;
                    cells[size++] = lane * count + bucket;
                }
            }
        }
        String one = lanes.by().one();
        return new ChartTable(
                new TableData(
                        List.of(
                                one.substring(0, 1).toUpperCase(Locale.ROOT) + one.substring(1),
                                "From (" + times.zoneName() + ")",
                                "To",
                                "Worst severity",
                                "Band",
                                "Worst finding",
                                "Findings",
                                "Runs"),
                        new LaneTable(lanes, times, Arrays.copyOf(cells, size))));
    }

    @Override
    public List<@Nullable Object> get(int index) {
        int lane = cells[index] / lanes.buckets().count();
        int bucket = cells[index] % lanes.buckets().count();
        Lanes.Lane of = lanes.lanes().get(lane);
        TimeRange stretch = lanes.stretch(bucket);
        double severity = of.severities()[bucket];
        return Arrays.asList(
                of.name(),
                times.seconds(stretch.from()),
                times.seconds(stretch.to()),
                severity,
                Severity.of(severity).label(),
                lanes.worst(lane, bucket).map(LaneText::worst).orElse(""),
                (long) of.counts()[bucket],
                (long) of.runs()[bucket]);
    }

    @Override
    public int size() {
        return cells.length;
    }
}
