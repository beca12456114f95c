package org.fleetscope.cli;

/** Exit statuses of the program. */
final class ExitStatus {
    static final int DONE = 0;

    /** Done, but the data broke a tolerance that the caller set. */
    static final int TOLERANCE_BROKEN = 1;

    static final int USAGE = 2;

    /** Input or output failed. */
    static final int FAILED = 3;

    /** Stopped by a signal, as shells count it. */
    static final int INTERRUPTED = 130;

    private ExitStatus() {}
}
