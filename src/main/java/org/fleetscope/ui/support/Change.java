package org.fleetscope.ui.support;

/**
 * A change against an earlier value, in words: never told by colour alone.
 *
 * @param text for instance "▲ 2.4 % higher", empty when there is nothing to compare with
 * @param tone whether that is good news
 */
public record Change(String text, Tone tone) {
    /** Whether a change is good news. */
    public enum Tone {
        BETTER,
        WORSE,
        NEUTRAL
    }

    private static final Change NONE = new Change("", Tone.NEUTRAL);
    private static final double UNCHANGED = 0.0005;

    /**
     * A relative change.
     *
     * @param change 0.1 for a tenth more; NaN when unknown
     * @param goodWhenHigh +1 a rise is good, −1 it is bad, 0 neither
     */
    public static Change relative(double change, int goodWhenHigh) {
        if (!Double.isFinite(change)) {
            return NONE;
        }
        if (Math.abs(change) < UNCHANGED) {
            return new Change("no change", Tone.NEUTRAL);
        }
        boolean rise = change > 0;
        Tone tone =
                goodWhenHigh == 0
                        ? Tone.NEUTRAL
                        : rise == goodWhenHigh > 0 ? Tone.BETTER : Tone.WORSE;
        return new Change(
                (rise ? "▲ " : "▼ ") + size(Math.abs(change)) + (rise ? " higher" : " lower"),
                tone);
    }

    /** The change from a previous value; nothing when either is missing or the previous is 0. */
    public static Change between(double previous, double value, int goodWhenHigh) {
        return previous == 0
                ? NONE
                : relative((value - previous) / Math.abs(previous), goodWhenHigh);
    }

    private static String size(double change) {
        return change >= 10 ? "×" + Numbers.count(Math.round(change + 1)) : Numbers.percent(change);
    }
}
