package org.fleetscope.workspace;

import java.util.List;
import java.util.Map;
import org.fleetscope.model.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a file as they would arrive.
 *
 * @param columns names of what the rows show
 * @param rows the first of them
 * @param accepted runs of the sample that break no error rule
 * @param rejected rows of the sample that would go to quarantine
 * @param others rows that are entities of other kinds
 * @param passedOver rows that are no runs by the mapping
 * @param rules rows of the sample that broke each rule
 * @param runs which rows are runs, for people; null for all
 */
public record MappedSample(
        List<String> columns,
        List<Row> rows,
        int accepted,
        int rejected,
        int others,
        long passedOver,
        Map<String, Integer> rules,
        @Nullable String runs) {
    public MappedSample {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param cells in the order of the columns, empty for missing
     * @param violations every rule that it breaks
     */
    public record Row(long line, List<String> cells, List<RuleViolation> violations) {
        public Row {
            cells = List.copyOf(cells);
            violations = List.copyOf(violations);
        }
    }
}
