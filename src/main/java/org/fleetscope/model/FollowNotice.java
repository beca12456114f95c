package org.fleetscope.model;

import java.nio.file.Path;

/**
 * Something that happened to a followed file and that a person should know.
 *
 * @param text a sentence for a person: what happened, and what to do when there is something
 */
public record FollowNotice(Kind kind, Path file, String text) {
    /** What happened. */
    public enum Kind {
        /** A further file is followed. */
        STARTED,
        /** A new file took the place of the one followed, which was read to its end. */
        ROTATED,
        /** The file became shorter, or its content was replaced; it is read from its start. */
        TRUNCATED,
        /** The file, or the folder, is not there. */
        VANISHED,
        /** The file can't be followed: its content is not understood, or it can't be read. */
        FAILED
    }

    /** Whether a person has to do something. */
    public boolean isProblem() {
        return kind == Kind.VANISHED || kind == Kind.FAILED;
    }
}
