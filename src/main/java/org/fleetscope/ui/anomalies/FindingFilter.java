package org.fleetscope.ui.anomalies;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.fleetscope.model.Finding;

/**
 * Which findings are listed; an empty text or id leaves its side open.
 *
 * @param text held by the agent's name, the host or the type, in any case
 * @param detector id of the detector
 * @param metric id of the metric
 * @param minSeverity lowest severity listed, 0..100
 */
record FindingFilter(String text, String detector, String metric, double minSeverity) {
    static final FindingFilter OPEN = new FindingFilter("", "", "", 0);

    boolean accepts(Finding finding, Function<UUID, String> names) {
        return finding.severity() >= minSeverity
                && (detector.isEmpty() || detector.equals(finding.detector()))
                && (metric.isEmpty() || metric.equals(finding.metric()))
                && (text.isBlank() || holdsText(finding, names));
    }

    private boolean holdsText(Finding finding, Function<UUID, String> names) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return names.apply(finding.agentId()).toLowerCase(Locale.ROOT).contains(wanted)
                || finding.agentType().toLowerCase(Locale.ROOT).contains(wanted)
                || String.valueOf(finding.host()).toLowerCase(Locale.ROOT).contains(wanted);
    }
}
