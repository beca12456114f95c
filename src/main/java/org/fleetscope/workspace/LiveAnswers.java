package org.fleetscope.workspace;

import java.util.List;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.AgentNames;
import org.fleetscope.series.AgentRow;
import org.fleetscope.series.Overview;

/**
 * Answers about a scope of a state that grows, for the cost of what was added. Findings, scores and
 * what else needs all runs are those of the last {@link Examined}. Not thread-safe.
 */
interface LiveAnswers {
    /** Answers about scopes without limits of time, or about a stretch of time that moves along. */
    static LiveAnswers of(WorkspaceState state, Scope scope) {
        return scope.time().equals(TimeRange.ALL)
                ? new GrowingAnswers(state, scope)
                : new SlidingAnswers(state, scope);
    }

    /**
     * Takes in what came since.
     *
     * @param state whose frame continues that of the state before
     * @param scope the first one, perhaps of a later stretch of time
     */
    void grow(WorkspaceState state, Scope scope);

    /** Runs in scope. */
    long runs();

    /** Whether results came or changed since, which may be of runs that are counted already. */
    boolean missesResults(WorkspaceState now);

    Overview overview(Examined examined, int buckets);

    /** Agents, worst finding first. */
    List<AgentRow> agents(Examined examined, AgentNames names);
}
