package org.fleetscope.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the KPI file: one line a run, the planned bad lines among them. */
final class KpiWriter implements RunListener {
    private final OutputStream out;
    private final KpiEncoder encoder;
    private final Iterator<BadRow> badRows;
    private final JsonBuffer row = new JsonBuffer();
    private @Nullable BadRow next;
    private long line = 1;

    KpiWriter(OutputStream out, KpiEncoder encoder, List<BadRow> badRows) {
        this.out = out;
        this.encoder = encoder;
        this.badRows = badRows.iterator();
        advance();
    }

    private void advance() {
        next = badRows.hasNext() ? badRows.next() : null;
    }

    /** Writes the bad line that stands here without a run of its own, if one does. */
    boolean repeated() throws IOException {
        if (next == null || next.line() != line || !next.kind().repeats()) {
            return false;
        }
        bad(next.kind());
        return true;
    }

    @Override
    public void run(Run run) throws IOException {
        row.clear();
        encoder.encode(run, row);
        if (next != null && next.line() == line) {
            bad(next.kind());
            return;
        }
        row.writeTo(out);
        endLine();
    }

    private void bad(BadRowKind kind) throws IOException {
        out.write(kind.damage(row.toString()).getBytes(StandardCharsets.US_ASCII));
        endLine();
        advance();
    }

    private void endLine() throws IOException {
        out.write('\n');
        line++;
    }
}
