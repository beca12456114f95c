package org.fleetscope.model;

/**
 * Bands of the severity score 0..100, which is min(100, −10·log10 p) of a finding's two-sided tail
 * probability p under its detector's model.
 */
public enum Severity {
    LOW("Low", 0),
    MINOR("Minor", 25),
    MAJOR("Major", 50),
    CRITICAL("Critical", 75);

    private final String label;
    private final double from;

    Severity(String label, double from) {
        this.label = label;
        this.from = from;
    }

    public String label() {
        return label;
    }

    /** Lowest score of the band. */
    public double from() {
        return from;
    }

    public static Severity of(double score) {
        if (score >= CRITICAL.from) {
            return CRITICAL;
        }
        return score >= MAJOR.from ? MAJOR : score >= MINOR.from ? MINOR : LOW;
    }

    /**
     * Score of a two-sided tail probability; 100 when it underflows to 0, missing (NaN) for a
     * missing p.
     */
    public static double score(double p) {
        return p <= 0 ? 100 : Math.clamp(-10 * Math.log10(p), 0.0, 100.0);
    }
}
