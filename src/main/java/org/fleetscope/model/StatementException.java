package org.fleetscope.model;

import java.io.IOException;

/** A statement that could not be run: why, in one sentence, and where in it as far as known. */
public final class StatementException extends IOException {
    private static final long serialVersionUID = 1;

    private final int from;
    private final int to;

    /**
     * @param from index of the first character meant, from 0; −1 when the place is not known
     * @param to index behind the last
     */
    public StatementException(String message, int from, int to, Throwable cause) {
        super(message, cause);
        this.from = from;
        this.to = to;
    }

    /** False when the place in the statement is not known. */
    public boolean hasPlace() {
        return from >= 0;
    }

    /** Index of the first character meant, from 0; −1 when not known. */
    public int from() {
        return from;
    }

    /** Index behind the last character meant. */
    public int to() {
        return to;
    }
}
