package org.fleetscope.ingest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of RFC 8259 over bytes of UTF-8, to tell the first byte at which a text can't be JSON
 * any more. Jackson, which reads the values, tells only the token, lets bytes pass that are no
 * UTF-8 and refuses names with half a surrogate pair. Can stop anywhere and go on with more bytes.
 */
final class JsonGrammar {
    /** Levels of nesting that a text may have. */
    static final int DEEPEST = 200_000;

    private enum State {
        VALUE("a value"),
        FIRST_VALUE("a value or ]"),
        NAME("a member's name in double quotes"),
        FIRST_NAME("a member's name in double quotes or }"),
        COLON("a colon"),
        SEPARATOR("a comma or the closing bracket"),
        END("the end of the document"),
        STRING("text without control characters, or the closing quote"),
        CHARACTER("UTF-8 text"),
        ESCAPE("one of \" \\ / b f n r t u behind the backslash"),
        HEX("four hexadecimal digits"),
        LITERAL("true, false or null"),
        MINUS("a digit behind the minus"),
        ZERO("no digit behind a leading 0"),
        INTEGER("a digit"),
        POINT("a digit behind the point"),
        FRACTION("a digit"),
        EXPONENT("a digit or sign in the exponent"),
        SIGN("a digit in the exponent"),
        POWER("a digit"),
        TOO_DEEP("at most " + DEEPEST + " levels of nesting");

        private final String words;

        State(String words) {
            this.words = words;
        }

        private boolean isWholeNumber() {
            return this == ZERO || this == INTEGER || this == FRACTION || this == POWER;
        }
    }

    private State state = State.VALUE;
    private long[] objects = new long[8];
    private int depth;
    private boolean isName;
    private int left;
    private int least;
    private int most;
    private String literal = "";

    /**
     * Takes bytes; position of the first that can't stand there, −1 when all can.
     *
     * @param from first byte not taken yet
     */
    int take(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!step(bytes[at] & 0xFF)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether the text is whole. */
    boolean canEnd() {
        return state == State.END || (depth == 0 && state.isWholeNumber());
    }

    /** What was expected where a byte could not stand or the text could not end. */
    String expected() {
        return state.words;
    }

    /** The fault of a stretch that should be one value, null when it is one. */
    static @Nullable JsonFaultException faultOf(byte[] bytes, int start, int end) {
        JsonGrammar grammar = new JsonGrammar();
        int at = grammar.take(bytes, start, end);
        if (at < 0 && grammar.canEnd()) {
            return null;
        }
        return at < 0
                ? new JsonFaultException(end, "the end", grammar.expected())
                : new JsonFaultException(at, shown(bytes, at, end), grammar.expected());
    }

    /** The bytes at a position, to show in a message. */
    static String shown(byte[] bytes, int at, int to) {
        int b = bytes[at] & 0xFF;
        if (b == '\n' || b == '\r') {
            return "a line end";
        }
        boolean isText = b >= ' ' && Utf8.firstInvalid(bytes, at, Math.min(to, at + 4)) != at;
        return isText ? "\"" + JsonText.excerpt(bytes, at, to) + "\"" : "byte 0x%02X".formatted(b);
    }

    private boolean step(int b) {
        return switch (state) {
            case STRING -> string(b);
            case CHARACTER -> character(b);
            case ESCAPE -> escape(b);
            case HEX -> hex(b);
            case LITERAL -> literal(b);
            case MINUS, ZERO, INTEGER, POINT, FRACTION, EXPONENT, SIGN, POWER -> number(b);
            default -> isWhite(b) || structure(b);
        };
    }

    private static boolean isWhite(int b) {
        return b == ' ' || b == '\n' || b == '\t' || b == '\r';
    }

    private boolean structure(int b) {
        return switch (state) {
            case VALUE -> value(b);
            case FIRST_VALUE -> b == ']' ? close() : value(b);
            case NAME -> name(b);
            case FIRST_NAME -> b == '}' ? close() : name(b);
            case COLON -> b == ':' && go(State.VALUE);
            case SEPARATOR -> {
                boolean object = isInObject();
                yield b == ','
                        ? go(object ? State.NAME : State.VALUE)
                        : b == (object ? '}' : ']') && close();
            }
            default -> false;
        };
    }

    private boolean go(State next) {
        state = next;
        return true;
    }

    private boolean value(int b) {
        return switch (b) {
            case '{' -> open(true);
            case '[' -> open(false);
            case '"' -> {
                isName = false;
                yield go(State.STRING);
            }
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            case '-' -> go(State.MINUS);
            case '0' -> go(State.ZERO);
            default -> b >= '1' && b <= '9' && go(State.INTEGER);
        };
    }

    private boolean name(int b) {
        isName = true;
        return b == '"' && go(State.STRING);
    }

    private boolean open(boolean object) {
        if (depth == DEEPEST) {
            state = State.TOO_DEEP;
            return false;
        }
        int word = depth >> 6;
        if (word == objects.length) {
            objects = Arrays.copyOf(objects, 2 * word);
        }
        long bit = 1L << depth;
        objects[word] = object ? objects[word] | bit : objects[word] & ~bit;
        depth++;
        return go(object ? State.FIRST_NAME : State.FIRST_VALUE);
    }

    private boolean close() {
        depth--;
        return end();
    }

    /** A value ended. */
    private boolean end() {
        return go(depth == 0 ? State.END : State.SEPARATOR);
    }

    private boolean isInObject() {
        int top = depth - 1;
        return (objects[top >> 6] >>> top & 1) != 0;
    }

    private boolean string(int b) {
        if (b == '"') {
            return isName ? go(State.COLON) : end();
        }
        if (b == '\\') {
            return go(State.ESCAPE);
        }
        return b < 0x80 ? b >= ' ' : lead(b);
    }

    /** First byte of a character of several, as RFC 3629 has them. */
    private boolean lead(int b) {
        least = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        most = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        left = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        state = State.CHARACTER;
        return b >= 0xC2 && b <= 0xF4;
    }

    private boolean character(int b) {
        if (b < least || b > most) {
            return false;
        }
        least = 0x80;
        most = 0xBF;
        return --left > 0 || go(State.STRING);
    }

    private boolean escape(int b) {
        if (b == 'u') {
            left = 4;
            return go(State.HEX);
        }
        return "\"\\/bfnrt".indexOf(b) >= 0 && go(State.STRING);
    }

    private boolean hex(int b) {
        return Character.digit(b, 16) >= 0 && b < 0x80 && (--left > 0 || go(State.STRING));
    }

    private boolean literal(String word) {
        literal = word;
        left = 1;
        return go(State.LITERAL);
    }

    private boolean literal(int b) {
        return b == literal.charAt(left) && (++left < literal.length() || end());
    }

    private boolean number(int b) {
        if (b >= '0' && b <= '9') {
            return switch (state) {
                case MINUS -> go(b == '0' ? State.ZERO : State.INTEGER);
                case ZERO -> false;
                case POINT -> go(State.FRACTION);
                case EXPONENT, SIGN -> go(State.POWER);
                default -> true;
            };
        }
        if (b == '.' && (state == State.ZERO || state == State.INTEGER)) {
            return go(State.POINT);
        }
        if ((b == 'e' || b == 'E') && state.isWholeNumber() && state != State.POWER) {
            return go(State.EXPONENT);
        }
        if ((b == '+' || b == '-') && state == State.EXPONENT) {
            return go(State.SIGN);
        }
        if (!state.isWholeNumber()) {
            return false;
        }
        end();
        return isWhite(b) || structure(b);
    }
}
