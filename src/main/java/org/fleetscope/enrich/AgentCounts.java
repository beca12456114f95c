package org.fleetscope.enrich;

import org.fleetscope.frame.Frame;

/**
 * How often each agent succeeded, was accurate and in time, by agent code.
 *
 * @param known runs whose outcome is known: from a result, else by accuracy
 * @param successes among them
 * @param accurate runs with an accuracy
 * @param accuracies their sum
 * @param deadlines runs with a known deadline
 * @param met among them
 */
record AgentCounts(
        int[] known,
        int[] successes,
        int[] accurate,
        double[] accuracies,
        int[] deadlines,
        int[] met) {
    private static final double ACCURATE = 0.5;

    private AgentCounts(int agents) {
        this(
                new int[agents],
                new int[agents],
                new int[agents],
                new double[agents],
                new int[agents],
                new int[agents]);
    }

    /** One pass, O(rows). */
    static AgentCounts of(Frame frame, RunOutcomes outcomes) {
        AgentCounts counts = new AgentCounts(frame.agents().size());
        int[] agent = frame.agent();
        double[] accuracy = frame.accuracy();
        for (int row = 0; row < agent.length; row++) {
            counts.add(agent[row], accuracy[row], outcomes.success()[row]);
        }
        for (int row = 0; row < agent.length; row++) {
            byte deadline = outcomes.deadline()[row];
            counts.deadlines[agent[row]] += deadline == RunOutcomes.UNKNOWN ? 0 : 1;
            counts.met[agent[row]] += deadline == RunOutcomes.YES ? 1 : 0;
        }
        return counts;
    }

    private void add(int agent, double accuracy, byte success) {
        boolean isAccurate = accuracy >= ACCURATE;
        if (!Double.isNaN(accuracy)) {
            accuracies[agent] += accuracy;
            accurate[agent]++;
        }
        // A result says it where one is loaded, else the accuracy does.
        boolean byResult = success != RunOutcomes.UNKNOWN;
        known[agent] += byResult || !Double.isNaN(accuracy) ? 1 : 0;
        successes[agent] += (byResult ? success == RunOutcomes.YES : isAccurate) ? 1 : 0;
    }
}
