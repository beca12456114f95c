package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import org.fleetscope.model.RejectedRow;

/** Rows as text, cut at {@link RejectedRow#MAX_RAW}; what is no UTF-8 shows as U+FFFD. */
final class RawText {
    private RawText() {}

    static String of(byte[] bytes, int start, int end) {
        return new String(
                bytes, start, Math.min(end - start, RejectedRow.MAX_RAW), StandardCharsets.UTF_8);
    }
}
