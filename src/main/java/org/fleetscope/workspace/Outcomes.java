package org.fleetscope.workspace;

import java.util.UUID;
import org.fleetscope.enrich.RunOutcomes;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Times;
import org.fleetscope.quality.ResultFacts;
import org.fleetscope.quality.TaskFacts;

/** What the tasks and results of a workspace say of runs. */
final class Outcomes {
    private Outcomes() {}

    /** One entry a row of the frame. O(runs + tasks). */
    static RunOutcomes of(Frame frame, EntityIndex entities) {
        if (!entities.hasTasks() && !entities.hasResults()) {
            return RunOutcomes.unknown(frame.rows());
        }
        byte[] success = new byte[frame.rows()];
        byte[] deadline = new byte[frame.rows()];
        double[] complexity = new double[frame.rows()];
        for (int row = 0; row < frame.rows(); row++) {
            UUID id = frame.taskId(row);
            TaskFacts task = entities.taskFacts(id);
            ResultFacts result = entities.resultFacts(id);
            Boolean succeeded = entities.results().get(id);
            success[row] = succeeded == null ? RunOutcomes.UNKNOWN : answer(succeeded);
            complexity[row] = task == null ? Double.NaN : task.complexity();
            if (task != null && task.deadline() != Times.MISSING) {
                long completed = result == null ? Times.MISSING : result.completedAt();
                long at = completed == Times.MISSING ? frame.recordedAt()[row] : completed;
                deadline[row] = answer(at <= task.deadline());
            }
        }
        return new RunOutcomes(success, deadline, complexity, entities.complexities());
    }

    private static byte answer(boolean yes) {
        return yes ? RunOutcomes.YES : RunOutcomes.NO;
    }
}
