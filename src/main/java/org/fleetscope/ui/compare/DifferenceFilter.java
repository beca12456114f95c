package org.fleetscope.ui.compare;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.fleetscope.model.MetricDifference;
import org.fleetscope.ui.support.MetricText;

/**
 * Which differences are listed.
 *
 * @param text held by the metric's or the agent's name, in any case
 * @param onlySure leaves out what may be chance
 * @param onlyFleet leaves out single agents
 */
record DifferenceFilter(String text, boolean onlySure, boolean onlyFleet) {
    boolean accepts(MetricDifference difference, Function<UUID, String> names) {
        return !(onlySure && isUnsure(difference.verdict()))
                && !(onlyFleet && difference.agent() != null)
                && holdsText(difference, names);
    }

    private static boolean isUnsure(MetricDifference.Verdict verdict) {
        return verdict == MetricDifference.Verdict.SAME
                || verdict == MetricDifference.Verdict.UNKNOWN;
    }

    private boolean holdsText(MetricDifference difference, Function<UUID, String> names) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        UUID agent = difference.agent();
        String name = agent == null ? CompareText.ALL_RUNS : names.apply(agent);
        String metric = MetricText.metric(difference.metric()).label();
        return (metric + ' ' + name).toLowerCase(Locale.ROOT).contains(wanted);
    }
}
