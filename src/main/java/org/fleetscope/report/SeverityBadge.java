package org.fleetscope.report;

import java.util.Locale;
import org.fleetscope.model.Severity;

/** A severity as its band's name, in the band's colour, and the score. */
final class SeverityBadge {
    private SeverityBadge() {}

    static void write(double score, Html out) {
        Severity band = Severity.of(score);
        out.element("span", "badge " + band.name().toLowerCase(Locale.ROOT), band.label());
        out.element("span", "score", Long.toString(Math.round(score)));
    }
}
