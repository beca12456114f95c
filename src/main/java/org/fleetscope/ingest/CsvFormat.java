package org.fleetscope.ingest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.CsvOptions;
import org.fleetscope.model.EntityKind;
import org.jspecify.annotations.Nullable;

/** Delimited text, its dialect found by trying. */
final class CsvFormat implements LineFormat {
    static final String ID = "csv";

    private static final double REGULAR = 0.8;

    @Override
    public String id() {
        return ID;
    }

    /** Text with a header row that rows of its width follow, or by its name. */
    @Override
    public @Nullable SourceFile recognise(Sample sample) throws IOException {
        CsvLayout.Found found = find(sample);
        if (!isTable(sample, found)) {
            return null;
        }
        List<String> columns = found.dialect().columns();
        Set<String> names = new HashSet<>();
        for (String column : columns) {
            if (!names.add(column)) {
                throw new CsvRefusedException(
                        sample.path()
                                + ": two columns are called \""
                                + column
                                + "\". Rename one in the header row");
            }
        }
        return file(sample, StandardCharsets.UTF_8, found);
    }

    /** As a table, whatever it is; null for text that shows no columns and has no telling name. */
    @Nullable SourceFile look(Sample sample, Charset charset) {
        CsvLayout.Found found = find(sample);
        boolean columns = found.dialect().columns().size() > 1 && found.rows() > 0;
        boolean regular = columns && found.regular() >= found.rows() * REGULAR;
        return isNamed(sample)
                        || sample.isForced(ID)
                        || regular
                        || found.known() > 0
                        || isTable(sample, found)
                ? file(sample, charset, found)
                : null;
    }

    private static CsvLayout.Found find(Sample sample) {
        CsvOptions options = sample.options().csv();
        CsvSpelling spelling = new CsvDetector(sample.head(), sample.whole(), options).detect();
        return new CsvLayout(sample.head(), sample.whole(), spelling).find(sample.start(), options);
    }

    private static boolean isTable(Sample sample, CsvLayout.Found found) {
        CsvDialect dialect = found.dialect();
        boolean header = !dialect.headers().isEmpty();
        if (dialect.columns().size() < 2) {
            return false;
        }
        if (isNamed(sample) || sample.isForced(ID) || (header && found.known() > 0)) {
            return true;
        }
        boolean regular = found.rows() > 0 && found.regular() >= found.rows() * REGULAR;
        return header
                && regular
                && dialect.headers().getFirst().stream().noneMatch(CsvFormat::isNoName);
    }

    private static boolean isNoName(String cell) {
        String column = CsvLayout.name(cell);
        return column.isEmpty()
                || !(Character.isLetter(column.charAt(0)) || column.charAt(0) == '_');
    }

    static boolean isNamed(Sample sample) {
        return sample.path()
                .getFileName()
                .toString()
                .matches("(?i).*\\.(csv|tsv|tab|psv)(\\.(gz|zst|zip))?");
    }

    private static SourceFile file(Sample sample, Charset charset, CsvLayout.Found found) {
        Set<String> names = new HashSet<>();
        for (String column : found.dialect().columns()) {
            names.add(column);
            names.add(column.replaceFirst("\\..*", ""));
        }
        EntityKind kind = EntityKinds.of(names::contains);
        return new SourceFile(
                sample.path(),
                ID,
                sample.compression(),
                charset,
                kind == null ? EntityKind.KPI_REPORT : kind,
                sample.size(),
                found.dialect());
    }

    @Override
    public LineChunks.RowEnds rowEnds(SourceFile file) {
        CsvDialect dialect = dialect(file);
        return new CsvRowEnds(dialect, dialect.preamble());
    }

    @Override
    public int firstRowEnd(SourceFile file, byte[] bytes, int length) {
        return new CsvRowEnds(dialect(file), 0).first(bytes, length);
    }

    @Override
    public ChunkParser parser(SourceFile file, Mapping mapping) {
        return new CsvParser(file.path().toString(), dialect(file), mapping);
    }

    @Override
    public PlainTable table(SourceFile file, long rows, JobContext job) {
        return new CsvTable(file, dialect(file));
    }

    private static CsvDialect dialect(SourceFile file) {
        return Objects.requireNonNull(file.dialect(), "a csv file has a dialect");
    }
}
