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
        byte[] head;
        try (InputStream in = Streams.open(file)) {
            head = in.readNBytes(BYTES);
        }
        List<ObjectNode> rows = new ArrayList<>();
        Mapping collecting =
                Mapping.handing(row -> {
                    if (rows.size() < MOST) {
                        rows.add(row);
                    }
                    return true;
                });
        switch (Ingest.format(file)) {
            case LineFormat format -> parse(file, format, collecting, head);
            case ChunkedFormat format -> parseFirst(file, format, collecting, head);
            case StreamFormat format -> read(file, format, collecting, head);
        }
        return new FirstRows(rows, columns(file, rows));
    }

    private static void parse(SourceFile file, LineFormat format, Mapping collecting, byte[] head)
            throws IOException {
        int end = head.length;
        if (end == BYTES) {
            while (end > 0 && head[end - 1] != '\n') {
                end--;
            }
        }
        byte[] whole = Arrays.copyOf(head, end == 0 ? head.length : end);
        ChunkParser parser = format.parser(file, collecting);
        new LineChunks(
                        new ByteArrayInputStream(whole),
                        file.path().toString(),
                        BYTES,
                        format.rowEnds(file))
                .all(parser::parse);
    }

    /** Of what was cut off, the first half, which does not show where it ends. */
    private static void parseFirst(
            SourceFile file, ChunkedFormat format, Mapping collecting, byte[] head)
            throws IOException {
        int size = head.length < BYTES ? head.length + 1 : BYTES / 2;
        try {
            Chunk first = format.chunks(new ByteArrayInputStream(head), file, size).next();
            if (first != null) {
                format.parser(file, collecting).parse(first);
            }
        } catch (IOException e) {
            if (head.length < BYTES) {
                throw e;
            }
        }
    }

    /** The end of what was cut off is no fault of the file. */
    private static void read(SourceFile file, StreamFormat format, Mapping collecting, byte[] head)
            throws IOException {
        RowOutput out =
                new RowOutput(group -> {
                    for (RowOutput.Row row : group.rows()) {
                        if (row.node() != null) {
                            collecting.takes(row.node());
                        }
                    }
                });
        try {
            format.read(
                    new StreamFormat.Opened(file, collecting, new ByteArrayInputStream(head)), out);
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
