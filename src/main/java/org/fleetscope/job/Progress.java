package org.fleetscope.job;

/**
 * How far a job is.
 *
 * @param phase what it does just now, a few words
 * @param done work done, in {@code unit}
 * @param total work in all, in {@code unit}; ≤ 0 when unknown
 * @param unit "bytes", "rows", …
 * @param rows rows handled so far, for the rate; 0 when the job has none
 */
public record Progress(String phase, long done, long total, String unit, long rows) {
    /** Share done 0..1, −1 when unknown. */
    public double fraction() {
        return total <= 0 ? -1 : Math.clamp((double) done / total, 0.0, 1.0);
    }
}
