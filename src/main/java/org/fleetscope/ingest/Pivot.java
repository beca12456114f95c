package org.fleetscope.ingest;

import java.io.IOException;
import java.util.Arrays;
import org.fleetscope.model.Times;

/**
 * Puts the values of time series together into rows: one row a series and time, its values by name.
 * Holds everything in arrays of numbers: 17 bytes a value, about 40 a row, and each distinct text
 * once; refuses to hold more than it is given. Used by one thread.
 */
final class Pivot {
    /** Length of a row that was put together from several places. */
    static final int MERGED = -1;

    private static final int NONE = -1;

    final Texts texts = new Texts();

    private final String file;
    private final long memory;
    private final long mostRows;

    private int[] seriesStart = new int[64];
    private int[] seriesTexts = new int[256];
    private int[] seriesSlots = new int[128];
    private int series;

    private int[] rowSeries = new int[1024];
    private long[] rowTime = new long[1024];
    private long[] rowOffset = new long[1024];
    private int[] rowLine = new int[1024];
    private int[] rowLength = new int[1024];
    private int[] rowCells = new int[1024];
    private int[] rowSlots = new int[2048];
    private int rows;

    private int[] cellNext = new int[4096];
    private int[] cellName = new int[4096];
    private byte[] cellKind = new byte[4096];
    private long[] cellBits = new long[4096];
    private int cells;

    /**
     * @param file its name, for messages
     * @param memory bytes that may be used
     * @param mostRows rows beyond the first so many are not kept
     */
    Pivot(String file, long memory, long mostRows) {
        this.file = file;
        this.memory = memory;
        this.mostRows = mostRows;
    }

    /** Room for the rows of a file: half of the memory that there is. */
    static long memory() {
        return Runtime.getRuntime().maxMemory() / 2;
    }

    /**
     * Number of a series.
     *
     * @param key numbers of its texts: the measurement, −1 without one, then key and value of each
     *     tag, sorted by key
     */
    int series(int[] key, int length) throws IOException {
        int mask = seriesSlots.length - 1;
        int slot = hash(key, 0, length) & mask;
        for (; seriesSlots[slot] != 0; slot = (slot + 1) & mask) {
            int known = seriesSlots[slot] - 1;
            if (Arrays.equals(
                    seriesTexts, seriesStart[known], seriesStart[known + 1], key, 0, length)) {
                return known;
            }
        }
        seriesSlots[slot] = series + 1;
        int start = seriesStart[series];
        if (series + 2 > seriesStart.length) {
            seriesStart = Arrays.copyOf(seriesStart, 2 * seriesStart.length);
        }
        if (start + length > seriesTexts.length) {
            seriesTexts =
                    Arrays.copyOf(seriesTexts, Math.max(start + length, 2 * seriesTexts.length));
        }
        System.arraycopy(key, 0, seriesTexts, start, length);
        seriesStart[++series] = start + length;
        if (2 * series > seriesSlots.length) {
            growSeriesSlots();
            check();
        }
        return series - 1;
    }

    private static int hash(int[] key, int start, int end) {
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + key[i];
        }
        return mixed(hash);
    }

    private static int mixed(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    private void growSeriesSlots() {
        seriesSlots = new int[2 * seriesSlots.length];
        int mask = seriesSlots.length - 1;
        for (int i = 0; i < series; i++) {
            int slot = hash(seriesTexts, seriesStart[i], seriesStart[i + 1]) & mask;
            while (seriesSlots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            seriesSlots[slot] = i + 1;
        }
    }

    /**
     * Number of the row of a series at a time, −1 for one too many. Without a time every row is a
     * new one.
     *
     * @param time ns since the epoch, or {@link Times#MISSING}
     * @param place where its first values stand
     * @param length bytes of the text there that is the row, {@link #MERGED} when it is none
     */
    int row(int of, long time, RowOutput.Place place, int length) throws IOException {
        int mask = rowSlots.length - 1;
        int slot = rowHash(of, time, rows) & mask;
        for (; rowSlots[slot] != 0; slot = (slot + 1) & mask) {
            int known = rowSlots[slot] - 1;
            if (rowSeries[known] == of && rowTime[known] == time && time != Times.MISSING) {
                rowLength[known] = MERGED;
                return known;
            }
        }
        if (rows >= mostRows) {
            return NONE;
        }
        if (texts.bytes() > memory) {
            check();
        }
        if (rows == rowSeries.length) {
            growRows();
        }
        rowSlots[slot] = rows + 1;
        rowSeries[rows] = of;
        rowTime[rows] = time;
        rowOffset[rows] = place.offset();
        rowLine[rows] = Math.toIntExact(place.line());
        rowLength[rows] = length;
        rowCells[rows] = NONE;
        if (2 * ++rows > rowSlots.length) {
            growRowSlots();
        }
        return rows - 1;
    }

    private static int rowHash(int of, long time, int row) {
        if (time == Times.MISSING) {
            return mixed(row);
        }
        long mixed = (time ^ ((long) of << 32) ^ of) * 0x9E3779B97F4A7C15L;
        return mixed((int) (mixed >>> 32));
    }

    private void growRows() throws IOException {
        int n = grown(rows);
        rowSeries = Arrays.copyOf(rowSeries, n);
        rowTime = Arrays.copyOf(rowTime, n);
        rowOffset = Arrays.copyOf(rowOffset, n);
        rowLine = Arrays.copyOf(rowLine, n);
        rowLength = Arrays.copyOf(rowLength, n);
        rowCells = Arrays.copyOf(rowCells, n);
        check();
    }

    private void growRowSlots() {
        rowSlots = new int[2 * rowSlots.length];
        int mask = rowSlots.length - 1;
        for (int i = 0; i < rows; i++) {
            int slot = rowHash(rowSeries[i], rowTime[i], i) & mask;
            while (rowSlots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            rowSlots[slot] = i + 1;
        }
    }

    /**
     * Adds a value to a row; of several with the same name the last counts.
     *
     * @param name number of its name
     * @param bits what {@link PivotKind} says
     */
    void value(int row, int name, byte kind, long bits) throws IOException {
        if (cells == cellNext.length) {
            int n = grown(cells);
            cellNext = Arrays.copyOf(cellNext, n);
            cellName = Arrays.copyOf(cellName, n);
            cellKind = Arrays.copyOf(cellKind, n);
            cellBits = Arrays.copyOf(cellBits, n);
            check();
        }
        cellNext[cells] = rowCells[row];
        cellName[cells] = name;
        cellKind[cells] = kind;
        cellBits[cells] = bits;
        rowCells[row] = cells++;
    }

    private static int grown(int size) {
        return size + (size >> 1);
    }

    /** Arrays are copied while they grow, so that for a moment half as much again is needed. */
    private void check() throws IOException {
        long held =
                17L * cellNext.length
                        + 32L * rowSeries.length
                        + 4L * (rowSlots.length + seriesSlots.length + seriesTexts.length)
                        + texts.bytes();
        if (held > memory) {
            throw new IOException(
                    "%s: its rows are put together from values that stand apart, and the first %,d values need more than %,d MB of memory. Split the file by time, or give the program more memory"
                            .formatted(file, cells, memory >> 20));
        }
    }

    int rows() {
        return rows;
    }

    long time(int row) {
        return rowTime[row];
    }

    RowOutput.Place place(int row) {
        return new RowOutput.Place(rowLine[row], rowOffset[row]);
    }

    /** Bytes of the text that is the row, {@link #MERGED} when several are. */
    int length(int row) {
        return rowLength[row];
    }

    /** First of the texts of the row's series, the measurement. */
    int seriesStart(int row) {
        return seriesStart[rowSeries[row]];
    }

    int seriesEnd(int row) {
        return seriesStart[rowSeries[row] + 1];
    }

    int seriesText(int at) {
        return seriesTexts[at];
    }

    /** The row's value added last, −1 when it has none. */
    int lastCell(int row) {
        return rowCells[row];
    }

    /** The value added to the same row before, −1 when there is none. */
    int cellBefore(int cell) {
        return cellNext[cell];
    }

    int name(int cell) {
        return cellName[cell];
    }

    byte kind(int cell) {
        return cellKind[cell];
    }

    long bits(int cell) {
        return cellBits[cell];
    }
}
