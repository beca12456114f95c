package org.fleetscope.frame;

/** The type that stands for an agent whose runs have several. */
public final class MainTypes {
    private MainTypes() {}

    /**
     * Code of each agent's type by agent code: that of most of its runs, of equally many the first
     * by name; −1 for an agent without runs. O(runs + agents × types).
     */
    public static int[] of(Frame frame) {
        int types = frame.types().size();
        int[] main = new int[frame.agents().size()];
        for (int agent = 0; agent < main.length; agent++) {
            int[] runs = new int[types];
            for (int i = frame.agentStarts()[agent]; i < frame.agentStarts()[agent + 1]; i++) {
                runs[frame.type()[frame.agentOrder()[i]]]++;
            }
            main[agent] = most(frame, runs);
        }
        return main;
    }

    private static int most(Frame frame, int[] runs) {
        int best = -1;
        for (int type = 0; type < runs.length; type++) {
            boolean better =
                    best < 0
                            || runs[type] > runs[best]
                            || (runs[type] == runs[best]
                                    && frame.types().get(type).compareTo(frame.types().get(best))
                                            < 0);
            best = runs[type] > 0 && better ? type : best;
        }
        return best;
    }
}
