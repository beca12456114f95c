package org.fleetscope.analysis;

import java.util.Map;
import java.util.UUID;
import org.fleetscope.frame.Frame;

/**
 * Which runs succeeded. Where the result of any run of the frame is known, results alone count;
 * else a run with an accuracy of at least {@value #ACCURATE} counts as a success, and one without
 * accuracy as unknown.
 */
public final class Success {
    /** Basis when results of the execution layer are known. */
    public static final String RESULTS = "results";

    /** Basis when accuracy has to stand in. */
    public static final String ACCURACY = "accuracy";

    private static final double ACCURATE = 0.5;
    private static final byte FAILED = 1;
    private static final byte SUCCEEDED = 2;

    private final String basis;
    private final byte[] outcome;

    private Success(String basis, byte[] outcome) {
        this.basis = basis;
        this.outcome = outcome;
    }

    /**
     * Outcomes of a frame's runs.
     *
     * @param results success by task id, as far as known
     */
    public static Success of(Frame frame, Map<UUID, Boolean> results) {
        return of(frame, results, false);
    }

    /**
     * Outcomes of a part of a frame's runs.
     *
     * @param known whether results of other runs of the frame are known, so that they alone count
     */
    public static Success of(Frame part, Map<UUID, Boolean> results, boolean known) {
        byte[] outcome = new byte[part.rows()];
        boolean any = known;
        if (!results.isEmpty()) {
            for (int row = 0; row < outcome.length; row++) {
                Boolean result = results.get(part.taskId(row));
                if (result != null) {
                    outcome[row] = result ? SUCCEEDED : FAILED;
                    any = true;
                }
            }
        }
        return any
                ? new Success(RESULTS, outcome)
                : new Success(ACCURACY, byAccuracy(part, outcome));
    }

    private static byte[] byAccuracy(Frame frame, byte[] outcome) {
        double[] accuracy = frame.accuracy();
        for (int row = 0; row < outcome.length; row++) {
            if (!Double.isNaN(accuracy[row])) {
                outcome[row] = accuracy[row] >= ACCURATE ? SUCCEEDED : FAILED;
            }
        }
        return outcome;
    }

    /** Outcomes by results, none of which is known. */
    public static Success unknown(Frame frame) {
        return new Success(RESULTS, new byte[frame.rows()]);
    }

    /** {@link #RESULTS} or {@link #ACCURACY}. */
    public String basis() {
        return basis;
    }

    public boolean known(int row) {
        return outcome[row] != 0;
    }

    /** False also where the outcome is unknown. */
    public boolean success(int row) {
        return outcome[row] == SUCCEEDED;
    }
}
