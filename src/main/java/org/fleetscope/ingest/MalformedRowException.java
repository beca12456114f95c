package org.fleetscope.ingest;

/**
 * A row that can't be parsed: what stands there, and what was expected at which byte of the row.
 */
final class MalformedRowException extends Exception {
    private static final int SHOWN = 40;

    private final String found;
    private final String expected;

    MalformedRowException(String found, String expected) {
        super(expected, null, false, false);
        this.found = found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "…";
        this.expected = expected;
    }

    String found() {
        return found;
    }

    String expected() {
        return expected;
    }
}
