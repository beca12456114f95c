package org.fleetscope.bench;

/** Weights of the benchmark's three application profiles. */
enum NabProfile {
    STANDARD(0.11, 1),
    REWARD_LOW_FP_RATE(0.22, 1),
    REWARD_LOW_FN_RATE(0.11, 2);

    /** Cost of a false alarm; that of a true one is 1. */
    final double falseAlarm;

    /** Cost of a window that was missed. */
    final double miss;

    NabProfile(double falseAlarm, double miss) {
        this.falseAlarm = falseAlarm;
        this.miss = miss;
    }
}
