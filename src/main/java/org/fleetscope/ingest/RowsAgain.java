package org.fleetscope.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fleetscope.model.BulkFix;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.RowField;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.TimePrecision;
import org.jspecify.annotations.Nullable;

/**
 * Reads single rows of an imported file again, edited or not, through the same cells, mapping and
 * fields as its import, without the file. Not thread-safe.
 */
public final class RowsAgain {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final String DIALECT = "dialect";
    private static final String PRECISION = "precision";

    private final String file;
    private final Mapping mapping;
    private final RowSyntax syntax;
    private final ScoreTable scores = new ScoreTable();

    private RowsAgain(String file, Mapping mapping, RowSyntax syntax) {
        this.file = file;
        this.mapping = mapping.isScores() ? mapping : mapping.bind(List.of(), scores);
        this.syntax = syntax;
    }

    /**
     * A row with the place it came from.
     *
     * @param scores what {@link JoinedScores} kept with it; null for none
     */
    public record Text(String text, RowOrigin origin, @Nullable String scores) {}

    /**
     * What a row is: a KPI report in a batch of reports, another entity, or neither, in which case
     * it broke rules already. An entity may have broken rules that warn.
     *
     * @param row of the batch, −1 when it is no KPI report
     */
    public record Read(
            @Nullable KpiBatch kpis,
            int row,
            @Nullable EntityBatch entity,
            List<RuleViolation> violations) {}

    /** How a file is read, as JSON text for {@link #of}. */
    public static String describe(SourceFile source) {
        ObjectNode description = JSON.createObjectNode();
        CsvDialect dialect = source.dialect();
        if (dialect != null) {
            ObjectNode written = description.putObject(DIALECT);
            written.set("spelling", JSON.valueToTree(dialect.spelling()));
            written.put("decimal_comma", dialect.decimalComma());
            written.set("columns", JSON.valueToTree(dialect.columns()));
            written.set("headers", JSON.valueToTree(dialect.headers()));
            written.put("trailing", dialect.trailing());
        }
        if (source.precision() != null) {
            description.put(PRECISION, source.precision().id());
        }
        return description.toString();
    }

    /** What is needed to read one record; where the table stands in its file is not. */
    private static CsvDialect dialect(JsonNode written) throws JsonProcessingException {
        return new CsvDialect(
                JSON.treeToValue(written.path("spelling"), CsvSpelling.class),
                CsvProfile.NONE,
                written.path("decimal_comma").asBoolean(),
                List.of(JSON.treeToValue(written.path("columns"), String[].class)),
                Arrays.stream(JSON.treeToValue(written.path("headers"), String[][].class))
                        .map(List::of)
                        .toList(),
                0,
                0,
                written.path("trailing").asBoolean());
    }

    /**
     * @param format of the file
     * @param reading what {@link #describe} said when it was imported; null to look at the file
     *     again
     * @throws IOException when that is not known and the file is gone or is another one now
     */
    public static RowsAgain of(
            String file, String format, @Nullable String reading, Mapping mapping)
            throws IOException {
        CsvDialect dialect = format.equals("csv") ? dialect(file, reading) : null;
        RowSyntax syntax = syntax(format, dialect, mapping, precision(file, reading));
        return new RowsAgain(file, mapping, syntax);
    }

    static RowSyntax syntax(
            String format,
            @Nullable CsvDialect dialect,
            Mapping mapping,
            @Nullable TimePrecision precision) {
        if (dialect != null) {
            return new CsvSyntax(dialect, mapping.textSources());
        }
        return Ingest.FORMATS.stream()
                        .anyMatch(
                                known -> known instanceof SeriesFormat && known.id().equals(format))
                ? new SeriesSyntax(mapping, format.equals(LineProtocolFormat.ID), precision)
                : new JsonSyntax();
    }

    private static @Nullable TimePrecision precision(String file, @Nullable String reading)
            throws IOException {
        try {
            String said = reading == null ? "" : JSON.readTree(reading).path(PRECISION).asText("");
            return TimePrecision.of(said).orElse(null);
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": how its rows were read can't be understood", e);
        }
    }

    private static CsvDialect dialect(String file, @Nullable String reading) throws IOException {
        try {
            JsonNode known = reading == null ? null : JSON.readTree(reading).get(DIALECT);
            if (known != null && !known.isNull()) {
                return dialect(known);
            }
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": how its rows were read can't be understood", e);
        }
        Path path = Path.of(file);
        CsvDialect found =
                Files.isRegularFile(path)
                        ? new Sniffer(Ingest.FORMATS).sniff(path, ReadOptions.DEFAULTS).dialect()
                        : null;
        if (found == null) {
            throw new IOException(
                    file
                            + ": it is not known how its rows were read, and the file is no longer"
                            + " there. Put it back to repair them");
        }
        return found;
    }

    /**
     * What each row is, in the order given.
     *
     * @throws IOException when the scores kept with one can't be understood
     */
    public List<Read> read(List<Text> texts) throws IOException {
        List<Read> reads = new ArrayList<>();
        for (Text text : texts) {
            if (text.scores() != null) {
                JoinedScores.restore(text.scores(), scores);
            }
        }
        ParsedChunk together = parse(texts);
        int kpis = together.kpis().stream().mapToInt(batch -> batch.rows).sum();
        if (kpis == texts.size()) {
            for (KpiBatch batch : together.kpis()) {
                for (int row = 0; row < batch.rows; row++) {
                    reads.add(new Read(batch, row, null, List.of()));
                }
            }
            return reads;
        }
        for (Text text : texts) {
            reads.add(single(parse(List.of(text))));
        }
        return reads;
    }

    private static Read single(ParsedChunk one) {
        if (!one.kpis().isEmpty()) {
            return new Read(one.kpis().getFirst(), 0, null, List.of());
        }
        if (one.rejects().isEmpty()) {
            return new Read(null, -1, one.entities(), List.of());
        }
        ParsedChunk.Reject said = one.rejects().getFirst();
        EntityBatch taken = said.flagged() == null ? null : one.entities();
        return new Read(null, -1, taken, said.violations());
    }

    private ParsedChunk parse(List<Text> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<RowOutput.Row> rows = new ArrayList<>();
        for (Text text : texts) {
            int start = bytes.size();
            bytes.writeBytes(text.text().getBytes(StandardCharsets.UTF_8));
            RowOutput.Place place =
                    new RowOutput.Place(text.origin().line(), text.origin().byteOffset());
            rows.add(row(text.text(), place, start, bytes.size()));
        }
        byte[] padded = Arrays.copyOf(bytes.toByteArray(), bytes.size() + Chunk.PADDING);
        Chunk chunk = new Chunk(padded, bytes.size(), 0);
        return new GroupParser(file, mapping).parse(new RowOutput.Group(rows, chunk));
    }

    private RowOutput.Row row(String text, RowOutput.Place place, int start, int end) {
        try {
            return new RowOutput.Row(syntax.parse(text).node(), null, place, start, end);
        } catch (MalformedRowException fault) {
            return new RowOutput.Row(null, fault, place, start, end);
        }
    }

    /** The fields of a row; empty for one that can't be taken apart. */
    public List<RowField> fields(String text) {
        try {
            return syntax.fields(text);
        } catch (MalformedRowException cantBeTakenApart) {
            return List.of();
        }
    }

    /** The row with these fields, as its file would have it. */
    public String text(List<RowField> fields) {
        return syntax.write(fields);
    }

    /** Whether the rows are records of cells under a header. */
    public boolean isTable() {
        return syntax instanceof CsvSyntax;
    }

    /** What stands before the rows in a file of them; empty for nothing. */
    public String head() {
        return syntax.head();
    }

    /** Ending of a file of such rows, whose own file has this one. */
    public String ending(String own) {
        return syntax instanceof SeriesSyntax ? ".ndjson" : own;
    }

    /**
     * A row for a file of rows: JSON on one line, a row of time series as the object it makes,
     * anything else as it is.
     */
    public String line(String text) {
        if (syntax instanceof SeriesSyntax series) {
            try {
                return series.entity(text);
            } catch (MalformedRowException asItIs) {
                return text.replaceAll("\\R", " ");
            }
        }
        if (isTable() || text.indexOf('\n') < 0) {
            return text;
        }
        List<RowField> fields = fields(text);
        return fields.isEmpty() ? text.replaceAll("\\R", " ") : text(fields);
    }

    /** The row after a change; the same text when the change does not apply to it. */
    public String fix(String text, BulkFix fix) {
        if (fix.operation() == BulkFix.Operation.KEEP) {
            return text;
        }
        Set<String> names = new LinkedHashSet<>();
        FieldRule rule = mapping.rules().get(fix.field());
        if (rule != null) {
            rule.sources().forEach(source -> names.addAll(source.names()));
        }
        names.add(fix.field());
        try {
            return syntax.change(
                    text, List.copyOf(names), (value, number) -> change(fix, value, number));
        } catch (MalformedRowException notReadable) {
            return text;
        }
    }

    private static String change(BulkFix fix, String value, boolean number) {
        return switch (fix.operation()) {
            case MULTIPLY, DIVIDE ->
                    number ? fix.scaled(new BigDecimal(value)).toPlainString() : value;
            case SET -> fix.operand();
            case REMOVE -> RowSyntax.Change.REMOVED;
            case KEEP -> value;
        };
    }
}
