package org.fleetscope.enrich;

/** How large the run's task is among all tasks. */
final class TaskComplexityScore extends DoubleFeature {
    TaskComplexityScore() {
        super(
                "task_complexity_score",
                "100·(below + half the ties)/n over the workspace's tasks with a payload, of c = log1p(payload bytes) +"
                        + " 0.5·nesting depth + 0.25·log1p(number of keys)",
                "0..100; missing without a payload",
                "payload");
    }

    @Override
    void fill(double[] to, EnrichInput input) {
        double[] complexity = input.outcomes().complexity();
        Ranks ranks = input.taskRanks();
        for (int row = 0; row < to.length; row++) {
            double c = complexity[row];
            to[row] = Double.isNaN(c) ? Double.NaN : ranks.percentile(c);
        }
    }

    @Override
    public String why(int row, EnrichInput input) {
        double c = input.outcomes().complexity()[row];
        if (Double.isNaN(c)) {
            return "no task with a payload is known for the run";
        }
        Ranks ranks = input.taskRanks();
        int below = ranks.below(c);
        return "c "
                + Numbers.text(c)
                + ": "
                + below
                + " of "
                + ranks.size()
                + " tasks below, "
                + (ranks.notAbove(c) - below)
                + " equal, its own included";
    }
}
