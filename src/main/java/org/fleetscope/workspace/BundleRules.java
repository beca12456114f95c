package org.fleetscope.workspace;

import java.util.Collection;
import org.fleetscope.ingest.Mapping;
import org.fleetscope.model.Profile;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.quality.RowRules;

/**
 * The rules of a bundle: what is set for this import counts before what the mapping of a file sets,
 * and that before what the workspace sets.
 */
record BundleRules(RuleSettings ofWorkspace, RuleSettings ofImport, Profile profile) {
    /** Settings for rows of a mapping. */
    RuleSettings of(Mapping mapping) {
        return ofImport.over(mapping.settings()).over(ofWorkspace);
    }

    /** Rules for rows of a mapping, held against a reference time in µs UTC. */
    RowRules of(Mapping mapping, long referenceTime) {
        RuleSettings counting = of(mapping);
        return new RowRules(counting, mapping.limits(counting), profile, referenceTime);
    }

    /** Settings for what is judged of the whole bundle; of mappings that differ the last counts. */
    RuleSettings together(Collection<Mapping> mappings) {
        RuleSettings counting = ofWorkspace;
        for (Mapping mapping : mappings) {
            counting = mapping.settings().over(counting);
        }
        return ofImport.over(counting);
    }
}
