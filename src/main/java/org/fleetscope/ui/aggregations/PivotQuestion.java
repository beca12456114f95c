package org.fleetscope.ui.aggregations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fleetscope.job.JobContext;
import org.fleetscope.series.TableData;
import org.fleetscope.workspace.AggregateRequest;
import org.fleetscope.workspace.FleetView;
import org.fleetscope.workspace.PeriodComparison;
import org.jspecify.annotations.Nullable;

/**
 * Asks a view for a pivot: its cells, and its totals apart, since quantiles and rates of a total
 * are not the sums of its parts. For any thread but the UI thread.
 */
final class PivotQuestion {
    private static final int BINS = 10;

    private final FleetView view;
    private final PivotLayout layout;
    private final JobContext job;

    private PivotQuestion(FleetView view, PivotLayout layout, JobContext job) {
        this.view = view;
        this.layout = layout;
        this.job = job;
    }

    static PivotGrid ask(FleetView view, PivotLayout layout, boolean subtotals, JobContext job) {
        return new PivotQuestion(view, layout, job).grid(subtotals);
    }

    private PivotGrid grid(boolean subtotals) {
        List<String> rows = layout.rows().stream().map(this::by).toList();
        List<String> columns = layout.columns().stream().map(this::by).toList();
        boolean byColumn = !columns.isEmpty();
        TableData cells = byAgentName(cut(joined(rows, columns)));
        PivotGrid grid = new PivotGrid(layout, cells, subtotals);
        grid.fill(cells, rows.size(), byColumn);
        boolean outer = subtotals && rows.size() > 1;
        if (byColumn) {
            grid.fill(cut(rows), rows.size(), false);
            grid.fill(cut(columns), 0, true);
        }
        if (outer) {
            grid.fill(cut(rows.subList(0, 1)), 1, false);
            if (byColumn) {
                grid.fill(cut(joined(rows.subList(0, 1), columns)), 1, true);
            }
        }
        grid.fill(cut(List.of()), 0, false);
        grid.makeScales();
        return grid;
    }

    /** Agents come sorted by their ids, which say nothing to people. */
    private TableData byAgentName(TableData cells) {
        int agent = layout.rows().indexOf(PivotDimension.AGENT);
        if (agent < 0) {
            return cells;
        }
        Map<String, String> names = new HashMap<>();
        view.dimensions()
                .agents()
                .forEach(entry -> names.put(entry.value().toString(), entry.label()));
        Comparator<List<@Nullable Object>> byName =
                Comparator.comparing(row -> {
                    String id = String.valueOf(row.get(agent));
                    return names.getOrDefault(id, id);
                });
        Comparator<List<@Nullable Object>> outerFirst =
                (a, b) -> agent == 0 ? 0 : PivotGrid.compare(a.get(0), b.get(0));
        List<List<@Nullable Object>> sorted = new ArrayList<>(cells.rows());
        // Stable: what is within an agent stays in its order.
        sorted.sort(
                outerFirst
                        .thenComparing(byName)
                        .thenComparing(row -> String.valueOf(row.get(agent))));
        return new TableData(cells.columns(), sorted);
    }

    /**
     * A total without the window of time that its cells are compared by is compared with nothing.
     */
    private TableData cut(List<String> by) {
        boolean byTime = layout.all().stream().anyMatch(PivotDimension::isTime);
        boolean comparable =
                layout.isCompared()
                        && (!byTime
                                || layout.all().stream()
                                        .filter(PivotDimension::isTime)
                                        .allMatch(dimension -> by.contains(dimension.id())));
        return view.aggregate(
                new AggregateRequest(
                        by,
                        layout.measures().stream().map(PivotMeasure::id).toList(),
                        comparable ? layout.comparison() : PeriodComparison.NONE),
                job);
    }

    /** Name to group by; bins are made about a tenth as wide as the middle 98 % of the values. */
    private String by(PivotDimension dimension) {
        if (!dimension.isBinned()) {
            return dimension.id();
        }
        TableData ends =
                view.aggregate(
                        new AggregateRequest(
                                List.of(),
                                List.of(
                                        "p1(" + dimension.id() + ")",
                                        "p99(" + dimension.id() + ")")),
                        job);
        List<@Nullable Object> row = ends.rows().isEmpty() ? List.of() : ends.rows().getFirst();
        if (row.size() == 2
                && row.get(0) instanceof Double low
                && row.get(1) instanceof Double high
                && high > low) {
            return dimension.id() + ":" + roundWidth((high - low) / BINS);
        }
        return dimension.id();
    }

    /** The next of 1, 2 or 5 times a power of ten. */
    static double roundWidth(double width) {
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        double digit = width / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    private static List<String> joined(List<String> rows, List<String> columns) {
        return Stream.concat(rows.stream(), columns.stream()).toList();
    }
}
