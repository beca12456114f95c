package org.fleetscope.model;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What the user says about files before they are read.
 *
 * @param format id of the format to read them as, null to find it by their content
 * @param charset encoding of their text, null for UTF-8 with the check that it is UTF-8
 * @param precision unit of times where a format does not tell it, over the mapping's; null to go by
 *     the mapping, then by their magnitude
 * @param csv what is known of the dialect of CSV files
 */
public record ReadOptions(
        @Nullable String format,
        @Nullable Charset charset,
        UnpackLimits limits,
        @Nullable TimePrecision precision,
        CsvOptions csv) {
    public static final ReadOptions DEFAULTS = new ReadOptions(null, null, UnpackLimits.DEFAULTS);

    public ReadOptions(@Nullable String format, @Nullable Charset charset, UnpackLimits limits) {
        this(format, charset, limits, null);
    }

    public ReadOptions(
            @Nullable String format,
            @Nullable Charset charset,
            UnpackLimits limits,
            @Nullable TimePrecision precision) {
        this(format, charset, limits, precision, CsvOptions.DETECT);
    }

    /** The same with what is known of a CSV dialect. */
    public ReadOptions withCsv(CsvOptions known) {
        return new ReadOptions(format, charset, limits, precision, known);
    }
}
