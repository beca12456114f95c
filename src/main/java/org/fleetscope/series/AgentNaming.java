package org.fleetscope.series;

import java.util.Arrays;
import org.fleetscope.frame.Dictionary;
import org.fleetscope.frame.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what {@link AgentNames} are made of from frames whose runs follow each other and whose
 * codes mean the same. Adding costs O(rows added); names are made anew only when they may have
 * changed. Not thread-safe.
 */
public final class AgentNaming {
    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private int[] hosts = new int[0];
    private int[] agents = new int[0];
    private int[] types = new int[0];
    private int named;
    private boolean changed = true;
    private @Nullable AgentNames names;

    public AgentNaming add(Frame part) {
        hosts = only(hosts, part.agents(), part.agent(), part.host());
        agents = only(agents, part.hosts(), part.host(), part.agent());
        types = only(types, part.agents(), part.agent(), part.type());
        return this;
    }

    /**
     * Names of the agents added.
     *
     * @param frame the last one, for its dictionaries
     */
    public AgentNames names(Frame frame) {
        AgentNames known = names;
        if (known == null || changed || named != frame.agentNames().size()) {
            known =
                    AgentNames.of(
                            frame,
                            known(hosts, frame.hosts()),
                            agents.clone(),
                            known(types, frame.types()));
            names = known;
            named = frame.agentNames().size();
            changed = false;
        }
        return known;
    }

    /** For each value of a dimension the only value of another it stands with, or SEVERAL. */
    private int[] only(int[] before, Dictionary<?> values, int[] of, int[] with) {
        int[] only = before;
        if (only.length < values.size()) {
            only = Arrays.copyOf(before, values.size());
            Arrays.fill(only, before.length, only.length, NONE);
            changed = true;
        }
        for (int row = 0; row < of.length; row++) {
            int known = only[of[row]];
            if (known != with[row] && known != SEVERAL) {
                only[of[row]] = known == NONE ? with[row] : SEVERAL;
                changed = true;
            }
        }
        return only;
    }

    private static int[] known(int[] only, Dictionary<?> others) {
        int unknown = others.values().indexOf(Frame.UNKNOWN);
        return Arrays.stream(only).map(code -> code == unknown ? NONE : code).toArray();
    }
}
