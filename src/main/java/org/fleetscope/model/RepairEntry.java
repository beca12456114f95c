package org.fleetscope.model;

import org.jspecify.annotations.Nullable;

/**
 * One re-admission of quarantined rows as the store remembers it: who, when, what.
 *
 * @param at µs UTC
 * @param by name of the user
 * @param rows rows re-admitted
 * @param undoneAt µs UTC, {@link Times#MISSING} while it was never undone
 * @param confirmedBy the first import that brought one of its rows since, so that undoing would
 *     take away what that import found already there; null for none
 */
public record RepairEntry(
        long id,
        long at,
        String by,
        String description,
        long rows,
        State state,
        long undoneAt,
        @Nullable Long confirmedBy) {
    /** Whether a repair holds. */
    public enum State {
        ACTIVE,
        /** Undone, and can be redone. */
        UNDONE,
        /** Undone, and redone under a new number or overtaken by another repair. */
        REPLACED
    }
}
