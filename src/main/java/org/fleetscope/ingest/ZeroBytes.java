package org.fleetscope.ingest;

/**
 * Zero bytes in a sample. A few are damage that costs the rows they are in; on the first line, or
 * on more than every tenth, they show that the file is no text.
 *
 * @param at position of the first, −1 for none
 * @param line where it is, counted from 1
 * @param onFirstLine whether the first line has one
 * @param lines lines that have one
 * @param all lines of the sample
 */
record ZeroBytes(int at, int line, boolean onFirstLine, int lines, int all) {
    private static final int FEW = 2;
    private static final int EVERY = 10;

    static ZeroBytes of(byte[] head) {
        int first = -1;
        int lines = 0;
        int line = 0;
        int all = 0;
        boolean onFirstLine = false;
        int next;
        for (int start = 0; start < head.length; start = next) {
            next = LineEnds.next(head, start);
            int zero = start;
            while (zero < next && head[zero] != 0) {
                zero++;
            }
            if (zero < next) {
                lines++;
                line = first < 0 ? all + 1 : line;
                first = first < 0 ? zero : first;
                onFirstLine |= all == 0;
            }
            all++;
        }
        return new ZeroBytes(first, line, onFirstLine, lines, all);
    }

    boolean isBinary() {
        return onFirstLine || lines > Math.max(FEW, all / EVERY);
    }

    /**
     * @param start offset of the sample in the file
     */
    String found(int start) {
        return "a binary file, with a zero byte on line " + line + ", byte " + (start + at);
    }
}
