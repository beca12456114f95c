package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.ReadOptions;

/** Reads files of KPI reports and their fellow entities into batches. Thread-safe. */
public final class Ingest {
    /** Every format that can be opened, in the order in which they are tried. */
    static final List<Format> FORMATS =
            List.of(
                    new AnnotatedCsvFormat(),
                    new VictoriaMetricsFormat(),
                    new LineProtocolFormat(),
                    new OtlpFormat(),
                    new NdjsonFormat(),
                    new JsonFormat(),
                    new CsvFormat());

    private static final int CHUNK_BYTES = 8 << 20;

    private final int parallelism;
    private final int chunkBytes;
    private final Sniffer sniffer = new Sniffer(FORMATS);

    /**
     * @param parallelism parser threads, ≥ 1
     */
    public Ingest(int parallelism) {
        this(parallelism, CHUNK_BYTES);
    }

    Ingest(int parallelism, int chunkBytes) {
        if (parallelism < 1 || chunkBytes < 1) {
            throw new IllegalArgumentException(
                    parallelism + " threads, chunks of " + chunkBytes + " bytes");
        }
        this.parallelism = parallelism;
        this.chunkBytes = chunkBytes;
    }

    /**
     * Recognises a file by its content, then by its name.
     *
     * @throws IOException when it can't be read or recognised: which file, what was found, what is
     *     accepted
     */
    public SourceFile sniff(Path file) throws IOException {
        return sniff(file, ReadOptions.DEFAULTS);
    }

    /** Recognises a file, unless the user says what it is. */
    public SourceFile sniff(Path file, ReadOptions options) throws IOException {
        return sniffer.sniff(file, options);
    }

    /**
     * Recognises a file for looking at it: as {@link #sniff} does, and beyond that delimited text
     * in any encoding and with any header.
     *
     * @throws IOException when it can't be read or recognised
     */
    public SourceFile look(Path file, ReadOptions options) throws IOException {
        return new TableSniffer(sniffer).look(file, options);
    }

    /**
     * Reads a file. Batches are prepared on parser threads and delivered in the file's order on
     * this one; memory is bounded by a few chunks, since reading waits for deliveries, and by what
     * a {@link StreamFormat} has to hold to put its rows together.
     *
     * @throws IOException when the file can't be read any further
     * @throws CancellationException when the job was cancelled
     */
    public void read(SourceFile file, Mapping mapping, RowSink sink, JobContext job)
            throws IOException {
        AtomicLong done = new AtomicLong();
        try (InputStream in = Streams.open(file, done)) {
            Delivery delivery = new Delivery(file, sink, job, done);
            switch (format(file)) {
                case ChunkedFormat format ->
                        new Pipeline<>(parallelism, () -> parser(file, mapping, format))
                                .run(
                                        chunks(file, in, format)::all,
                                        delivery::prepare,
                                        delivery::deliver,
                                        delivery::waiting,
                                        job);
                case StreamFormat format ->
                        new Pipeline<>(parallelism, () -> groups(file, mapping))
                                .run(
                                        to -> rows(format, file, mapping, in, to),
                                        delivery::prepare,
                                        delivery::deliver,
                                        delivery::waiting,
                                        job);
            }
            delivery.finish();
        }
    }

    private ChunkSource chunks(SourceFile file, InputStream in, ChunkedFormat format) {
        int size = Math.clamp(file.size() + 1, 1, chunkBytes);
        boolean plain =
                file.compression().equals(SourceFile.NONE)
                        && file.charset().equals(StandardCharsets.UTF_8);
        return format.chunks(in, file, plain ? size : chunkBytes);
    }

    private static ChunkParser parser(SourceFile file, Mapping mapping, ChunkedFormat format) {
        return new CutRows(format.parser(file, mapping), file.path().toString(), mapping);
    }

    private static Pipeline.Parser<RowOutput.Group> groups(SourceFile file, Mapping mapping) {
        return new GroupParser(file.path().toString(), mapping)::parse;
    }

    private static void rows(
            StreamFormat format,
            SourceFile file,
            Mapping mapping,
            InputStream in,
            Consumer<RowOutput.Group> to)
            throws IOException {
        RowOutput rows = new RowOutput(to);
        format.read(new StreamFormat.Opened(file, mapping, in), rows);
        rows.flush();
    }

    /**
     * A recognised file as the plain table it is, before any mapping.
     *
     * @param rows how many of its first rows the columns are to be those of
     * @throws IOException when it can't be read
     */
    public PlainTable table(SourceFile file, long rows, JobContext job) throws IOException {
        return format(file).table(file, rows, job);
    }

    static Format format(SourceFile file) {
        return FORMATS.stream()
                .filter(format -> format.id().equals(file.format()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format " + file.format()));
    }

    /** Ids of the formats that can be chosen. */
    public static List<String> formatIds() {
        return FORMATS.stream().map(Format::id).toList();
    }

    /** As {@link #expand(List, ReadOptions)} with default options. */
    public static List<Path> expand(List<Path> paths) throws IOException {
        return expand(paths, ReadOptions.DEFAULTS);
    }

    /**
     * Files as given, folders as the files in them at any depth, hidden ones left out, sorted by
     * path, zip archives as their members; each file once. Links to folders are followed.
     *
     * @throws IOException when a path does not exist, when links make a folder endless, or when an
     *     archive is refused
     */
    public static List<Path> expand(List<Path> paths, ReadOptions options) throws IOException {
        return FileList.of(paths, options.limits());
    }

    /** Opens the bytes of a file, or of a member of a zip archive, as they lie there. */
    public static InputStream bytes(Path path) throws IOException {
        return Location.of(path).open();
    }
}
