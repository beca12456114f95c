package org.fleetscope.ingest;

/**
 * Where the records of a CSV stream end: at line ends outside quotes. Keeps its state from stretch
 * to stretch.
 */
final class CsvRowEnds implements LineChunks.RowEnds {
    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        ESCAPED,
        BEHIND_QUOTE
    }

    private final char delimiter;
    private final boolean backslash;
    private State state = State.CELL_START;
    private boolean afterReturn;

    CsvRowEnds(char delimiter, boolean backslash) {
        this.delimiter = delimiter;
        this.backslash = backslash;
    }

    @Override
    public int last(byte[] bytes, int from, int to) {
        int last = -1;
        for (int i = from; i < to; i++) {
            int end = step(bytes[i], i);
            last = end < 0 ? last : end;
        }
        return last;
    }

    /** Position behind the first record, −1 when it goes on past {@code to}. */
    int first(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            int end = step(bytes[i], i);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    /**
     * Takes the next byte; the end of a record if it shows one, which is behind it or, after a lone
     * CR, before it.
     */
    private int step(byte b, int at) {
        boolean returned = afterReturn;
        afterReturn = false;
        if (b == '\n' && !isInside()) {
            state = State.CELL_START;
            return at + 1;
        }
        state = next(b);
        return returned ? at : -1;
    }

    private boolean isInside() {
        return state == State.QUOTED || state == State.ESCAPED;
    }

    private State next(byte b) {
        return switch (state) {
            case QUOTED ->
                    b == '"'
                            ? State.BEHIND_QUOTE
                            : b == '\\' && backslash ? State.ESCAPED : State.QUOTED;
            case ESCAPED -> State.QUOTED;
            case BEHIND_QUOTE -> b == '"' ? State.QUOTED : outside(b);
            case CELL_START -> b == '"' ? State.QUOTED : outside(b);
            case PLAIN -> outside(b);
        };
    }

    private State outside(byte b) {
        afterReturn = b == '\r';
        return b == delimiter || afterReturn ? State.CELL_START : State.PLAIN;
    }
}
