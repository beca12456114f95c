package org.fleetscope.model;

import java.util.Locale;
import java.util.OptionalInt;

/** Priorities of a task; the number is what is stored. */
public enum Priority {
    BACKGROUND("Background", 1),
    LOW("Low", 25),
    NORMAL("Normal", 50),
    HIGH("High", 75),
    CRITICAL("Critical", 100);

    private final String label;
    private final int level;

    Priority(String label, int level) {
        this.label = label;
        this.level = level;
    }

    public String label() {
        return label;
    }

    public int level() {
        return level;
    }

    /** Reads a name in any case or one of the five numbers; empty for anything else. */
    public static OptionalInt parse(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (Priority priority : values()) {
            if (priority.label.toLowerCase(Locale.ROOT).equals(wanted)
                    || Integer.toString(priority.level).equals(wanted)) {
                return OptionalInt.of(priority.level);
            }
        }
        return OptionalInt.empty();
    }

    /** Name of a level, or the number itself for one that is not among the five. */
    public static String nameOf(int level) {
        for (Priority priority : values()) {
            if (priority.level == level) {
                return priority.label;
            }
        }
        return Integer.toString(level);
    }
}
