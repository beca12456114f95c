package org.fleetscope.workspace;

import org.fleetscope.model.FollowNotice;

/** Hears from a following that runs. Called on its threads; must return at once. */
public interface FollowListener {
    FollowListener NONE = new FollowListener() {};

    /** Rows came; views asked for from here on show them. */
    default void rows(FollowStatus status) {}

    /** Rows are on disk. */
    default void landed(FollowStatus status) {}

    /** It begins or ends to wait, or history was read to its end. */
    default void changed(FollowStatus status) {}

    /** Something a person should know. */
    default void notice(FollowNotice notice) {}
}
