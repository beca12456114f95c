package org.fleetscope.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Streams the spans out of OTLP documents, one after the other. Spans wait for their resource only
 * where it stands behind them. In a file of one document a line, a bad line costs that line only.
 */
final class OtlpReader {
    private static final int HEAD = 256 << 10;

    private final StreamFormat.Opened opened;
    private final RowOutput out;

    /** Where a document starts in the file. */
    private record Start(long line, long offset) {}

    /** A span that waits for what stands behind it. */
    private record Waiting(ObjectNode span, RowOutput.Place place) {}

    OtlpReader(StreamFormat.Opened opened, RowOutput out) {
        this.opened = opened;
        this.out = out;
    }

    void read() throws IOException {
        BufferedInputStream in = new BufferedInputStream(opened.in(), HEAD);
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        int start = mark(head);
        if (isLines(head, start)) {
            lines(in);
            return;
        }
        in.skipNBytes(start);
        try (JsonParser parser = JsonRow.MAPPER.createParser(in)) {
            documents(parser, new Start(1, start));
        } catch (JsonProcessingException e) {
            throw broken(e, start);
        }
    }

    private static int mark(byte[] head) {
        return head.length >= 3
                        && head[0] == (byte) 0xEF
                        && head[1] == (byte) 0xBB
                        && head[2] == (byte) 0xBF
                ? 3
                : 0;
    }

    /** Whether the first line is a document by itself and another line follows. */
    private static boolean isLines(byte[] head, int start) {
        int end = start;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        if (end == head.length) {
            return false;
        }
        try {
            JsonRow.parse(head, start, end);
            return true;
        } catch (MalformedRowException noDocument) {
            return false;
        }
    }

    private void lines(BufferedInputStream in) throws IOException {
        LineChunks chunks = new LineChunks(in, opened.name(), HEAD, LineChunks.RowEnds.lines());
        long line = 1;
        for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            for (int at = 0; at < chunk.length(); line++) {
                int end = at;
                while (chunk.bytes()[end] != '\n') {
                    end++;
                }
                line(chunk, at, end, line);
                at = end + 1;
            }
        }
    }

    private void line(Chunk chunk, int start, int end, long line) throws IOException {
        Start from = new Start(line, chunk.offset() + start);
        try {
            JsonRow.parse(chunk.bytes(), start, end);
        } catch (MalformedRowException e) {
            String raw = RawText.of(chunk.bytes(), start, end);
            if (!raw.isBlank()) {
                out.malformed(e, new RowOutput.Place(line, from.offset()), raw);
            }
            return;
        }
        try (JsonParser parser = JsonRow.MAPPER.createParser(chunk.bytes(), start, end - start)) {
            documents(parser, from);
        }
    }

    private void documents(JsonParser in, Start start) throws IOException {
        for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                members(
                        in,
                        (name, value) -> {
                            if (OtlpFormat.ROOTS.contains(name) && value == JsonToken.START_ARRAY) {
                                each(in, () -> resource(in, start));
                            } else {
                                in.skipChildren();
                            }
                        });
            }
        }
    }

    /** Hears of the members of an object, whose value is to be read or skipped. */
    private interface Member {
        void value(String name, JsonToken token) throws IOException;
    }

    private interface Element {
        void read() throws IOException;
    }

    private static void members(JsonParser in, Member to) throws IOException {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            to.value(name, in.nextToken());
        }
    }

    /** The objects of an array; anything else in it is skipped. */
    private static void each(JsonParser in, Element element) throws IOException {
        for (JsonToken token = in.nextToken();
                token != JsonToken.END_ARRAY && token != null;
                token = in.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                element.read();
            } else {
                in.skipChildren();
            }
        }
    }

    private void resource(JsonParser in, Start start) throws IOException {
        @Nullable ObjectNode[] attributes = new @Nullable ObjectNode[1];
        List<Waiting> waiting = new ArrayList<>();
        members(
                in,
                (name, token) -> {
                    switch (name) {
                        case "resource" ->
                                attributes[0] =
                                        OtlpSpan.attributes(
                                                in.<JsonNode>readValueAsTree().path("attributes"));
                        case "scopeSpans",
                                "scope_spans",
                                "instrumentationLibrarySpans",
                                "instrumentation_library_spans" -> {
                            if (token == JsonToken.START_ARRAY) {
                                each(in, () -> scope(in, start, attributes[0], waiting));
                            }
                        }
                        default -> in.skipChildren();
                    }
                });
        ObjectNode resource =
                attributes[0] == null ? JsonRow.MAPPER.createObjectNode() : attributes[0];
        waiting.forEach(span -> row(span, resource));
    }

    private void scope(
            JsonParser in, Start start, @Nullable ObjectNode resource, List<Waiting> waiting)
            throws IOException {
        @Nullable JsonNode[] scope = new @Nullable JsonNode[1];
        members(
                in,
                (name, token) -> {
                    if (name.equals("scope") || name.startsWith("instrumentation")) {
                        scope[0] = in.readValueAsTree();
                    } else if (name.equals("spans") && token == JsonToken.START_ARRAY) {
                        each(in, () -> span(in, start, scope[0], resource, waiting));
                    } else {
                        in.skipChildren();
                    }
                });
    }

    private void span(
            JsonParser in,
            Start start,
            @Nullable JsonNode scope,
            @Nullable ObjectNode resource,
            List<Waiting> waiting)
            throws IOException {
        RowOutput.Place place =
                new RowOutput.Place(
                        start.line() + in.currentTokenLocation().getLineNr() - 1,
                        start.offset() + in.currentTokenLocation().getByteOffset());
        ObjectNode span = in.readValueAsTree();
        if (scope != null) {
            span.set("scope", scope);
        }
        Waiting read = new Waiting(span, place);
        if (resource == null) {
            waiting.add(read);
        } else {
            row(read, resource);
        }
    }

    private void row(Waiting read, ObjectNode resource) {
        out.row(OtlpSpan.row(read.span(), resource), read.place(), read.span().toString());
    }

    private IOException broken(JsonProcessingException e, int start) {
        long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        long offset = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
        return new IOException(
                "%s, line %d, byte %d: not a JSON document of spans: %s. Is the end of the file missing?"
                        .formatted(opened.name(), line, start + offset, e.getOriginalMessage()),
                e);
    }
}
