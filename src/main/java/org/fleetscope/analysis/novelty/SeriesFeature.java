package org.fleetscope.analysis.novelty;

/** A value derived from a series as it arrives. Keeps what it needs of the past; one thread. */
interface SeriesFeature {
    /**
     * Takes the next row in.
     *
     * @param value never NaN
     * @return the feature at this row, NaN while the past is too short for it
     */
    double next(double value);
}
