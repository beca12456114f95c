package org.fleetscope.quality;

import java.util.concurrent.TimeUnit;
import org.fleetscope.model.Profile;
import org.fleetscope.model.RuleLimits;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.Times;

/**
 * What the rules of one import go by.
 *
 * @param settings levels of the rules
 * @param limits limits of the settings, and what is absent
 * @param referenceTimeMicros the "now" that recorded_at is held against, µs UTC
 */
public record RuleContext(
        RuleSettings settings, RuleLimits limits, Profile profile, long referenceTimeMicros) {
    public RuleContext {
        if (referenceTimeMicros == Times.MISSING) {
            throw new IllegalArgumentException("the row rules need a reference time");
        }
    }

    /** Latest recorded_at that is not yet too far in the future, µs. */
    public long latest() {
        return Math.addExact(
                referenceTimeMicros, TimeUnit.MICROSECONDS.convert(limits.maxFuture()));
    }

    /** Earliest recorded_at that still counts as recent, µs. */
    public long earliestRecent() {
        return Math.subtractExact(
                referenceTimeMicros, TimeUnit.MICROSECONDS.convert(limits.maxAge()));
    }
}
