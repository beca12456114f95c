package org.fleetscope.workspace;

import org.fleetscope.model.FlagChanges;
import org.fleetscope.store.StagedImport;
import org.jspecify.annotations.Nullable;

/** What a step records beside its rows, see {@link org.fleetscope.store.FollowedImport.Step}. */
record FollowProgress(
        @Nullable FlagChanges flags,
        StagedImport.ImportOutcome outcome,
        String settings,
        boolean indexed) {}
