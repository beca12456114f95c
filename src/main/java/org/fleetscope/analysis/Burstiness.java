package org.fleetscope.analysis;

/** How much more the counts of an agent's windows vary than those of a Poisson process. */
final class Burstiness {
    private Burstiness() {}

    /**
     * Index of dispersion, variance over mean, of the agent's runs a window between its first and
     * its last; at least 1.
     */
    static double of(AgentSlots slots, int agent) {
        int first = slots.windows().count();
        int last = -1;
        int runs = 0;
        for (int window = 0; window < slots.windows().count(); window++) {
            int inWindow = slots.runs(agent, window);
            if (inWindow > 0) {
                first = Math.min(first, window);
                last = window;
                runs += inWindow;
            }
        }
        int count = last - first + 1;
        if (count < 3) {
            return 1;
        }
        double mean = (double) runs / count;
        double squares = 0;
        int seen = 0;
        for (int window = first; window <= last; window++) {
            int inWindow = slots.runs(agent, window);
            // Empty windows are what is looked for; they must not widen what they are judged by.
            if (inWindow > 0) {
                squares += (inWindow - mean) * (inWindow - mean);
                seen++;
            }
        }
        return seen < 3 ? 1 : Math.max(1, squares / (seen - 1) / mean);
    }
}
