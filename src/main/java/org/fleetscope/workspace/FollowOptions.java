package org.fleetscope.workspace;

import org.fleetscope.model.Profile;

/**
 * How files are followed.
 *
 * @param profile of rows that come while they are followed
 * @param files mapping, rules and reading of the files, and the profile of the rows that stood in
 *     them before: those are history, which {@link Profile#LIVE} would reject
 */
public record FollowOptions(Profile profile, ImportOptions files) {
    public static final FollowOptions DEFAULTS =
            new FollowOptions(Profile.LIVE, ImportOptions.DEFAULTS);
}
