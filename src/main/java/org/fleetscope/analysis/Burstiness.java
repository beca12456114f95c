package org.fleetscope.analysis;

import org.fleetscope.frame.Frame;

/** How much more the counts of an agent's windows vary than those of a Poisson process. */
final class Burstiness {
    private Burstiness() {}

    /**
     * Index of dispersion, variance over mean, of the agent's runs a window between its first and
     * its last; at least 1.
     */
    static double of(Frame frame, Windows windows, int agent) {
        int from = frame.agentStarts()[agent];
        int to = frame.agentStarts()[agent + 1];
        int[] order = frame.agentOrder();
        int first = windows.indexOf(frame.recordedAt()[order[from]]);
        int count = windows.indexOf(frame.recordedAt()[order[to - 1]]) - first + 1;
        if (count < 3) {
            return 1;
        }
        double mean = (double) (to - from) / count;
        double squares = 0;
        int inWindow = 0;
        int seen = 0;
        for (int i = from; i < to; i++) {
            inWindow++;
            boolean last =
                    i + 1 == to
                            || windows.indexOf(frame.recordedAt()[order[i + 1]])
                                    != windows.indexOf(frame.recordedAt()[order[i]]);
            if (last) {
                squares += (inWindow - mean) * (inWindow - mean);
                seen++;
                inWindow = 0;
            }
        }
        // Empty windows are what is looked for; they must not widen what they are judged by.
        return seen < 3 ? 1 : Math.max(1, squares / (seen - 1) / mean);
    }
}
