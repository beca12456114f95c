package org.fleetscope.ingest;

/** Line ends in bytes: LF, CR and LF, or a lone CR. */
final class LineEnds {
    private LineEnds() {}

    /** Position behind the line that holds {@code from}, its end included. */
    static int next(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        boolean pair = at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n';
        return Math.min(bytes.length, at + (pair ? 2 : 1));
    }

    /** Lines before a position where one starts. */
    static int count(byte[] bytes, int position) {
        int lines = 0;
        for (int at = 0; at < position; at = next(bytes, at)) {
            lines++;
        }
        return lines;
    }
}
