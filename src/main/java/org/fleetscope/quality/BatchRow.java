package org.fleetscope.quality;

import java.util.List;
import org.fleetscope.model.KpiBatch;
import org.jspecify.annotations.Nullable;

/**
 * One row of a batch with the values of it that could not be read.
 *
 * @param row index into the batch
 */
public record BatchRow(KpiBatch batch, int row, List<KpiBatch.Problem> problems) {
    public BatchRow {
        problems = List.copyOf(problems);
    }

    /**
     * The first unreadable value of a field, of a member of it, or of the field inside an object;
     * null without.
     */
    public KpiBatch.@Nullable Problem problem(String field) {
        for (KpiBatch.Problem problem : problems) {
            String name = problem.field();
            if (name.equals(field) || name.startsWith(field + ".") || name.endsWith("." + field)) {
                return problem;
            }
        }
        return null;
    }
}
