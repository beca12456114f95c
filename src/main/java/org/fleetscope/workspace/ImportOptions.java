package org.fleetscope.workspace;

import java.nio.file.Path;
import org.fleetscope.model.Profile;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.RuleSettings;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an import.
 *
 * @param mapping mapping file, null for the names of the domain
 * @param rules what is set of the rules for this import alone, over the mapping's and the
 *     workspace's settings
 * @param read format, encoding and limits of the files
 * @param mappingJson JSON text of a mapping, in place of a file; null for none
 */
public record ImportOptions(
        Profile profile,
        @Nullable Path mapping,
        RuleSettings rules,
        ReadOptions read,
        @Nullable String mappingJson) {
    public static final ImportOptions DEFAULTS = new ImportOptions(Profile.EXPORT, null);

    public ImportOptions(
            Profile profile, @Nullable Path mapping, RuleSettings rules, ReadOptions read) {
        this(profile, mapping, rules, read, null);
    }

    public ImportOptions(Profile profile, @Nullable Path mapping, RuleSettings rules) {
        this(profile, mapping, rules, ReadOptions.DEFAULTS);
    }

    public ImportOptions(Profile profile, @Nullable Path mapping) {
        this(profile, mapping, RuleSettings.DEFAULTS);
    }
}
