package org.fleetscope.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of text in columns: the second column, which holds the numbers, to the right, the others to
 * the left.
 */
final class TextTable {
    private static final int NUMBERS = 1;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    List<String> lines() {
        int[] widths = widths();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private int[] widths() {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String blank = " ".repeat(widths[i] - row.get(i).length());
            line.append(i == 0 ? "" : GAP);
            line.append(i == NUMBERS ? blank + row.get(i) : row.get(i) + blank);
        }
        return line.toString().stripTrailing();
    }
}
