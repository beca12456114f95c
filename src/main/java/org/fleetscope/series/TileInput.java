package org.fleetscope.series;

import java.util.List;
import org.fleetscope.model.SystemHealth;

/**
 * What the tiles are made of.
 *
 * @param then numbers of the period before; {@link Headlines#NONE} when there is none to compare
 *     with
 * @param findingsThen findings of the period before; NaN when not known
 * @param successBasis what tells success, see {@link org.fleetscope.analysis.Success#basis()}
 * @param agents agents with a run, per bucket
 * @param successRate share of successes, per bucket
 * @param findings of the scope
 * @param bands findings by band, worst first, in words
 */
record TileInput(
        Headlines now,
        Headlines then,
        double findingsThen,
        String successBasis,
        double[] agents,
        double[] successRate,
        FleetTimeline timeline,
        long findings,
        String bands,
        long quarantined,
        List<SystemHealth> health) {}
