package org.fleetscope.ingest;

/** Checks UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing past U+10FFFF. */
final class Utf8 {
    private Utf8() {}

    /** Index of the first byte of the first sequence that is no UTF-8, −1 when all is well. */
    static int firstInvalid(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end) {
            int lead = bytes[at] & 0xFF;
            int size = size(lead);
            if (size == 0 || at + size > end) {
                return at;
            }
            for (int i = 1; i < size; i++) {
                if ((bytes[at + i] & 0xC0) != 0x80) {
                    return at;
                }
            }
            int second = size == 1 ? 0 : bytes[at + 1] & 0xFF;
            boolean wrong =
                    (lead == 0xE0 && second < 0xA0)
                            || (lead == 0xED && second > 0x9F)
                            || (lead == 0xF0 && second < 0x90)
                            || (lead == 0xF4 && second > 0x8F);
            if (wrong) {
                return at;
            }
            at += size;
        }
        return -1;
    }

    private static int size(int lead) {
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }
}
