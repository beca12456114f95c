package org.fleetscope.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of what was meant was read: success, and precision, recall and F1 of the header, of the
 * records (in any order, their cells in order) and of the cells (in any order). Ten numbers 0..1.
 */
record LoadingScore(double success, Measure header, Measure records, Measure cells) {
    /** Share of what was read that was meant, and of what was meant that was read. */
    record Measure(double precision, double recall) {
        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }

        double sum() {
            return precision + recall + f1();
        }

        static Measure of(List<?> meant, List<?> read) {
            Map<Object, Integer> left = new HashMap<>();
            meant.forEach(item -> left.merge(item, 1, Integer::sum));
            int both = 0;
            for (Object item : read) {
                if (left.merge(item, -1, Integer::sum) >= 0) {
                    both++;
                }
            }
            if (meant.isEmpty() && read.isEmpty()) {
                return new Measure(1, 1);
            }
            return new Measure(
                    read.isEmpty() ? 0 : (double) both / read.size(),
                    meant.isEmpty() ? 0 : (double) both / meant.size());
        }
    }

    static final LoadingScore FAILED =
            new LoadingScore(0, new Measure(0, 0), new Measure(0, 0), new Measure(0, 0));

    static LoadingScore of(List<List<String>> meant, List<List<String>> read) {
        return new LoadingScore(
                1,
                Measure.of(first(meant), first(read)),
                Measure.of(rest(meant), rest(read)),
                Measure.of(cells(meant), cells(read)));
    }

    private static List<String> first(List<List<String>> rows) {
        return rows.isEmpty() ? List.of() : rows.getFirst();
    }

    private static List<List<String>> rest(List<List<String>> rows) {
        return rows.isEmpty() ? List.of() : rows.subList(1, rows.size());
    }

    private static List<String> cells(List<List<String>> rows) {
        return rest(rows).stream().flatMap(List::stream).toList();
    }

    /** 0..10. */
    double total() {
        return success + header.sum() + records.sum() + cells.sum();
    }
}
