package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.EntityKind;
import org.jspecify.annotations.Nullable;

/** One JSON document: an array of entities, an object of such arrays, or one entity. */
final class JsonFormat implements ChunkedFormat {
    private static final String ID = "json";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public @Nullable SourceFile recognise(Sample sample) throws IOException {
        if (!sample.isForced(ID) && JsonKind.of(sample) != JsonKind.DOCUMENT) {
            return null;
        }
        int length = sample.head().length;
        byte[] head = Arrays.copyOf(sample.head(), length + Chunk.PADDING);
        boolean container = sample.container().isOne(sample);
        SourceFile file =
                new SourceFile(
                        sample.path(),
                        ID,
                        sample.compression(),
                        StandardCharsets.UTF_8,
                        container ? EntityKind.KPI_REPORT : mainKind(head, length),
                        sample.size(),
                        null);
        return container ? file.inParts() : file;
    }

    /** The kind of the first row that tells. */
    private static EntityKind mainKind(byte[] head, int length) {
        RowList rows = new RowList();
        try {
            new JsonOutline(false).scan(head, 0, length, false, rows);
        } catch (JsonFaultException seenWhenRead) {
            return EntityKind.KPI_REPORT;
        }
        for (int i = 0; i < Math.min(100, rows.size()); i++) {
            try {
                JsonRow row = JsonRow.parse(head, rows.start(i), rows.end(i));
                EntityKind kind = EntityKinds.of(row.node()::has);
                if (kind != null) {
                    return kind;
                }
            } catch (MalformedRowException oneOfMany) {
                continue;
            }
        }
        return EntityKind.KPI_REPORT;
    }

    @Override
    public ChunkSource chunks(InputStream in, SourceFile file, int size) {
        return new JsonChunks(in, file, size);
    }

    @Override
    public int firstRowEnd(SourceFile file, byte[] bytes, int length) {
        JsonSkim skim = new JsonSkim();
        skim.start();
        int end = skim.run(Arrays.copyOf(bytes, length + Chunk.PADDING), 0, length);
        if (skim.faultAt < 0) {
            return end;
        }
        for (int at = skim.faultAt; at < length; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    @Override
    public ChunkParser parser(SourceFile file, Mapping mapping) {
        return new JsonDocumentParser(file, mapping);
    }

    @Override
    public PlainTable table(SourceFile file, long rows, JobContext job) throws IOException {
        return JsonTable.ofDocument(file, rows, job);
    }
}
