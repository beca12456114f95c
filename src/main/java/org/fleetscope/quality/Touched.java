package org.fleetscope.quality;

import java.util.Set;
import java.util.UUID;

/**
 * What an import brought that earlier runs have to be held against again.
 *
 * @param tasks tasks that came or changed, or whose result did
 * @param agents agents that came or changed
 * @param firstTasks whether there were no tasks before
 * @param firstAgents whether there were no agents before
 */
public record Touched(Set<UUID> tasks, Set<UUID> agents, boolean firstTasks, boolean firstAgents) {
    public static final Touched NOTHING = new Touched(Set.of(), Set.of(), false, false);

    boolean isNothing() {
        return tasks.isEmpty() && agents.isEmpty() && !firstTasks && !firstAgents;
    }
}
