package org.fleetscope.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import org.fleetscope.model.EntityKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of one JSON document: elements of the array that it is, or of the arrays that are
 * its object's members, or the document itself. What stands above and between the rows is parsed
 * strictly; rows are only measured. Can stop anywhere and go on with more bytes.
 */
final class JsonOutline {
    private static final int DEEPEST = 4;
    private static final String END_OF_VALUE = "the end of the value that starts before";

    private enum Expected {
        VALUE("a value"),
        FIRST_ELEMENT("a value or ]"),
        NAME("a member's name in double quotes"),
        FIRST_NAME("a member's name in double quotes or }"),
        COLON("a colon"),
        SEPARATOR("a comma or the closing bracket"),
        END("the end of the document");

        private final String words;

        Expected(String words) {
            this.words = words;
        }
    }

    /**
     * An array or object that holds rows, or objects with such arrays.
     *
     * @param kind of the rows as its name says
     */
    private record Level(boolean isArray, @Nullable EntityKind kind) {}

    private enum Role {
        ROW,
        OTHER
    }

    private final boolean isContainer;
    private final boolean isGlance;
    private final JsonSkim skim = new JsonSkim();
    private final Deque<Level> levels = new ArrayDeque<>();
    private Expected expected = Expected.VALUE;
    private String name = "";
    private @Nullable Role value;
    private @Nullable EntityKind kind;
    private int skimmed;
    private int limit;
    private boolean hasRowArray;

    /**
     * @param isContainer whether an object at the top holds arrays of rows, rather than being a row
     */
    JsonOutline(boolean isContainer) {
        this(isContainer, false);
    }

    private JsonOutline(boolean isContainer, boolean isGlance) {
        this.isContainer = isContainer;
        this.isGlance = isGlance;
    }

    /** The outline of an object of arrays that does not judge what stands beside the rows. */
    static JsonOutline glance() {
        return new JsonOutline(true, true);
    }

    /** The outline of a recognised file: one that is read in parts holds arrays of rows. */
    static JsonOutline of(SourceFile file) {
        return new JsonOutline(file.part() != SourceFile.Part.ALL);
    }

    /**
     * Goes on to {@code to} and lists the rows that end there.
     *
     * @param from where an earlier call ended, or the start of the document
     * @param last whether the document ends at {@code to}
     * @return up to where nothing has to be seen again
     */
    int scan(byte[] bytes, int from, int to, boolean last, RowList rows) throws JsonFaultException {
        int at = from;
        limit = to;
        while (true) {
            if (value != null) {
                int end = skim.run(bytes, at + skimmed, to);
                if (end < 0 && last && skim.faultAt < 0 && skim.canEndHere()) {
                    end = to;
                }
                if (skim.faultAt >= 0 || (end < 0 && last)) {
                    throw broken(bytes, at, to);
                }
                if (end < 0) {
                    skimmed = to - at;
                    return at;
                }
                finish(bytes, at, end, rows);
                at = end;
            }
            at = white(bytes, at, to);
            if (at == to) {
                if (last && expected != Expected.END) {
                    throw new JsonFaultException(at, "the end of the document", expected.words);
                }
                return at;
            }
            if (expected == Expected.NAME || expected == Expected.FIRST_NAME) {
                int end = name(bytes, at, to, last);
                if (end < 0) {
                    return at;
                }
                at = end;
            } else {
                at = step(bytes, at);
            }
        }
    }

    /**
     * Goes on measuring the value in hand, of which nothing is kept.
     *
     * @return position behind it, −1 when it goes on past {@code to}
     */
    int passOver(byte[] bytes, int to, boolean last) throws JsonFaultException {
        int end = skim.run(bytes, 0, to);
        if (skim.faultAt >= 0 || (end < 0 && last)) {
            throw fault(bytes, skim.faultAt < 0 ? to : skim.faultAt, to, END_OF_VALUE);
        }
        if (end >= 0) {
            value = null;
        }
        return end;
    }

    boolean isInRow() {
        return value == Role.ROW;
    }

    boolean isInValue() {
        return value != null;
    }

    /** Whether an array began whose name says what its rows are. */
    boolean hasRowArray() {
        return hasRowArray;
    }

    /** Whether the document's outermost value was closed. */
    boolean isAtEnd() {
        return expected == Expected.END && value == null;
    }

    /** Goes on behind a broken row. */
    void resume() {
        value = null;
        skimmed = 0;
        expected = Expected.SEPARATOR;
    }

    boolean isInArray() {
        return !levels.isEmpty() && levels.peek().isArray;
    }

    private int step(byte[] bytes, int at) throws JsonFaultException {
        byte b = bytes[at];
        switch (expected) {
            case COLON -> {
                require(b == ':', bytes, at);
                expected = Expected.VALUE;
            }
            case SEPARATOR -> {
                boolean array = isInArray();
                if (b == ',') {
                    expected = array ? Expected.VALUE : Expected.NAME;
                } else {
                    require(b == (array ? ']' : '}'), bytes, at);
                    close();
                }
            }
            case FIRST_ELEMENT -> {
                if (b == ']') {
                    close();
                } else {
                    return open(bytes, at);
                }
            }
            case VALUE -> {
                return open(bytes, at);
            }
            default -> require(false, bytes, at);
        }
        return at + 1;
    }

    /** Starts a value: a level of its own, or one to measure. */
    private int open(byte[] bytes, int at) throws JsonFaultException {
        byte b = bytes[at];
        require(b != ',' && b != ']' && b != '}' && b != ':', bytes, at);
        Level in = levels.peek();
        boolean object = b == '{';
        boolean array = b == '[';
        if (in == null) {
            if (array || (object && isContainer)) {
                return enter(at, array, null);
            }
            return measure(at, Role.ROW, null);
        }
        if (in.isArray) {
            boolean isRow = object || in.kind != null || levels.size() == 1;
            return measure(at, isRow ? Role.ROW : Role.OTHER, in.kind);
        }
        EntityKind named = EntityKinds.named(name);
        boolean isOwnField = named == null && EntityKinds.isField(name);
        if (array && !isOwnField && (named != null || levels.size() == 1)) {
            hasRowArray |= named != null;
            return enter(at, true, named);
        }
        if (object && named != null) {
            return measure(at, Role.ROW, named);
        }
        if (object && !isOwnField && levels.size() < DEEPEST) {
            return enter(at, false, null);
        }
        return measure(at, Role.OTHER, null);
    }

    private int enter(int at, boolean array, @Nullable EntityKind of) {
        levels.push(new Level(array, of));
        expected = array ? Expected.FIRST_ELEMENT : Expected.FIRST_NAME;
        return at + 1;
    }

    private void close() {
        levels.pop();
        expected = levels.isEmpty() ? Expected.END : Expected.SEPARATOR;
    }

    private int measure(int at, Role role, @Nullable EntityKind of) {
        value = role;
        kind = of;
        skimmed = 0;
        skim.start();
        expected = levels.isEmpty() ? Expected.END : Expected.SEPARATOR;
        return at;
    }

    private void finish(byte[] bytes, int start, int end, RowList rows) throws JsonFaultException {
        if (value == Role.ROW) {
            rows.add(start, end, kind);
        } else if (value == Role.OTHER && !isGlance) {
            check(bytes, start, end);
        }
        value = null;
        skimmed = 0;
    }

    /** Takes a member's name; −1 when it goes on past {@code to}. */
    private int name(byte[] bytes, int at, int to, boolean last) throws JsonFaultException {
        if (expected == Expected.FIRST_NAME && bytes[at] == '}') {
            close();
            return at + 1;
        }
        require(bytes[at] == '"', bytes, at);
        skim.start();
        int end = skim.run(bytes, at, to);
        if (skim.faultAt >= 0 || (end < 0 && last)) {
            throw fault(bytes, skim.faultAt < 0 ? to : skim.faultAt, to, "a closing quote");
        }
        if (end >= 0) {
            name = check(bytes, at, end);
            expected = Expected.COLON;
        }
        return end;
    }

    /** Makes sure that a value that is no row is one; returns its text. */
    private static String check(byte[] bytes, int start, int end) throws JsonFaultException {
        return JsonText.read(
                bytes,
                start,
                end,
                (parser, text) -> {
                    String scalar = parser.currentToken().isScalarValue() ? parser.getText() : "";
                    parser.skipChildren();
                    return scalar;
                });
    }

    private JsonFaultException broken(byte[] bytes, int start, int to) {
        int at = skim.faultAt < 0 ? to : skim.faultAt;
        JsonFaultException fault = fault(bytes, at, to, END_OF_VALUE);
        return value == Role.ROW ? fault.inRow(start) : fault;
    }

    private void require(boolean isRight, byte[] bytes, int at) throws JsonFaultException {
        if (!isRight) {
            throw fault(bytes, at, limit, expected.words);
        }
    }

    private static JsonFaultException fault(byte[] bytes, int at, int to, String words) {
        return new JsonFaultException(
                at, at >= to ? "the end of the document" : JsonGrammar.shown(bytes, at, to), words);
    }

    private static int white(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to
                && (bytes[at] == ' '
                        || bytes[at] == '\n'
                        || bytes[at] == '\r'
                        || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }
}
