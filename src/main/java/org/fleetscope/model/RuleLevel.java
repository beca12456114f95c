package org.fleetscope.model;

import java.util.Locale;
import java.util.Optional;

/** How a rule is set: what a row that breaks it meets, or that nobody asks. */
public enum RuleLevel {
    /** The row goes to quarantine. */
    ERROR,
    /** The row is kept and flagged. */
    WARNING,
    /** The rule is not judged. */
    OFF;

    /** The word in settings: {@code error}, {@code warning}, {@code off}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word()}; empty for anything else. */
    public static Optional<RuleLevel> of(String word) {
        for (RuleLevel level : values()) {
            if (level.word().equals(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
