package org.fleetscope.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the database's errors into one sentence for people: what failed, where, why, what to do.
 */
final class StoreFailure {
    private final Path folder;
    private volatile boolean brokenTold;

    StoreFailure(Path folder) {
        this.folder = folder;
    }

    /**
     * @param doing what was under way, as in "Writing rows"
     */
    IOException of(String doing, SQLException e) {
        List<Throwable> causes = causes(e);
        brokenTold |= causes.stream().anyMatch(MVStoreException.class::isInstance);
        if (mentions(causes, "No space left") || mentions(causes, "not enough space on the disk")) {
            return new IOException(
                    doing
                            + " failed in the workspace "
                            + folder
                            + ": the disk is full. Free some space and repeat it; what was imported"
                            + " before is untouched.",
                    e);
        }
        return new IOException(
                doing + " failed in the workspace " + folder + ": " + reason(e) + " " + advice(e),
                e);
    }

    /** The first line of H2's message without its statement and error code. */
    static String reason(SQLException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        int end = message.indexOf("; SQL statement:");
        String sentence = end < 0 ? message : message.substring(0, end);
        return sentence.replaceAll("\\s*\\[\\d+-\\d+]\\s*$", "").strip() + ".";
    }

    private static String advice(SQLException e) {
        return switch (e.getErrorCode()) {
            case ErrorCode.FILE_CORRUPTED_1 ->
                    "The database file is damaged: restore the folder from a backup, or import the files"
                            + " again into a new workspace.";
            case ErrorCode.FILE_VERSION_ERROR_1 ->
                    "The database file has a format that this version does not read: open it with the"
                            + " Fleetscope that wrote it.";
            case ErrorCode.DATABASE_IS_CLOSED, ErrorCode.OBJECT_CLOSED ->
                    "The workspace was closed meanwhile: open it again.";
            default ->
                    "Check that the folder can be written and the disk has space, then repeat it.";
        };
    }

    /** True once it was told that the database's file could not be read or written. */
    boolean brokenTold() {
        return brokenTold;
    }

    private static boolean mentions(List<Throwable> causes, String text) {
        return causes.stream()
                .map(Throwable::getMessage)
                .anyMatch(message -> message != null && message.contains(text));
    }

    /** The failure and its causes, each once: in H2 some are causes of themselves. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        @Nullable Throwable cause = failure;
        while (cause != null && !containsSame(causes, cause)) {
            causes.add(cause);
            cause = cause.getCause();
        }
        return causes;
    }

    private static boolean containsSame(List<Throwable> causes, Throwable cause) {
        return causes.stream().anyMatch(known -> known == cause);
    }
}
