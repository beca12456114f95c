package org.fleetscope.model;

import org.jspecify.annotations.Nullable;

/**
 * Which quarantined rows are meant; what is null or empty does not narrow.
 *
 * @param importId rows that this import read, be it again after an earlier one
 * @param file path as the import recorded it
 * @param rule id of a rule that the row broke
 * @param text text that stands in the row, case matters not
 */
public record QuarantineFilter(
        @Nullable Long importId,
        @Nullable String file,
        @Nullable String rule,
        String text,
        State state) {
    /** What became of a row. */
    public enum State {
        /** In quarantine. */
        OPEN,
        /** Re-admitted. */
        REPAIRED,
        ALL
    }

    /** Everything that is in quarantine. */
    public static final QuarantineFilter OPEN =
            new QuarantineFilter(null, null, null, "", State.OPEN);

    public QuarantineFilter {
        text = text.strip();
    }

    public QuarantineFilter withImport(@Nullable Long id) {
        return new QuarantineFilter(id, file, rule, text, state);
    }

    public QuarantineFilter withFile(@Nullable String path) {
        return new QuarantineFilter(importId, path, rule, text, state);
    }

    public QuarantineFilter withRule(@Nullable String id) {
        return new QuarantineFilter(importId, file, id, text, state);
    }

    public QuarantineFilter withText(String part) {
        return new QuarantineFilter(importId, file, rule, part, state);
    }

    public QuarantineFilter withState(State of) {
        return new QuarantineFilter(importId, file, rule, text, of);
    }
}
