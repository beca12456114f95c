package org.fleetscope.model;

/** What a verdict does to the findings it covers. */
public sealed interface VerdictEffect {
    /** Nothing: it is a remark. */
    record None() implements VerdictEffect {}

    /** They are marked and left out of lists, counts and incidents. */
    record Suppress() implements VerdictEffect {}

    /**
     * Their detector judges with another threshold: those it no longer finds are suppressed, those
     * it finds in addition come in, marked so.
     *
     * @param threshold id of the threshold, {@code sigma.k} for instance
     * @param value above 0
     */
    record Retune(String threshold, double value) implements VerdictEffect {
        public Retune {
            if (!(value > 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException(
                        threshold + " must be a positive number, not " + value);
            }
        }
    }

    VerdictEffect NONE = new None();
    VerdictEffect SUPPRESS = new Suppress();

    /** In texts, files and the store. */
    default String word() {
        return switch (this) {
            case None _ -> "none";
            case Suppress _ -> "suppress";
            case Retune _ -> "retune";
        };
    }

    /** For people: "suppress", "sigma.k=4.0"; empty for a remark. */
    default String text() {
        return switch (this) {
            case None _ -> "";
            case Suppress _ -> "suppress";
            case Retune tuned -> tuned.threshold() + "=" + tuned.value();
        };
    }
}
