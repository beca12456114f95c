package org.fleetscope.model;

import java.util.Locale;

/** What a person thinks of findings. */
public enum Judgement {
    /** A fault indeed. */
    CONFIRMED,
    /** Out of the usual and no fault. */
    EXPECTED,
    /** Looked at without a conclusion. */
    UNCLEAR;

    /** In texts, files and the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
