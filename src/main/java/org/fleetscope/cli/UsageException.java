package org.fleetscope.cli;

/**
 * The command can't be done as it was given; the message is one sentence that says why and what to
 * do.
 */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
