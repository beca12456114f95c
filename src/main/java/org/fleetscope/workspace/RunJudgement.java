package org.fleetscope.workspace;

import java.util.List;
import java.util.function.Supplier;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.Lazy;
import org.fleetscope.quality.FlagIndex;
import org.fleetscope.quality.RunFlags;

/**
 * Flags of the runs of a state, computed when they are first asked for, so that the first overview
 * of an import does not wait for its rules. Thread-safe.
 */
final class RunJudgement {
    private final Lazy<RunFlags> flags = new Lazy<>();
    private final Supplier<RunFlags> compute;

    RunJudgement(Supplier<RunFlags> compute) {
        this.compute = compute;
    }

    /** Flags that need no judging: none but what the rows say themselves. */
    static RunJudgement unflagged(Frame frame) {
        return new RunJudgement(() -> RunFlags.stored(frame, new FlagIndex(), List.of()));
    }

    RunFlags flags() {
        return flags.get(compute);
    }
}
