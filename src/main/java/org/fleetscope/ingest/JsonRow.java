package org.fleetscope.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row as a JSON object, with the text of execution_context and custom_metrics as it stood.
 *
 * @param context UTF-8 text, null when absent or when it has to be written anew
 * @param custom likewise
 */
record JsonRow(ObjectNode node, byte @Nullable [] context, byte @Nullable [] custom) {
    /** Levels of nesting that a row may have. */
    static final int DEEPEST = 512;

    /** Digits that a number may have; turning more into a number takes too long. */
    private static final int LONGEST_NUMBER = 10_000;

    static final ObjectMapper MAPPER =
            new ObjectMapper(
                    JsonFactory.builder()
                            .disable(JsonFactory.Feature.CHARSET_DETECTION)
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(DEEPEST)
                                            .maxNumberLength(LONGEST_NUMBER)
                                            .maxNameLength(LineChunks.LONGEST_ROW)
                                            .maxStringLength(LineChunks.LONGEST_ROW)
                                            .build())
                            .build());

    private static final int EXCERPT = 24;

    static JsonRow parse(byte[] bytes, int start, int end) throws MalformedRowException {
        byte[] row = Arrays.copyOfRange(bytes, start, end);
        int invalid = Utf8.firstInvalid(row, 0, row.length);
        if (invalid >= 0) {
            throw new MalformedRowException(
                    "byte 0x%02X".formatted(row[invalid] & 0xFF),
                    "UTF-8 text at byte " + invalid + " of the row");
        }
        try (JsonParser parser = MAPPER.createParser(row)) {
            return parse(parser, row);
        } catch (JsonProcessingException e) {
            JsonRow other = withoutHalfPairs(row);
            if (other != null) {
                return other;
            }
            int at =
                    Math.clamp(
                            e.getLocation() == null ? 0 : e.getLocation().getByteOffset(),
                            0,
                            row.length);
            throw new MalformedRowException(
                    excerpt(row, at),
                    "a JSON object; at byte " + at + " of the row: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    /**
     * Jackson refuses names with half a surrogate pair, which RFC 8259 allows. Null when the row
     * has another fault.
     */
    private static @Nullable JsonRow withoutHalfPairs(byte[] row) {
        if (JsonGrammar.faultOf(row, 0, row.length) != null) {
            return null;
        }
        try {
            String text = new String(row, StandardCharsets.UTF_8);
            JsonNode node = MAPPER.readTree(JsonText.withoutHalfPairs(text));
            return node instanceof ObjectNode object ? new JsonRow(object, null, null) : null;
        } catch (JsonProcessingException refused) {
            return null;
        }
    }

    private static JsonRow parse(JsonParser parser, byte[] row)
            throws IOException, MalformedRowException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new MalformedRowException(excerpt(row, 0), "a JSON object at byte 0 of the row");
        }
        ObjectNode node = MAPPER.createObjectNode();
        byte[] context = null;
        byte[] custom = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            int from = (int) parser.currentTokenLocation().getByteOffset();
            JsonNode value = parser.readValueAsTree();
            node.set(name, value);
            if (name.equals(KpiFields.CONTEXT)) {
                context =
                        Arrays.copyOfRange(
                                row, from, (int) parser.currentLocation().getByteOffset());
            } else if (name.equals(KpiFields.CUSTOM)) {
                custom =
                        Arrays.copyOfRange(
                                row, from, (int) parser.currentLocation().getByteOffset());
            }
        }
        int end = (int) parser.currentLocation().getByteOffset();
        if (parser.nextToken() != null) {
            throw new MalformedRowException(
                    excerpt(row, end), "the end of the row at byte " + end + ", behind its object");
        }
        return new JsonRow(node, context, custom);
    }

    private static String excerpt(byte[] row, int at) {
        return at >= row.length
                ? "the end of the row"
                : new String(row, at, Math.min(EXCERPT, row.length - at), StandardCharsets.UTF_8);
    }

    /** JSON text of a value. */
    static byte[] text(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
