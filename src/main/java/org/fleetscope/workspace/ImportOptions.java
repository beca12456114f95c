package org.fleetscope.workspace;

import java.nio.file.Path;
import org.fleetscope.model.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an import.
 *
 * @param mapping mapping file, null for the names of the domain
 */
public record ImportOptions(Profile profile, @Nullable Path mapping) {
    public static final ImportOptions DEFAULTS = new ImportOptions(Profile.EXPORT, null);
}
