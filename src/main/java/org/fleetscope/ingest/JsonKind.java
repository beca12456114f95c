package org.fleetscope.ingest;

import java.io.IOException;
import java.util.Locale;

/** What a text of JSON is: one document, or NDJSON, which has a value of its own on each line. */
enum JsonKind {
    LINES,
    DOCUMENT,
    NEITHER;

    private static final int LINES_SEEN = 100;

    /** Lines of a sample that are not blank. */
    private record Lines(boolean isFirstWhole, int others, int wholeOthers) {}

    static JsonKind of(Sample sample) throws IOException {
        byte[] head = sample.head();
        int first = 0;
        while (first < head.length && isWhite(head[first])) {
            first++;
        }
        if (first == head.length) {
            return hasDocumentName(sample) ? DOCUMENT : LINES;
        }
        Lines lines = lines(head, first);
        return switch (head[first]) {
            case '[' -> lines.isFirstWhole && lines.wholeOthers > 0 ? LINES : DOCUMENT;
            case '{' -> ofObjects(sample, lines);
            default -> ofOthers(sample, first, lines);
        };
    }

    private static JsonKind ofObjects(Sample sample, Lines lines) throws IOException {
        if (lines.isFirstWhole && lines.others > 0) {
            return LINES;
        }
        if (sample.container().isOne(sample)) {
            return lines.wholeOthers > lines.others / 2 && hasFault(sample) ? LINES : DOCUMENT;
        }
        if (lines.isFirstWhole || (lines.others == 0 && !sample.whole())) {
            return LINES;
        }
        return lines.wholeOthers * 2 > lines.others && hasFault(sample) ? LINES : DOCUMENT;
    }

    /** Single values other than arrays and objects; only a name tells what they are meant as. */
    private static JsonKind ofOthers(Sample sample, int first, Lines lines) {
        if (!hasDocumentName(sample)) {
            return lines.isFirstWhole && hasLinesName(sample) ? LINES : NEITHER;
        }
        if (lines.isFirstWhole && lines.others > 0 && lines.others == lines.wholeOthers) {
            return LINES;
        }
        return lines.others > 0 && isTable(sample.head(), first) ? NEITHER : DOCUMENT;
    }

    /** Whether the first line has a delimiter, as a CSV file under a wrong name. */
    private static boolean isTable(byte[] head, int first) {
        for (int at = first; at < head.length && head[at] != '\n'; at++) {
            if (head[at] == ',' || head[at] == ';' || head[at] == '\t' || head[at] == '|') {
                return true;
            }
        }
        return false;
    }

    private static Lines lines(byte[] head, int first) {
        int end = lineEnd(head, first);
        boolean firstWhole = JsonGrammar.faultOf(head, first, end) == null;
        int others = 0;
        int whole = 0;
        for (int at = end + 1; at < head.length && others < LINES_SEEN; at = end + 1) {
            end = lineEnd(head, at);
            int start = at;
            while (start < end && isWhite(head[start])) {
                start++;
            }
            if (start < end) {
                others++;
                boolean counts = firstWhole || head[start] == '{';
                whole += counts && JsonGrammar.faultOf(head, start, end) == null ? 1 : 0;
            }
        }
        return new Lines(firstWhole, others, whole);
    }

    /** Whether the text can't be one document, as far as the sample goes. */
    private static boolean hasFault(Sample sample) {
        JsonFaultException fault = JsonGrammar.faultOf(sample.head(), 0, sample.head().length);
        return fault != null && (sample.whole() || fault.at() < sample.head().length);
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static boolean isWhite(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    private static boolean hasDocumentName(Sample sample) {
        return name(sample).endsWith(".json");
    }

    private static boolean hasLinesName(Sample sample) {
        return name(sample).matches(".*\\.(ndjson|jsonl)");
    }

    private static String name(Sample sample) {
        Location at = Location.of(sample.path());
        String member = at.member();
        String name = member == null ? sample.path().toString() : member;
        return name.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst|gzip|zstd)$", "");
    }
}
