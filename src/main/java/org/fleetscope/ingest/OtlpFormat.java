package org.fleetscope.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.EntityKind;
import org.jspecify.annotations.Nullable;

/**
 * Spans as OTLP writes them in JSON: one document, or one a line as the collector's file exporter
 * does. A row is a span.
 */
final class OtlpFormat implements StreamFormat {
    static final String ID = "otlp";

    /** Names of the outermost list; some stores call it batches. */
    static final Set<String> ROOTS = Set.of("resourceSpans", "resource_spans", "batches");

    private static final Set<String> INNER =
            Set.of(
                    "resource",
                    "scopeSpans",
                    "scope_spans",
                    "instrumentationLibrarySpans",
                    "instrumentation_library_spans",
                    "schemaUrl");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public @Nullable SourceFile recognise(Sample sample) {
        byte[] head = sample.head();
        int first = 0;
        while (first < head.length && Character.isWhitespace(head[first])) {
            first++;
        }
        if (first == head.length || (head[first] != '{' && head[first] != '[')) {
            return null;
        }
        try (JsonParser in = JsonRow.MAPPER.createParser(head, first, head.length - first)) {
            return isTraces(in) ? file(sample) : null;
        } catch (IOException notEvenThatFar) {
            return null;
        }
    }

    /** Whether the first object has the outermost list, with spans of resources in it. */
    private static boolean isTraces(JsonParser in) throws IOException {
        JsonToken token = in.nextToken();
        if (token == JsonToken.START_ARRAY) {
            token = in.nextToken();
        }
        if (token != JsonToken.START_OBJECT) {
            return false;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            token = in.nextToken();
            if (ROOTS.contains(name)) {
                return token == JsonToken.START_ARRAY
                        && (!name.equals("batches") || startsWithResource(in));
            }
            in.skipChildren();
        }
        return false;
    }

    private static boolean startsWithResource(JsonParser in) throws IOException {
        return in.nextToken() == JsonToken.START_OBJECT
                && in.nextToken() == JsonToken.FIELD_NAME
                && INNER.contains(in.currentName());
    }

    private static SourceFile file(Sample sample) {
        return new SourceFile(
                sample.path(),
                ID,
                sample.compression(),
                StandardCharsets.UTF_8,
                EntityKind.KPI_REPORT,
                sample.size(),
                null);
    }

    /** The text of a span: the object that starts here. */
    @Override
    public int firstRowEnd(SourceFile file, byte[] bytes, int length) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (quoted) {
                i += b == '\\' ? 1 : 0;
                quoted = b != '"';
            } else if (b == '"') {
                quoted = true;
            } else if (b == '{') {
                depth++;
            } else if (b == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    @Override
    public void read(Opened opened, RowOutput rows) throws IOException {
        new OtlpReader(opened, rows).read();
    }

    @Override
    public PlainTable table(SourceFile file, long rows, JobContext job) throws IOException {
        return new StreamTable(this, file, rows, job);
    }
}
