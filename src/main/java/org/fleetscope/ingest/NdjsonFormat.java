package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.KpiBatchBuilder;
import org.jspecify.annotations.Nullable;

/** NDJSON, one JSON object a line. An empty file is one without rows. */
final class NdjsonFormat implements LineFormat {
    private static final String ID = "ndjson";
    private static final int FIRST_ROW = 1 << 16;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public @Nullable SourceFile recognise(Sample sample) throws IOException {
        byte[] head = sample.head();
        int first = 0;
        while (first < head.length && Character.isWhitespace(head[first])) {
            first++;
        }
        if (first < head.length && isCommonKpiRow(head, first)) {
            return file(sample, EntityKind.KPI_REPORT);
        }
        if (!sample.isForced(ID) && JsonKind.of(sample) != JsonKind.LINES) {
            return null;
        }
        EntityKind kind = null;
        int at = first;
        for (int lines = 0; at < head.length && lines < 100 && kind == null; lines++) {
            int end = lineEnd(head, at);
            JsonRow row = row(head, at, end);
            kind = row == null ? null : EntityKinds.of(row.node()::has);
            at = end + 1;
        }
        return file(sample, kind == null ? EntityKind.KPI_REPORT : kind);
    }

    /** Spares most files the start of Jackson, a good part of the time to the first row. */
    private static boolean isCommonKpiRow(byte[] head, int first) {
        int end = lineEnd(head, first);
        byte[] line = Arrays.copyOfRange(head, first, end + Chunk.PADDING);
        line[end - first] = '\n';
        return new FastKpiRow(Mapping.identity())
                        .read(line, 0, new RowTarget(new KpiBatchBuilder("", null, 0, 1)))
                >= 0;
    }

    /** Whether a file of this format starts with a common KPI row. */
    static boolean startsCommon(SourceFile file) throws IOException {
        if (!file.format().equals(ID)) {
            return false;
        }
        try (InputStream in = Streams.open(file)) {
            byte[] head = in.readNBytes(FIRST_ROW);
            return head.length > 0 && head[0] == '{' && isCommonKpiRow(head, 0);
        }
    }

    private static @Nullable JsonRow row(byte[] head, int start, int end) {
        try {
            return JsonRow.parse(head, start, end);
        } catch (MalformedRowException oneOfManyLines) {
            return null;
        }
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static SourceFile file(Sample sample, EntityKind kind) {
        return new SourceFile(
                sample.path(),
                ID,
                sample.compression(),
                StandardCharsets.UTF_8,
                kind,
                sample.size(),
                null);
    }

    @Override
    public LineChunks.RowEnds rowEnds(SourceFile file) {
        return LineChunks.RowEnds.lines();
    }

    @Override
    public int firstRowEnd(SourceFile file, byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    @Override
    public ChunkParser parser(SourceFile file, Mapping mapping) {
        return new NdjsonParser(file.path().toString(), mapping);
    }

    @Override
    public PlainTable table(SourceFile file, long rows, JobContext job) throws IOException {
        return JsonTable.ofLines(file, rows, job);
    }
}
