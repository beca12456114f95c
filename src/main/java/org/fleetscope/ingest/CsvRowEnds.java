package org.fleetscope.ingest;

/**
 * Where the records of a CSV stream end: at line ends outside quotes. Keeps its state from stretch
 * to stretch.
 */
final class CsvRowEnds implements LineChunks.RowEnds {
    /** QUOTED until the cell shows that it escapes quotes with backslashes, then ESCAPING. */
    private enum State {
        CELL_START(false),
        PLAIN(false),
        QUOTED(true),
        BACKSLASH(true),
        BACKSLASH_QUOTE(false),
        BEHIND_QUOTE(false),
        ESCAPING(true),
        ESCAPED(true),
        BEHIND_ESCAPING(false);

        private final boolean inside;

        State(boolean inside) {
            this.inside = inside;
        }
    }

    private final char delimiter;
    private final State quoted;
    private int preamble;
    private State state = State.CELL_START;
    private boolean afterReturn;

    /**
     * @param preamble bytes to pass over before the first record
     */
    CsvRowEnds(CsvDialect dialect, int preamble) {
        this.delimiter = dialect.delimiter();
        this.quoted = dialect.backslash() ? State.ESCAPING : State.QUOTED;
        this.preamble = preamble;
    }

    @Override
    public int last(byte[] bytes, int from, int to) {
        int last = -1;
        int start = from + Math.min(preamble, to - from);
        preamble -= start - from;
        for (int i = start; i < to; i++) {
            int end = step(bytes[i], i);
            last = end < 0 ? last : end;
        }
        return last;
    }

    @Override
    public int first(byte[] bytes, int from, int to) {
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
        if (b == '\n' && !state.inside) {
            state = State.CELL_START;
            return at + 1;
        }
        state = next(b);
        return returned ? at : -1;
    }

    private State next(byte b) {
        return switch (state) {
            case QUOTED ->
                    b == '"' ? State.BEHIND_QUOTE : b == '\\' ? State.BACKSLASH : State.QUOTED;
            case BACKSLASH -> b == '"' ? State.BACKSLASH_QUOTE : State.QUOTED;
            case BACKSLASH_QUOTE ->
                    b == '"'
                            ? State.QUOTED
                            : b == delimiter || b == '\r' ? outside(b) : escaping(b);
            case BEHIND_QUOTE -> b == '"' ? State.QUOTED : outside(b);
            case ESCAPING -> escaping(b);
            case ESCAPED -> State.ESCAPING;
            case BEHIND_ESCAPING -> b == '"' ? State.ESCAPING : outside(b);
            case CELL_START -> b == '"' ? quoted : outside(b);
            case PLAIN -> outside(b);
        };
    }

    private static State escaping(byte b) {
        return b == '"' ? State.BEHIND_ESCAPING : b == '\\' ? State.ESCAPED : State.ESCAPING;
    }

    private State outside(byte b) {
        afterReturn = b == '\r';
        return b == delimiter || afterReturn ? State.CELL_START : State.PLAIN;
    }
}
