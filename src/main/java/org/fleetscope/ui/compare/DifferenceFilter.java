package org.fleetscope.ui.compare;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.fleetscope.model.MetricDifference;
import org.fleetscope.ui.support.MetricText;

/**
 * Which differences are listed.
 *
 * @param text lower-cased, held by the metric's or the agent's name in any case
 * @param onlySure leaves out what may be chance
 * @param onlyFleet leaves out single agents
 */
record DifferenceFilter(String text, boolean onlySure, boolean onlyFleet) {
    /** The filter of a text as typed. */
    static DifferenceFilter of(String typed, boolean onlySure, boolean onlyFleet) {
        return new DifferenceFilter(typed.strip().toLowerCase(Locale.ROOT), onlySure, onlyFleet);
    }

    boolean accepts(MetricDifference difference, Function<UUID, String> names) {
        return !(onlySure && isUnsure(difference.verdict()))
                && !(onlyFleet && difference.agent() != null)
                && (text.isEmpty() || holdsText(difference, names));
    }

    private static boolean isUnsure(MetricDifference.Verdict verdict) {
        return verdict == MetricDifference.Verdict.SAME
                || verdict == MetricDifference.Verdict.UNKNOWN;
    }

    private boolean holdsText(MetricDifference difference, Function<UUID, String> names) {
        UUID agent = difference.agent();
        String name = agent == null ? CompareText.ALL_RUNS : names.apply(agent);
        String metric = MetricText.metric(difference.metric()).label();
        return (metric + ' ' + name).toLowerCase(Locale.ROOT).contains(text);
    }
}
