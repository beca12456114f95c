package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fleetscope.model.Times;

/**
 * One point of line protocol without its escapes. Its texts are numbered: 0 the measurement, then
 * key and value of each tag, then the keys and strings of the fields. Used again for the next
 * point.
 */
final class LinePoint {
    private static final int FEW = 32;

    /** The text of number {@code i} ends at {@code ends[i]}, where the next one starts. */
    private int[] ends = new int[64];

    private byte[] text = new byte[1024];
    private int used;
    private int texts;
    private int tags;
    private int fields;
    private int[] names = new int[16];
    private byte[] kinds = new byte[16];
    private long[] bits = new long[16];

    /** Time as the line has it, in any unit; {@link Times#MISSING} when it has none. */
    long time;

    void clear() {
        used = 0;
        texts = 0;
        tags = 0;
        fields = 0;
        time = Times.MISSING;
    }

    void append(byte b) {
        if (used == text.length) {
            text = Arrays.copyOf(text, 2 * used);
        }
        text[used++] = b;
    }

    /** Ends a text and returns its number. */
    int endText() {
        if (texts == ends.length) {
            ends = Arrays.copyOf(ends, 2 * texts);
        }
        ends[texts] = used;
        return texts++;
    }

    /** Says that a tag's key and value were added. */
    void endTag() {
        tags++;
    }

    /**
     * Adds a field.
     *
     * @param name number of its key
     * @param value as {@link PivotKind} says; for a text its number
     */
    void field(int name, byte kind, long value) {
        if (fields == names.length) {
            names = Arrays.copyOf(names, 2 * fields);
            kinds = Arrays.copyOf(kinds, 2 * fields);
            bits = Arrays.copyOf(bits, 2 * fields);
        }
        names[fields] = name;
        kinds[fields] = kind;
        bits[fields++] = value;
    }

    byte[] bytes() {
        return text;
    }

    int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    int end(int number) {
        return ends[number];
    }

    String text(int number) {
        return new String(text, start(number), end(number) - start(number), StandardCharsets.UTF_8);
    }

    int tags() {
        return tags;
    }

    int tagKey(int tag) {
        return 1 + 2 * tag;
    }

    int fields() {
        return fields;
    }

    int fieldName(int field) {
        return names[field];
    }

    byte kind(int field) {
        return kinds[field];
    }

    long value(int field) {
        return bits[field];
    }

    /** The tags in the order of their keys. */
    int[] sortedTags() {
        int[] order = new int[tags];
        for (int i = 0; i < tags; i++) {
            order[i] = i;
        }
        return tags <= FEW ? inserted(order) : sorted(order);
    }

    private int[] inserted(int[] order) {
        for (int i = 1; i < order.length; i++) {
            int tag = order[i];
            int to = i;
            for (; to > 0 && compareTexts(tagKey(tag), tagKey(order[to - 1])) < 0; to--) {
                order[to] = order[to - 1];
            }
            order[to] = tag;
        }
        return order;
    }

    private int[] sorted(int[] order) {
        return Arrays.stream(order)
                .boxed()
                .sorted((a, b) -> compareTexts(tagKey(a), tagKey(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int compareTexts(int a, int b) {
        return Arrays.compareUnsigned(text, start(a), end(a), text, start(b), end(b));
    }
}
