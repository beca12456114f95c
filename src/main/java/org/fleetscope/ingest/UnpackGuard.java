package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.fleetscope.model.UnpackLimits;

/** Ends the reading of compressed data that unpacks to more than its limits allow. */
final class UnpackGuard extends BlockStream {
    private final String path;
    private final UnpackLimits limits;
    private final AtomicLong packed;
    private long unpacked;

    /**
     * @param in the unpacked data
     * @param packed counts the compressed bytes taken for it
     */
    UnpackGuard(InputStream in, String path, UnpackLimits limits, AtomicLong packed) {
        super(in);
        this.path = path;
        this.limits = limits;
        this.packed = packed;
    }

    static String refusal(String broken) {
        return broken
                + " and may be a decompression bomb. If it is none, allow more with --unpack-ratio or"
                + " --unpack-gb";
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        int read = in.read(bytes, from, count);
        unpacked += Math.max(0, read);
        String broken = limits.broken(unpacked, packed.get());
        if (!broken.isEmpty()) {
            throw new IOException(path + ": " + refusal(broken));
        }
        return read;
    }
}
