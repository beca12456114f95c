package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of RFC 4180 with the place of each. One whose quote nobody closes costs the line that it
 * starts on. Used by one thread.
 */
final class AnnotatedRecords {
    /** Bytes that a record over several lines may have. */
    static final int LONGEST_RECORD = 1 << 20;

    private final ByteWindow window;
    private List<String> cells = List.of();
    private RowOutput.Place place = new RowOutput.Place(1, 0);
    private @Nullable MalformedRowException fault;
    private String raw = "";
    private int next;
    private int at;

    /** Where the last cell in quotes starts. */
    private int quote;

    AnnotatedRecords(InputStream in, String file) {
        window = new ByteWindow(in, file);
    }

    /** Goes to the next record; false at the end. */
    boolean next() throws IOException {
        window.moveTo(next);
        if (!window.fill(LONGEST_RECORD)) {
            return false;
        }
        place = window.place();
        fault = null;
        at = window.at();
        cells = new ArrayList<>();
        boolean more = true;
        while (more && fault == null) {
            cells.add(isAt('"') ? quoted() : plain());
            more = isAt(',');
            at += more ? 1 : 0;
        }
        if (fault == null && at < window.end() && !isLineEnd()) {
            boolean isFirstLine = at <= window.lineEnd();
            at = isFirstLine ? at : quote;
            fault =
                    fault(
                            isFirstLine
                                    ? "a comma or the end of the line behind the closing quote"
                                    : "a cell that a quote closes");
        }
        if (fault != null) {
            at = window.lineEnd();
        }
        int end = at > window.at() && window.bytes()[at - 1] == '\r' ? at - 1 : at;
        next = at + (isAt('\r') ? 2 : 1);
        check(end);
        raw = RawText.of(window.bytes(), window.at(), end);
        return true;
    }

    private boolean isAt(char c) {
        return at < window.end() && window.bytes()[at] == c;
    }

    private boolean isLineEnd() {
        return isAt('\n')
                || (isAt('\r') && (at + 1 == window.end() || window.bytes()[at + 1] == '\n'));
    }

    private String plain() {
        int from = at;
        while (at < window.end() && !isAt(',') && !isLineEnd()) {
            at++;
        }
        return text(from, at);
    }

    private String quoted() {
        quote = at;
        StringBuilder text = new StringBuilder();
        int start = ++at;
        while (at < window.end()) {
            if (at > window.lineEnd() && at - quote > LONGEST_RECORD) {
                break;
            }
            if (!isAt('"')) {
                at++;
            } else if (at + 1 < window.end() && window.bytes()[at + 1] == '"') {
                text.append(text(start, at + 1));
                at += 2;
                start = at;
            } else {
                text.append(text(start, at));
                at++;
                return text.toString();
            }
        }
        at = quote;
        fault = fault("a cell that a quote closes");
        return "";
    }

    private void check(int end) {
        int invalid = Utf8.firstInvalid(window.bytes(), window.at(), end);
        if (invalid >= 0) {
            fault =
                    new MalformedRowException(
                            "byte 0x%02X".formatted(window.bytes()[invalid] & 0xFF),
                            "UTF-8 text at byte " + (invalid - window.at()) + " of the row");
        }
    }

    private MalformedRowException fault(String expected) {
        return new MalformedRowException(
                text(at, Math.min(at + 24, window.lineEnd())),
                expected + ", at byte " + (at - window.at()) + " of the row");
    }

    private String text(int start, int end) {
        return new String(window.bytes(), start, Math.max(0, end - start), StandardCharsets.UTF_8);
    }

    List<String> cells() {
        return cells;
    }

    /** Whether there is nothing on the line. */
    boolean isBlank() {
        return cells.size() == 1 && cells.getFirst().isBlank() && fault == null;
    }

    RowOutput.Place place() {
        return place;
    }

    /** Why it is no record, null when it is one. */
    @Nullable MalformedRowException fault() {
        return fault;
    }

    String raw() {
        return raw;
    }
}
