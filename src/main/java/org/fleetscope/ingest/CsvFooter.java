package org.fleetscope.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds rows back that may be footnotes until it is clear whether the table goes on behind them:
 * only what stands at the very end, and looks like no row, is left out.
 */
final class CsvFooter {
    private static final int MOST_ROWS = 40;

    private final CsvProfile profile;
    private final PlainTable.RowVisitor visitor;
    private final List<List<@Nullable String>> held = new ArrayList<>();
    private boolean apart;
    private boolean anyRow;

    CsvFooter(CsvProfile profile, PlainTable.RowVisitor visitor) {
        this.profile = profile;
        this.visitor = visitor;
    }

    void blankLine() {
        apart = true;
    }

    /** Takes a row; whether to go on. */
    boolean row(List<@Nullable String> cells) throws IOException {
        boolean note = anyRow && isNote(cells);
        apart &= note;
        if (note) {
            held.add(cells);
            return held.size() <= MOST_ROWS || release();
        }
        anyRow = true;
        return release() && visitor.row(cells);
    }

    private boolean release() throws IOException {
        for (List<@Nullable String> row : held) {
            if (!visitor.row(row)) {
                return false;
            }
        }
        held.clear();
        return true;
    }

    /** A sentence with commas, which splits before blanks only. */
    private boolean isProse(List<@Nullable String> cells) {
        for (int i = 1; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell == null || !cell.startsWith(" ") || cell.isBlank()) {
                return false;
            }
        }
        return 2 * cells.size() <= profile.width();
    }

    /** One cell with text, or none, where the table has more: behind a blank line, or no row. */
    private boolean isNote(List<@Nullable String> cells) {
        int filled = 0;
        for (String cell : cells) {
            filled += cell == null || cell.isBlank() ? 0 : 1;
        }
        String first = cells.getFirst();
        if (first == null || profile.width() == 0) {
            return false;
        }
        boolean sparse = filled == 0 || (filled == 1 && !first.isBlank()) || isProse(cells);
        if (profile.width() == 1) {
            return apart && profile.match(0, first) < 0;
        }
        return sparse
                && (profile.width() > 2 || apart || profile.match(0, first) < 0 || filled == 0);
    }
}
