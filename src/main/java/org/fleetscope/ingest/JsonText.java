package org.fleetscope.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * JSON values read token by token, after {@link JsonGrammar} found them right. Numbers, names and
 * strings may be as long as the text and stay text.
 */
final class JsonText {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(JsonGrammar.DEEPEST)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private static final int SHOWN = 24;

    private JsonText() {}

    /** What reads the tokens of a value. */
    interface Tokens<T> {
        /**
         * @param parser at the first token of the value
         * @param text the text, for which the parser gives positions
         */
        T read(JsonParser parser, String text) throws IOException;
    }

    /**
     * Reads a stretch that is one value.
     *
     * @throws JsonFaultException when it is none
     */
    static <T> T read(byte[] bytes, int start, int end, Tokens<T> tokens)
            throws JsonFaultException {
        JsonFaultException fault = JsonGrammar.faultOf(bytes, start, end);
        if (fault != null) {
            throw fault;
        }
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        try {
            try {
                return read(text, tokens);
            } catch (JsonProcessingException e) {
                return read(withoutHalfPairs(text), tokens);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static <T> T read(String text, Tokens<T> tokens) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            return tokens.read(parser, text);
        }
    }

    /**
     * A valid text in which escapes of half a surrogate pair, which Jackson does not take in names,
     * are those of U+FFFD; everything stays in its place.
     */
    static String withoutHalfPairs(String text) {
        StringBuilder whole = new StringBuilder(text);
        for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at)) {
            if (text.charAt(at + 1) != 'u') {
                at += 2;
                continue;
            }
            char first = escaped(text, at);
            if (Character.isHighSurrogate(first)
                    && text.startsWith("\\u", at + 6)
                    && Character.isLowSurrogate(escaped(text, at + 6))) {
                at += 12;
                continue;
            }
            if (Character.isSurrogate(first)) {
                whole.replace(at, at + 6, "\\uFFFD");
            }
            at += 6;
        }
        return whole.toString();
    }

    private static char escaped(String text, int at) {
        return (char) Integer.parseInt(text, at + 2, at + 6, 16);
    }

    /** The text at a position, to show in a message. */
    static String excerpt(byte[] bytes, int at, int to) {
        int end = at;
        while (end < to && end - at < SHOWN && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        return new String(bytes, at, end - at, StandardCharsets.UTF_8);
    }
}
