package org.fleetscope.enrich;

import java.util.List;

/** How practised the agent was at a run. */
final class ExperienceLevel extends IntFeature {
    ExperienceLevel() {
        super(
                "experience_level",
                "runs of the agent before this one in the workspace: < 100 novice, < 1000 intermediate, < 10000"
                        + " experienced, else expert",
                "novice, intermediate, experienced, expert",
                List.of("agent_id", "recorded_at", "task_id"),
                List.of("novice", "intermediate", "experienced", "expert"));
    }

    @Override
    void fill(int[] to, EnrichInput input) {
        int[] before = input.runsBefore();
        for (int row = 0; row < to.length; row++) {
            int runs = before[row];
            to[row] = runs < 100 ? 0 : runs < 1000 ? 1 : runs < 10_000 ? 2 : 3;
        }
    }

    @Override
    public String why(int row, EnrichInput input) {
        return input.runsBefore()[row] + " runs of the agent before this one in the workspace";
    }
}
