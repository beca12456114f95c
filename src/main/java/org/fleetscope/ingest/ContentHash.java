package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * 64-bit hashes of JSON values by what they say: members in any order, numbers by value, strings by
 * their decoded text, and a null member counts as absent. Built from the 128-bit product of two
 * words, folded.
 */
final class ContentHash {
    static final long TRUE = 0x6C8E9CF570932BD5L;
    static final long FALSE = 0x9E6C63D0876A3F6BL;
    static final long NULL = 0xB5AD4ECEDA1CE2A9L;
    static final long OBJECT = 0x8CB92BA72F3D8DD7L;
    static final long ARRAY = 0xD6E8FEB86659FD93L;

    private static final long FIRST = 0xA0761D6478BD642FL;
    private static final long SECOND = 0xE7037ED1A0B428DBL;
    private static final long NUMBER = 0x589965CC75374CC3L;
    private static final double TWO_63 = 0x1p63;
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private ContentHash() {}

    static long mix(long a, long b) {
        long x = a ^ FIRST;
        long y = b ^ SECOND;
        return (x * y) ^ Math.unsignedMultiplyHigh(x, y);
    }

    static long ofLong(long value) {
        return mix(value, NUMBER);
    }

    /** Whole numbers hash alike however they were spelled. */
    static long ofDouble(double value) {
        return Math.abs(value) < TWO_63 && value == Math.rint(value)
                ? ofLong((long) value)
                : mix(Double.doubleToLongBits(value), ~NUMBER);
    }

    static long ofUuid(long hi, long lo) {
        return mix(mix(hi, OBJECT), lo);
    }

    static long ofText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ofText(Arrays.copyOf(bytes, bytes.length + Long.BYTES), 0, bytes.length);
    }

    /** Hash of UTF-8 text; the array goes on for at least eight bytes behind it. */
    static long ofText(byte[] bytes, int start, int end) {
        long hash = mix(end - start, ARRAY);
        int at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = mix(hash, (long) LONGS.get(bytes, at));
        }
        int rest = end - at;
        return rest == 0
                ? hash
                : mix(hash, (long) LONGS.get(bytes, at) & (-1L >>> (64 - 8 * rest)));
    }

    static long of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> ofObject(node);
            case ARRAY -> ofArray(node);
            case NUMBER ->
                    node.canConvertToLong() && node.isIntegralNumber()
                            ? ofLong(node.longValue())
                            : ofDouble(node.doubleValue());
            case BOOLEAN -> node.booleanValue() ? TRUE : FALSE;
            case NULL, MISSING -> NULL;
            case STRING, BINARY, POJO -> ofText(node.asText());
        };
    }

    private static long ofObject(JsonNode node) {
        long sum = 0;
        for (var member : node.properties()) {
            if (!member.getValue().isNull()) {
                sum += mix(ofText(member.getKey()), of(member.getValue()));
            }
        }
        return mix(sum, OBJECT);
    }

    private static long ofArray(JsonNode node) {
        long hash = ARRAY;
        for (JsonNode element : node) {
            hash = mix(hash, of(element));
        }
        return hash;
    }
}
