package org.fleetscope.model;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What the user says about files before they are read.
 *
 * @param format id of the format to read them as, null to find it by their content
 * @param charset encoding of their text, null for UTF-8 with the check that it is UTF-8
 */
public record ReadOptions(@Nullable String format, @Nullable Charset charset, UnpackLimits limits) {
    public static final ReadOptions DEFAULTS = new ReadOptions(null, null, UnpackLimits.DEFAULTS);
}
