package org.fleetscope.ingest;

/**
 * Refuses text in other encodings than UTF-8. In a UTF-8 text, a row that is none costs only
 * itself; a text whose bytes beyond ASCII are never UTF-8 was written in another encoding.
 */
final class EncodingCheck {
    private static final int FEW_LINES = 2;
    private static final int EVERY_LINE = 10;
    private static final int RUN_OF_A_WORD = 4;

    private final String accepted;

    /**
     * @param accepted a sentence that says what can be opened
     */
    EncodingCheck(String accepted) {
        this.accepted = accepted;
    }

    void check(Sample sample) throws UnrecognisedFileException {
        byte[] head = sample.head();
        int end = sample.whole() ? head.length : wholeCharacters(head);
        int first = Utf8.firstInvalid(head, 0, end);
        if (first < 0) {
            return;
        }
        int valid = 0;
        int invalid = 0;
        int from = 0;
        for (int at = first; at >= 0; at = Utf8.firstInvalid(head, from, end)) {
            valid += characters(head, from, at);
            invalid++;
            from = at + 1;
        }
        valid += characters(head, from, end);
        boolean other = valid == 0 && !isDamage(head, end);
        if (other || (invalid > valid && areManyLinesBroken(head, end))) {
            throw notUtf8(sample, first, end);
        }
    }

    /** End of the last line or character that the end of the sample does not cut. */
    private static int wholeCharacters(byte[] head) {
        int end = head.length;
        while (end > 0 && head.length - end < 3 && (head[end - 1] & 0xC0) == 0x80) {
            end--;
        }
        return end > 0 && head[end - 1] < 0 ? end - 1 : end;
    }

    /** Characters of several bytes in a stretch of UTF-8. */
    private static int characters(byte[] bytes, int start, int end) {
        int count = 0;
        for (int i = start; i < end; i++) {
            count += (bytes[i] & 0xC0) == 0xC0 ? 1 : 0;
        }
        return count;
    }

    /** Only bytes that hardly any Western text has, and few in a row. */
    private static boolean isDamage(byte[] head, int end) {
        for (int i = 0; i < end; i++) {
            if (head[i] < 0 && head[i] < (byte) 0xFE && !isUndefined(head[i])) {
                return false;
            }
        }
        return longestRun(head, end) < RUN_OF_A_WORD;
    }

    /** Long runs of bytes beyond ASCII are words of other scripts. */
    private static boolean isWestern(byte[] head, int end) {
        for (int i = 0; i < end; i++) {
            if (isUndefined(head[i])) {
                return false;
            }
        }
        return longestRun(head, end) < RUN_OF_A_WORD;
    }

    /** Bytes that Windows-1252 gives no character. */
    private static boolean isUndefined(byte b) {
        return switch (b & 0xFF) {
            case 0x81, 0x8D, 0x8F, 0x90, 0x9D -> true;
            default -> false;
        };
    }

    private static int longestRun(byte[] head, int end) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < end; i++) {
            run = head[i] < 0 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static boolean areManyLinesBroken(byte[] head, int end) {
        int lines = 0;
        int broken = 0;
        int next;
        for (int at = 0; at < end; at = next) {
            next = Math.min(end, LineEnds.next(head, at));
            lines++;
            broken += Utf8.firstInvalid(head, at, next) >= 0 ? 1 : 0;
        }
        return broken == lines || broken > Math.max(FEW_LINES, lines / EVERY_LINE);
    }

    private UnrecognisedFileException notUtf8(Sample sample, int first, int end) {
        boolean western = isWestern(sample.head(), end);
        String advice =
                western
                        ? "Probably it is Windows-1252 (Latin-1): choose that encoding (--encoding windows-1252),"
                                + " or convert it with: "
                                + iconv(sample, "WINDOWS-1252")
                        : "Choose its encoding (--encoding NAME), or convert it with its name for ENCODING: "
                                + iconv(sample, "ENCODING");
        return new UnrecognisedFileException(
                "%s: not UTF-8: byte 0x%02X on line %d, byte %d. %s. %s"
                        .formatted(
                                sample.path(),
                                sample.head()[first] & 0xFF,
                                1 + Chunk.lineFeeds(sample.head(), 0, first),
                                first + sample.start(),
                                accepted,
                                advice));
    }

    private static String iconv(Sample sample, String encoding) {
        String name = sample.path().getFileName().toString();
        String command = "iconv -f " + encoding + " -t UTF-8";
        return !sample.compression().equals(SourceFile.NONE)
                ? "%s -dc '%s' | %s > 'utf8-%s'"
                        .formatted(
                                sample.compression(),
                                name,
                                command,
                                name.replaceFirst("(?i)\\.(gz|zst)$", ""))
                : "%s '%s' > 'utf8-%s'".formatted(command, name, name);
    }
}
