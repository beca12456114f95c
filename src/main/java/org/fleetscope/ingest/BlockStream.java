package org.fleetscope.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that does all its reading in {@code read(byte[], int, int)}, skipping included. */
abstract class BlockStream extends FilterInputStream {
    private static final int SKIPPED_AT_ONCE = 1 << 16;

    BlockStream(InputStream in) {
        super(in);
    }

    @Override
    public abstract int read(byte[] bytes, int from, int count) throws IOException;

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] passed = new byte[(int) Math.clamp(count, 0, SKIPPED_AT_ONCE)];
        return passed.length == 0 ? 0 : Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
