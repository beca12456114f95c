package org.fleetscope.analysis.novelty;

/**
 * How novelty is judged. One set serves every series; the defaults come from cross-validation, see
 * docs/decisions/novelty.md.
 *
 * @param window rows of the rolling features, ≥ 2
 * @param warmUp rows a feature learns from before it is judged, ≥ 1
 * @param threshold excess beyond the range seen so far, in units of four standard deviations, from
 *     which a row is novel, &gt; 0
 * @param holdOff rows after a novel one in which no other is reported, ≥ 0
 */
public record NoveltySettings(int window, int warmUp, double threshold, int holdOff) {
    public static final NoveltySettings DEFAULTS = new NoveltySettings(54, 150, 0.07, 90);

    public NoveltySettings {
        if (window < 2 || warmUp < 1 || !(threshold > 0) || holdOff < 0) {
            throw new IllegalArgumentException(
                    "window %d, warm-up %d, threshold %s, hold-off %d"
                            .formatted(window, warmUp, threshold, holdOff));
        }
    }
}
