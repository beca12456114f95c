package org.fleetscope.workspace;

import java.util.function.Function;
import org.fleetscope.ingest.Mapping;
import org.fleetscope.model.Profile;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.quality.RowRules;

/**
 * The row rules of each file of a bundle: its mapping may set limits and levels of its own.
 *
 * @param settings the settings that count for rows of a mapping
 */
record BundleRules(Function<Mapping, RuleSettings> settings, Profile profile) {
    /** Rules for rows of a mapping, held against a reference time in µs UTC. */
    RowRules of(Mapping mapping, long referenceTime) {
        RuleSettings counting = settings.apply(mapping);
        return new RowRules(counting, mapping.limits(counting), profile, referenceTime);
    }

    /** Settings for rows that need no mapping. */
    RuleSettings general() {
        return settings.apply(Mapping.identity());
    }
}
