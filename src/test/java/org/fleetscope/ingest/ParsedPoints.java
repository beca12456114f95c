package org.fleetscope.ingest;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.fleetscope.model.Times;

/** What the parser makes of a text, in the terms of the reference. */
final class ParsedPoints {
    private ParsedPoints() {}

    static ReferenceLineProtocol.Point parse(String line) throws MalformedRowException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        LinePoint point = new LinePoint();
        LineProtocolParser parser = new LineProtocolParser();
        parser.parse(bytes, 0, bytes.length, point);
        if (parser.rowEnd() != bytes.length) {
            throw new MalformedRowException("more behind the row", "one row");
        }
        return of(point);
    }

    static ReferenceLineProtocol.Point of(LinePoint point) {
        Map<String, String> tags = new TreeMap<>();
        for (int i = 0; i < point.tags(); i++) {
            tags.put(point.text(point.tagKey(i)), point.text(point.tagKey(i) + 1));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < point.fields(); i++) {
            fields.put(point.text(point.fieldName(i)), value(point, i));
        }
        return new ReferenceLineProtocol.Point(
                point.text(0), tags, fields, point.time == Times.MISSING ? null : point.time);
    }

    private static Object value(LinePoint point, int field) {
        long bits = point.value(field);
        return switch (point.kind(field)) {
            case PivotKind.REAL -> Double.longBitsToDouble(bits);
            case PivotKind.WHOLE -> bits;
            case PivotKind.UNSIGNED -> new BigInteger(Long.toUnsignedString(bits));
            case PivotKind.FLAG -> bits == 1;
            default -> point.text((int) bits);
        };
    }
}
