package org.fleetscope.workspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.fleetscope.frame.Frame;
import org.fleetscope.ingest.RawRows;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.Rule;

/**
 * Takes rows that were accepted and then contradicted by a later row of the same import out of the
 * frame again, and finds their text for the quarantine.
 *
 * @param frame the frame without them
 * @param rejected the rows, with the rule they broke
 */
record Retraction(Frame frame, List<RejectedRow> rejected) {
    private record Key(long recordedAt, long taskHigh, long taskLow) {}

    /**
     * @param frame rows of the import
     * @param keys keys as {@link org.fleetscope.quality.DuplicateIndex#retracted()} names them
     */
    static Retraction of(Frame frame, List<long[]> keys, RawRows raw, JobContext job)
            throws IOException {
        if (keys.isEmpty()) {
            return new Retraction(frame, List.of());
        }
        Set<Key> wanted = new HashSet<>();
        keys.forEach(key -> wanted.add(new Key(key[0], key[1], key[2])));
        int[] gone =
                IntStream.range(0, frame.rows())
                        .filter(row -> wanted.contains(key(frame, row)))
                        .toArray();
        int[] kept =
                IntStream.range(0, frame.rows())
                        .filter(row -> !wanted.contains(key(frame, row)))
                        .toArray();
        List<RejectedRow> rejected = new ArrayList<>();
        for (int row : gone) {
            RowOrigin origin = frame.origin(row);
            rejected.add(
                    new RejectedRow(
                            origin,
                            raw.read(origin, job),
                            List.of(
                                    RowGate.contradiction(
                                            frame.recordedAt()[row], frame.taskId(row).toString())),
                            frame.recordedAt()[row]));
        }
        return new Retraction(frame.select(kept), rejected);
    }

    /** Counts the rows as rejected and hands them on. */
    void report(ImportCounts counts, RejectListener listener) {
        counts.retracted(rejected);
        counts.broke(Rule.DUPLICATE_RUN.id(), rejected.size());
        rejected.forEach(listener::rejected);
    }

    private static Key key(Frame frame, int row) {
        return new Key(frame.recordedAt()[row], frame.taskHi()[row], frame.taskLo()[row]);
    }
}
