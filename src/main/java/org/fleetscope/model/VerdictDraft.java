package org.fleetscope.model;

/**
 * A verdict before it is given. Only what is expected can be suppressed or tuned.
 *
 * @param note the person's own words; may be empty
 */
public record VerdictDraft(
        Judgement judgement, String note, FindingPattern pattern, VerdictEffect effect) {
    public VerdictDraft {
        if (judgement != Judgement.EXPECTED && !(effect instanceof VerdictEffect.None)) {
            throw new IllegalArgumentException(
                    "only the verdict \"expected\" can "
                            + effect.word()
                            + " findings, not \""
                            + judgement.word()
                            + "\"");
        }
        if (effect instanceof VerdictEffect.Retune && pattern.detectors().size() != 1) {
            throw new IllegalArgumentException(
                    "a threshold is tuned for one detector: name exactly one");
        }
    }
}
