package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;

/** First bytes that tell binary formats. */
final class Magic {
    /** Where the name of a zip archive's first member stands. */
    private static final int FIRST_NAME = 30;

    private Magic() {}

    static boolean starts(byte[] head, int... magic) {
        return at(head, 0, magic);
    }

    static boolean at(byte[] head, int from, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (head.length <= from + i || (head[from + i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Name of a binary format that can't be opened, empty for anything else. */
    static String unreadable(byte[] head) {
        if (starts(head, 'P', 'A', 'R', '1')) {
            return "a Parquet file";
        }
        if (starts(head, 'B', 'Z', 'h')) {
            return "bzip2 data; unpack it first, or use gzip or zstd";
        }
        if (starts(head, 0xFD, '7', 'z', 'X', 'Z', 0)) {
            return "xz data; unpack it first, or use gzip or zstd";
        }
        if (starts(head, '7', 'z', 0xBC, 0xAF, 0x27, 0x1C)) {
            return "a 7z archive; unpack it first, or use zip";
        }
        if (starts(head, 0x04, 0x22, 0x4D, 0x18)) {
            return "lz4 data; unpack it first, or use gzip or zstd";
        }
        if (at(head, 257, 'u', 's', 't', 'a', 'r')) {
            return "a tar archive; unpack it first, or use zip";
        }
        if (starts(head, '%', 'P', 'D', 'F')) {
            return "a PDF file";
        }
        if (starts(head, 'S', 'Q', 'L', 'i', 't', 'e')) {
            return "an SQLite database";
        }
        if (starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF)) {
            return "text in UTF-16; choose the encoding (--encoding UTF-16), or convert it with: iconv -f UTF-16 -t UTF-8";
        }
        return "";
    }

    /** Whether a zip archive is a document of an office program. */
    static boolean isOffice(byte[] zip) {
        if (zip.length < FIRST_NAME) {
            return false;
        }
        int end = Math.min(zip.length, FIRST_NAME + 20);
        String name = new String(zip, FIRST_NAME, end - FIRST_NAME, StandardCharsets.ISO_8859_1);
        return name.startsWith("[Content_Types].xml")
                || name.startsWith("_rels/")
                || name.startsWith("docProps/")
                || name.startsWith("mimetype");
    }
}
