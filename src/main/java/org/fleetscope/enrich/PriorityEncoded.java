package org.fleetscope.enrich;

import java.util.List;
import org.fleetscope.model.Priority;

/** Rank of the priority among the five. */
final class PriorityEncoded extends IntFeature {
    PriorityEncoded() {
        super(
                "priority_encoded",
                "0 Background, 1 Low, 2 Normal, 3 High, 4 Critical",
                "0..4",
                List.of("priority"),
                List.of());
    }

    @Override
    void fill(int[] to, EnrichInput input) {
        int[] priority = input.scope().priority();
        for (int row = 0; row < to.length; row++) {
            to[row] = rank(priority[row]);
        }
    }

    /** Missing for a level that is not among the five. */
    private static int rank(int level) {
        return switch (level) {
            case 1 -> 0;
            case 25 -> 1;
            case 50 -> 2;
            case 75 -> 3;
            case 100 -> 4;
            default -> FeatureColumn.MISSING_INT;
        };
    }

    @Override
    public String why(int row, EnrichInput input) {
        int level = input.scope().priority()[row];
        return "priority " + level + " (" + Priority.nameOf(level) + ")";
    }
}
