package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The first rows of a file as objects, before any mapping: what a mapping is chosen by. Looks at
 * the file's first 256 KB only.
 *
 * @param rows at most {@link #MOST}
 * @param columns names of the columns, members of inner objects as dotted ones
 */
record FirstRows(List<ObjectNode> rows, Set<String> columns) {
    static final int MOST = 200;

    private static final int BYTES = 256 << 10;

    FirstRows {
        rows = List.copyOf(rows);
    }

    static FirstRows of(SourceFile file) throws IOException {
        List<ObjectNode> rows = new ArrayList<>();
        parse(
                file,
                Mapping.handing(row -> {
                    if (rows.size() < MOST) {
                        rows.add(row);
                    }
                    return true;
                }));
        return new FirstRows(rows, columns(file, rows));
    }

    /** The first rows through a mapping, as an import would read them. */
    static List<ParsedChunk> parse(SourceFile file, Mapping mapping) throws IOException {
        byte[] head;
        try (InputStream in = Streams.open(file)) {
            head = in.readNBytes(BYTES);
        }
        List<ParsedChunk> parsed = new ArrayList<>();
        switch (Ingest.format(file)) {
            case LineFormat format -> parse(file, format, mapping, head, parsed);
            case ChunkedFormat format -> parseFirst(file, format, mapping, head, parsed);
            case StreamFormat format -> read(file, format, mapping, head, parsed);
        }
        return parsed;
    }

    private static void parse(
            SourceFile file, LineFormat format, Mapping mapping, byte[] head, List<ParsedChunk> to)
            throws IOException {
        int end = head.length;
        while (head.length == BYTES && end > 0 && head[end - 1] != '\n') {
            end--;
        }
        byte[] whole = Arrays.copyOf(head, end == 0 ? head.length : end);
        ChunkParser parser = format.parser(file, mapping);
        new LineChunks(
                        new ByteArrayInputStream(whole),
                        file.path().toString(),
                        BYTES,
                        format.rowEnds(file))
                .all(chunk -> to.add(parser.parse(chunk)));
    }

    /** Of what was cut off, the first half, which does not show where it ends. */
    private static void parseFirst(
            SourceFile file,
            ChunkedFormat format,
            Mapping mapping,
            byte[] head,
            List<ParsedChunk> to)
            throws IOException {
        int size = head.length < BYTES ? head.length + 1 : BYTES / 2;
        try {
            Chunk first = format.chunks(new ByteArrayInputStream(head), file, size).next();
            if (first != null) {
                to.add(format.parser(file, mapping).parse(first));
            }
        } catch (IOException e) {
            if (head.length < BYTES) {
                throw e;
            }
        }
    }

    /** The end of what was cut off is no fault of the file. */
    private static void read(
            SourceFile file,
            StreamFormat format,
            Mapping mapping,
            byte[] head,
            List<ParsedChunk> to)
            throws IOException {
        GroupParser parser = new GroupParser(file.path().toString(), mapping);
        RowOutput out = new RowOutput(group -> to.add(parser.parse(group)));
        try {
            format.read(
                    new StreamFormat.Opened(file, mapping, new ByteArrayInputStream(head)), out);
        } catch (IOException e) {
            if (head.length < BYTES) {
                throw e;
            }
        }
        out.flush();
    }

    private static Set<String> columns(SourceFile file, List<ObjectNode> rows) {
        Set<String> names = new LinkedHashSet<>();
        CsvDialect dialect = file.dialect();
        if (dialect != null) {
            names.addAll(dialect.columns());
        } else {
            rows.forEach(row -> FlatMembers.each(row, (name, _) -> names.add(name)));
        }
        return names;
    }

    /** Whether some row has a value there, or a column is called so. */
    boolean has(SourcePath path) {
        return path.names().stream().anyMatch(columns::contains)
                || rows.stream().anyMatch(row -> !path.find(row).isMissingNode());
    }

    /** Whether the rows are what they are to be without any mapping. */
    boolean areEntities() {
        Set<String> members = new LinkedHashSet<>(columns);
        columns.forEach(column -> members.add(column.replaceFirst("\\..*", "")));
        rows.forEach(row -> row.fieldNames().forEachRemaining(members::add));
        return rows.isEmpty() && columns.isEmpty() || EntityKinds.isComplete(members::contains);
    }
}
