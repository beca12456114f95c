package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;

/** Finds the end of JSON objects and arrays in cells that are not quoted as they should be. */
final class CsvJson {
    private static final int LONGEST = 1 << 16;

    private CsvJson() {}

    static boolean isWhole(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return end(bytes, 0, bytes.length) == bytes.length;
    }

    /**
     * Position behind the object or array that starts at a position, on one line; −1 when its
     * brackets or strings don't close.
     */
    static int end(byte[] bytes, int start, int limit) {
        int depth = 0;
        boolean text = false;
        int last = Math.min(limit, start + LONGEST);
        for (int i = start; i < last; i++) {
            switch (bytes[i]) {
                case '\n', '\r' -> {
                    return -1;
                }
                case '\\' -> i += text ? 1 : 0;
                case '"' -> text = !text;
                case '{', '[' -> depth += text ? 0 : 1;
                case '}', ']' -> depth -= text ? 0 : 1;
                default -> {}
            }
            if (depth == 0 && !text) {
                return i + 1;
            }
        }
        return -1;
    }
}
