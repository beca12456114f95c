package org.fleetscope.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fleetscope.model.MetricDifference;
import org.fleetscope.series.TableData;
import org.jspecify.annotations.Nullable;

/** Differences as a table of typed cells. */
public final class DifferenceTable {
    private static final List<String> COLUMNS =
            List.of(
                    "agent_id",
                    "metric",
                    "verdict",
                    "runs_a",
                    "runs_b",
                    "mean_a",
                    "mean_b",
                    "median_a",
                    "median_b",
                    "difference",
                    "adjusted_difference",
                    "ci_low",
                    "ci_high",
                    "effect_size",
                    "p",
                    "p_corrected",
                    "compared_share");

    private DifferenceTable() {}

    /** Differences, one a row, in their order; all runs have no agent_id. */
    public static TableData of(List<MetricDifference> differences) {
        List<List<@Nullable Object>> rows = new ArrayList<>(differences.size());
        for (MetricDifference difference : differences) {
            rows.add(
                    row(
                            difference.agent() == null ? null : difference.agent().toString(),
                            difference.metric(),
                            difference.verdict().name().toLowerCase(Locale.ROOT),
                            difference.a().runs(),
                            difference.b().runs(),
                            difference.a().mean(),
                            difference.b().mean(),
                            difference.a().median(),
                            difference.b().median(),
                            difference.difference(),
                            difference.adjusted(),
                            difference.low(),
                            difference.high(),
                            difference.effect(),
                            difference.p(),
                            difference.pCorrected(),
                            difference.compared()));
        }
        return new TableData(COLUMNS, rows);
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
