package org.fleetscope.report;

import java.util.Locale;
import org.fleetscope.model.Severity;

/** A severity as its band's name, in the band's colour, and the score. */
final class SeverityBadge {
    private SeverityBadge() {}

    /** Whole points, rounded down, so that a number never shows a band that it has not reached. */
    static String score(double score) {
        return Long.toString((long) Math.floor(score));
    }

    static void write(double score, Html out) {
        Severity band = Severity.of(score);
        out.element("span", "badge " + band.name().toLowerCase(Locale.ROOT), band.label());
        out.element("span", "score", score(score));
    }
}
