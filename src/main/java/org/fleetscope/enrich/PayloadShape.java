package org.fleetscope.enrich;

import java.nio.charset.StandardCharsets;

/**
 * Size of a task's payload, however it was spaced.
 *
 * @param bytes UTF-8 bytes of the JSON text without white space between its parts
 * @param depth objects and arrays around the innermost value: 0 for a scalar, 1 for {@code {}}
 * @param keys members of all objects in it
 */
public record PayloadShape(long bytes, int depth, long keys) {
    /**
     * Measures a payload in one pass.
     *
     * @param json valid JSON text
     */
    public static PayloadShape of(String json) {
        long bytes = 0;
        long keys = 0;
        int depth = 0;
        int deepest = 0;
        boolean quoted = false;
        boolean escaped = false;
        for (byte b : json.getBytes(StandardCharsets.UTF_8)) {
            if (quoted) {
                bytes++;
                quoted = b != '"' || escaped;
                escaped = b == '\\' && !escaped;
                continue;
            }
            switch (b) {
                case ' ', '\t', '\r', '\n' -> bytes--;
                case '"' -> quoted = true;
                case ':' -> keys++;
                case '{', '[' -> deepest = Math.max(deepest, ++depth);
                case '}', ']' -> depth--;
                default -> {
                    // Digits, letters and commas only count as bytes.
                }
            }
            bytes++;
        }
        return new PayloadShape(bytes, deepest, keys);
    }

    /** c = log1p(bytes) + 0.5·depth + 0.25·log1p(keys). */
    public double complexity() {
        return Math.log1p(bytes) + 0.5 * depth + 0.25 * Math.log1p(keys);
    }
}
