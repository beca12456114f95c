package org.fleetscope.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of a VictoriaMetrics export: a name, labels, values and their times. Used again for the
 * next line.
 */
final class VictoriaMetricsLine {
    private static final String NAME = "__name__";

    private final Map<String, String> labels = new TreeMap<>();
    private String name = "";
    private double[] values = new double[1024];
    private int valueCount;
    private long[] times = new long[1024];
    private int timeCount;

    /**
     * Reads a line.
     *
     * @throws MalformedRowException what was found, and what was expected at which byte
     */
    void read(byte[] line) throws MalformedRowException {
        labels.clear();
        valueCount = 0;
        timeCount = 0;
        int invalid = Utf8.firstInvalid(line, 0, line.length);
        if (invalid >= 0) {
            throw new MalformedRowException(
                    "byte 0x%02X".formatted(line[invalid] & 0xFF),
                    "UTF-8 text at byte " + invalid + " of the row");
        }
        try (JsonParser parser = JsonRow.MAPPER.createParser(line)) {
            read(parser);
        } catch (JsonProcessingException e) {
            long at = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
            throw new MalformedRowException(
                    "no JSON",
                    "a JSON object; at byte " + at + " of the row: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        String found = labels.remove(NAME);
        if (found == null || found.isEmpty()) {
            throw new MalformedRowException("no " + NAME, NAME + " among the labels in metric");
        }
        name = found;
        if (valueCount != timeCount) {
            throw new MalformedRowException(
                    valueCount + " values and " + timeCount + " timestamps",
                    "as many values as timestamps");
        }
    }

    private void read(JsonParser parser) throws IOException, MalformedRowException {
        expect(parser, parser.nextToken(), JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String member = parser.currentName();
            parser.nextToken();
            switch (member) {
                case "metric" -> labels(parser);
                case "values" -> values(parser);
                case "timestamps" -> times(parser);
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw fault(parser, "the end of the row behind its object");
        }
    }

    private void labels(JsonParser parser) throws IOException, MalformedRowException {
        labels.clear();
        expect(parser, parser.currentToken(), JsonToken.START_OBJECT, "an object of labels");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String label = parser.currentName();
            expect(
                    parser,
                    parser.nextToken(),
                    JsonToken.VALUE_STRING,
                    "text for the label " + label);
            labels.put(label, parser.getText());
        }
    }

    private void values(JsonParser parser) throws IOException, MalformedRowException {
        valueCount = 0;
        expect(parser, parser.currentToken(), JsonToken.START_ARRAY, "an array of numbers");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (valueCount == values.length) {
                values = Arrays.copyOf(values, 2 * valueCount);
            }
            values[valueCount++] = value(parser);
        }
    }

    private static double value(JsonParser parser) throws IOException, MalformedRowException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_NULL -> Double.NaN;
            case VALUE_STRING ->
                    switch (parser.getText()) {
                        case "Infinity", "+Infinity", "Inf", "+Inf" -> Double.POSITIVE_INFINITY;
                        case "-Infinity", "-Inf" -> Double.NEGATIVE_INFINITY;
                        case "NaN" -> Double.NaN;
                        default ->
                                throw fault(
                                        parser, "a number, null, \"Infinity\" or \"-Infinity\"");
                    };
            default -> throw fault(parser, "a number, null, \"Infinity\" or \"-Infinity\"");
        };
    }

    private void times(JsonParser parser) throws IOException, MalformedRowException {
        timeCount = 0;
        expect(parser, parser.currentToken(), JsonToken.START_ARRAY, "an array of times");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(
                    parser,
                    parser.currentToken(),
                    JsonToken.VALUE_NUMBER_INT,
                    "a time, whole milliseconds");
            if (timeCount == times.length) {
                times = Arrays.copyOf(times, 2 * timeCount);
            }
            times[timeCount++] = parser.getLongValue();
        }
    }

    private static void expect(JsonParser parser, JsonToken found, JsonToken wanted, String what)
            throws IOException, MalformedRowException {
        if (found != wanted) {
            throw fault(parser, what);
        }
    }

    private static MalformedRowException fault(JsonParser parser, String expected)
            throws IOException {
        String found = parser.currentToken() == null ? "the end of the row" : parser.getText();
        return new MalformedRowException(
                found,
                expected
                        + ", at byte "
                        + parser.currentTokenLocation().getByteOffset()
                        + " of the row");
    }

    String name() {
        return name;
    }

    /** The other labels, sorted by name. */
    Map<String, String> labels() {
        return labels;
    }

    int size() {
        return valueCount;
    }

    /** A value, NaN when it is missing. */
    double value(int at) {
        return values[at];
    }

    /** Its time in ms. */
    long time(int at) {
        return times[at];
    }
}
