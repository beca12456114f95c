package org.fleetscope.model;

/**
 * How much compressed data may unpack to. What goes beyond is taken for a decompression bomb and
 * refused. The ratio is judged from {@link #HARMLESS} bytes on, so that small files never break it.
 *
 * @param bytes most bytes that one file or archive may unpack to, ≥ 1
 * @param ratio most bytes that one compressed byte may unpack to on average, ≥ 1
 */
public record UnpackLimits(long bytes, int ratio) {
    public static final long HARMLESS = 64L << 20;

    public static final UnpackLimits DEFAULTS = new UnpackLimits(100_000_000_000L, 250);

    public UnpackLimits {
        if (bytes < 1 || ratio < 1) {
            throw new IllegalArgumentException(bytes + " bytes, ratio " + ratio);
        }
    }

    /** What is wrong with so many bytes out of so many, in words; empty when nothing is. */
    public String broken(long unpacked, long packed) {
        if (unpacked > bytes) {
            return "it unpacks to more than " + bytes + " bytes";
        }
        return unpacked > HARMLESS && unpacked / ratio > packed
                ? "it unpacks to more than " + ratio + " times its size"
                : "";
    }
}
