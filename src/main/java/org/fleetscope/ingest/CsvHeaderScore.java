package org.fleetscope.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much a row looks like the header of a table, by what the columns under it hold. */
final class CsvHeaderScore {
    private static final double OTHER_KIND = 2;
    private static final double SAME_KIND = -2;
    private static final double VALUE = -1;
    private static final double SHAPE = 1;
    private static final double NAME = 0.2;

    private final CsvProfile profile;
    private final boolean alone;

    /**
     * @param alone whether the row is all there is
     */
    CsvHeaderScore(CsvProfile profile, boolean alone) {
        this.profile = profile;
        this.alone = alone;
    }

    /** Above 0 for a header. */
    double of(List<String> cells) {
        double score = 0;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).strip();
            if (cell.isEmpty()) {
                continue;
            }
            score += seen.add(cell) ? NAME : VALUE;
            score += alone || i >= profile.width() ? byItself(cell) : under(i, cell);
        }
        return score;
    }

    private static double byItself(String cell) {
        return CsvKind.of(cell).isTelling() ? SAME_KIND : 0;
    }

    private double under(int index, String cell) {
        CsvProfile.Column column = profile.column(index);
        CsvKind kind = CsvKind.of(cell);
        if (column.kind() != null) {
            return kind == column.kind() ? SAME_KIND : kind == CsvKind.TEXT ? OTHER_KIND : VALUE;
        }
        if (column.values().isEmpty()) {
            return kind.isTelling() ? VALUE : 0;
        }
        if (column.values().contains(cell)) {
            return SAME_KIND;
        }
        return kind.isTelling() ? VALUE : shape(column.values(), cell);
    }

    /** Whether the values of a column have digits, or a length, that the name has not. */
    private static double shape(Set<String> values, String cell) {
        int digits = 0;
        int length = values.iterator().next().length();
        boolean alike = values.size() > 2;
        for (String value : values) {
            digits += hasDigit(value) ? 1 : 0;
            alike &= value.length() == length;
        }
        double score = 0;
        if (values.size() > 2 && digits == values.size()) {
            score += hasDigit(cell) ? -SHAPE / 2 : SHAPE;
        }
        if (alike) {
            score += cell.length() == length ? -SHAPE / 2 : SHAPE;
        }
        return score;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
