package org.fleetscope.enrich;

import java.util.Arrays;

/**
 * What tasks and results say of the runs in a scope, one entry a row. Arrays are shared and must
 * not be written.
 *
 * @param success of the task's result: {@link #UNKNOWN}, {@link #NO} or {@link #YES}
 * @param deadline whether the task's was met: {@link #UNKNOWN}, {@link #NO} or {@link #YES}
 * @param complexity of the task, see {@link PayloadShape#complexity()}; NaN without a payload
 * @param taskComplexities of all tasks of the workspace that have a payload, in any order
 */
public record RunOutcomes(
        byte[] success, byte[] deadline, double[] complexity, double[] taskComplexities) {
    public static final byte UNKNOWN = 0;
    public static final byte NO = 1;
    public static final byte YES = 2;

    public RunOutcomes {
        if (success.length != deadline.length || success.length != complexity.length) {
            throw new IllegalArgumentException("outcomes of different numbers of runs");
        }
    }

    /** Nothing is known of any run. */
    public static RunOutcomes unknown(int rows) {
        double[] complexity = new double[rows];
        Arrays.fill(complexity, Double.NaN);
        return new RunOutcomes(new byte[rows], new byte[rows], complexity, new double[0]);
    }

    int rows() {
        return success.length;
    }
}
