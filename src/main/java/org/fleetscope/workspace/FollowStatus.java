package org.fleetscope.workspace;

import java.nio.file.Path;
import java.util.List;

/**
 * How far following is.
 *
 * @param files followed now
 * @param accepted rows since following began, as {@code rejected} and {@code skipped}
 * @param newest latest recorded_at of an accepted row since following began, µs UTC; {@link
 *     Long#MIN_VALUE} before the first
 * @param behindBytes bytes that are there and not read
 * @param undurable accepted rows that are shown and not yet on disk
 * @param readAt when the last rows were read, as {@link System#nanoTime()}
 * @param history whether what stood in the files before is still being read
 * @param waiting whether it waits for an import to end
 */
public record FollowStatus(
        List<Path> files,
        long accepted,
        long rejected,
        long skipped,
        long newest,
        long behindBytes,
        long undurable,
        long readAt,
        boolean history,
        boolean waiting) {
    public FollowStatus {
        files = List.copyOf(files);
    }

    FollowStatus waitingForImport() {
        return new FollowStatus(
                files,
                accepted,
                rejected,
                skipped,
                newest,
                behindBytes,
                undurable,
                readAt,
                history,
                true);
    }
}
