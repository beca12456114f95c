package org.fleetscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.CancellationException;

/**
 * A failed command as the person gets it.
 *
 * @param sentence what went wrong and what to do
 * @param status exit status
 */
record Failure(String sentence, int status) {
    static Failure of(Throwable failure) {
        return switch (failure) {
            case UsageException e -> new Failure(text(e), ExitStatus.USAGE);
            case CancellationException e ->
                    new Failure(
                            "Cancelled: nothing was stored or written.", ExitStatus.INTERRUPTED);
            case UncheckedIOException e -> of(cause(e));
            case OutOfMemoryError e ->
                    new Failure(
                            "Not enough memory: start with more, for example FLEETSCOPE_OPTS=-Xmx8g.",
                            ExitStatus.FAILED);
            case FileSystemException e -> new Failure(sentence(e), ExitStatus.FAILED);
            case IOException e -> new Failure(text(e), ExitStatus.FAILED);
            default ->
                    new Failure(
                            "Unexpected failure ("
                                    + text(failure)
                                    + "): run again with --debug and report what it prints.",
                            ExitStatus.FAILED);
        };
    }

    private static Throwable cause(UncheckedIOException e) {
        Throwable cause = e.getCause();
        return cause == null ? new IllegalStateException(e) : cause;
    }

    private static String sentence(FileSystemException e) {
        String file = e.getFile();
        if (file == null) {
            return text(e);
        }
        return switch (e) {
            case NoSuchFileException missing -> file + " does not exist: check the path.";
            case AccessDeniedException denied ->
                    file + " may not be read or written: check its permissions.";
            case FileAlreadyExistsException exists ->
                    file + " exists and is no folder: choose another path.";
            case NotDirectoryException exists -> file + " is no folder: choose another path.";
            default -> text(e);
        };
    }

    /** The exception's message on one line, or its kind when it has none. */
    private static String text(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? e.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
