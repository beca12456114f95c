package org.fleetscope.ui.aggregations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Order of a pivot's lines: a chosen one within the groups of the outer dimension, so that a
 * subtotal stays below what it sums up, and the total at the end.
 */
final class PivotOrder {
    private final PivotGrid grid;
    private final int[] parent;

    PivotOrder(PivotGrid grid) {
        this.grid = grid;
        this.parent = new int[grid.lines().size()];
        boolean nested = grid.layout().rows().size() > 1;
        Map<@Nullable Object, Integer> parents = new HashMap<>();
        for (int line = 0; line < parent.length; line++) {
            List<@Nullable Object> key = grid.lines().get(line).key();
            if (key.isEmpty()) {
                parent[line] = Integer.MAX_VALUE;
            } else if (nested) {
                Integer known = parents.get(key.getFirst());
                parent[line] = known == null ? parents.size() : known;
                parents.putIfAbsent(key.getFirst(), parents.size());
            }
        }
    }

    /** Lines in the order of a comparator; in their own without one. */
    List<Integer> sorted(@Nullable Comparator<Integer> chosen) {
        List<Integer> lines = new ArrayList<>(parent.length);
        for (int line = 0; line < parent.length; line++) {
            lines.add(line);
        }
        Comparator<Integer> within = chosen == null ? Comparator.naturalOrder() : chosen;
        lines.sort(
                Comparator.comparingInt((Integer line) -> parent[line])
                        .thenComparing(line -> grid.lines().get(line).kind())
                        .thenComparing(within));
        return lines;
    }
}
