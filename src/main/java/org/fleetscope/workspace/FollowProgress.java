package org.fleetscope.workspace;

import org.fleetscope.store.StagedImport;

/** What a step records beside its rows, see {@link org.fleetscope.store.FollowedImport.Step}. */
record FollowProgress(StagedImport.ImportOutcome outcome, String settings, boolean indexed) {}
