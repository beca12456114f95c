package org.fleetscope.workspace;

import java.nio.file.Path;
import org.fleetscope.model.Profile;
import org.fleetscope.model.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an import.
 *
 * @param mapping mapping file, null for the names of the domain
 * @param read format, encoding and limits of the files
 */
public record ImportOptions(Profile profile, @Nullable Path mapping, ReadOptions read) {
    public static final ImportOptions DEFAULTS = new ImportOptions(Profile.EXPORT, null);

    public ImportOptions(Profile profile, @Nullable Path mapping) {
        this(profile, mapping, ReadOptions.DEFAULTS);
    }
}
