package org.fleetscope.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Bytes to a print stream, which itself would hide that nobody reads any more. Closing flushes
 * only.
 */
final class StandardOutput extends OutputStream {
    private final PrintStream out;

    private StandardOutput(PrintStream out) {
        this.out = out;
    }

    static OutputStream to(PrintStream out) {
        return new BufferedOutputStream(new StandardOutput(out), 1 << 16);
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        check();
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        check();
    }

    @Override
    public void flush() throws IOException {
        check();
    }

    @Override
    public void close() throws IOException {
        check();
    }

    private void check() throws IOException {
        if (out.checkError()) {
            throw new IOException("Standard output was closed before everything was written.");
        }
    }
}
