package org.fleetscope.ingest;

/**
 * Finds where a document goes on behind a broken row. That is certain only by its layout: the row
 * starts its line, and a later line starts, in the same column, with the next object behind a
 * comma, or with the bracket that closes the array. A wrong guess would not fit what follows and
 * end in a refusal.
 */
final class JsonResync {
    /**
     * @param end of the broken row
     * @param from where reading goes on: the comma or bracket behind it; −1 when that is not
     *     certain
     */
    record Next(int end, int from) {
        static final Next NONE = new Next(-1, -1);
    }

    private static final int OTHER = -2;

    private JsonResync() {}

    /**
     * @param before what stands before the bytes in the line that they start in
     * @param start of the broken row
     */
    static Next find(byte[] before, byte[] bytes, int start, int length) {
        int feed = start - 1;
        while (feed >= 0 && bytes[feed] != '\n') {
            feed--;
        }
        boolean whole = feed >= 0;
        int column = start - feed - 1 + (whole ? 0 : before.length);
        int bracket =
                opening(opening(-1, before, 0, whole ? 0 : before.length), bytes, feed + 1, start);
        if (bracket == OTHER) {
            return Next.NONE;
        }
        for (int line = next(bytes, start, length);
                line < length;
                line = next(bytes, line, length)) {
            int at = line;
            while (at < length && (bytes[at] == ' ' || bytes[at] == '\t')) {
                at++;
            }
            if (at == length) {
                return Next.NONE;
            }
            int behind = significantBefore(bytes, line);
            boolean aligned = at - line == column || (bracket > 0 && at - line <= column);
            if (aligned && bytes[at] == '{' && bytes[behind] == ',' && behind > start) {
                return new Next(behind, behind);
            }
            if (bytes[at] == ']' && at - line <= column && behind > start) {
                return new Next(behind + 1, at);
            }
        }
        return Next.NONE;
    }

    /**
     * Whether the bracket that opens the array stands on the row's own line: 1 if it does, −1 when
     * there is only white space before the row, {@link #OTHER} when there is something else.
     */
    private static int opening(int known, byte[] bytes, int from, int to) {
        int opening = known;
        for (int i = from; i < to && opening != OTHER; i++) {
            if (bytes[i] == '[' && opening < 0) {
                opening = 1;
            } else if (bytes[i] != ' ' && bytes[i] != '\t') {
                opening = OTHER;
            }
        }
        return opening;
    }

    private static int next(byte[] bytes, int from, int length) {
        int at = from;
        while (at < length && bytes[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    private static int significantBefore(byte[] bytes, int line) {
        int at = line - 1;
        while (at > 0 && bytes[at] >= 0 && bytes[at] <= ' ') {
            at--;
        }
        return at;
    }
}
