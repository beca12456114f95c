package org.fleetscope.ingest;

/** A fault in a JSON document: where, and in words what is wrong. */
final class JsonFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int at;
    private final String found;
    private final String expected;
    private final int rowStart;

    /**
     * @param found what stands there, empty when {@code expected} says it all
     */
    JsonFaultException(int at, String found, String expected) {
        this(at, found, expected, -1);
    }

    private JsonFaultException(int at, String found, String expected, int rowStart) {
        super(expected, null, false, false);
        this.at = at;
        this.found = found;
        this.expected = expected;
        this.rowStart = rowStart;
    }

    /** The same fault within a row, which may be left out if its end can be found. */
    JsonFaultException inRow(int start) {
        return new JsonFaultException(at, found, expected, start);
    }

    /** Position in the bytes that were being read. */
    int at() {
        return at;
    }

    /** What stands there and what was expected, as a part of a sentence. */
    String words() {
        return found.isEmpty() ? expected : "found " + found + ", expected " + expected;
    }

    /** Where the row starts that has the fault, −1 when it is in none. */
    int rowStart() {
        return rowStart;
    }
}
