package org.fleetscope.ingest;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Unpacks zstd data of any number of frames, in windows of up to 128 MB. */
final class Unzstd extends BlockStream {
    private final String path;

    Unzstd(InputStream in, String path) throws IOException {
        super(new ZstdInputStreamNoFinalizer(in));
        this.path = path;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        try {
            return in.read(bytes, from, count);
        } catch (ZstdIOException | EOFException e) {
            throw new IOException(
                    path
                            + ": the zstd data is damaged or cut off ("
                            + e.getMessage()
                            + "). Copy the file again, or test it with zstd -t",
                    e);
        }
    }
}
