package org.fleetscope.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fleetscope.ingest.FileMappings;
import org.fleetscope.ingest.Mapping;
import org.fleetscope.ingest.RowsAgain;
import org.fleetscope.ingest.RuleSettingsFile;
import org.fleetscope.ingest.SourceFile;
import org.fleetscope.model.CsvOptions;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.TimePrecision;
import org.fleetscope.store.ImportHeader;
import org.fleetscope.store.StagedImport.ImportOutcome;
import org.fleetscope.workspace.ImportSummary.FileSummary;
import org.jspecify.annotations.Nullable;

/** What is kept and told of an import. */
final class ImportRecords {
    private static final JsonMapper JSON = new JsonMapper();

    private ImportRecords() {}

    static ImportHeader header(
            long startedAt,
            Bundle bundle,
            FileMappings mappings,
            BundleRules rules,
            ImportOptions options)
            throws IOException {
        ObjectNode settings = JSON.createObjectNode();
        settings.put("profile", options.profile().name().toLowerCase(Locale.ROOT));
        say(options.read(), settings);
        for (Map.Entry<Path, FileChoice> file : options.files().entrySet()) {
            if (!file.getValue().leftOut()) {
                say(
                        file.getValue().read(),
                        settings.withObjectProperty("read").putObject(file.getKey().toString()));
            }
        }
        Map<String, ObjectNode> named = new LinkedHashMap<>();
        for (SourceFile file : bundle.files()) {
            Mapping mapping = mappings.of(file);
            ObjectNode entry = named.get(mapping.json());
            if (entry == null) {
                entry = JSON.createObjectNode().put("name", mapping.name());
                entry.set("mapping", JSON.readTree(mapping.json()));
                entry.set("rules", json(rules.of(mapping)));
                named.put(mapping.json(), entry);
            }
            entry.withArray("/files").add(file.path().toString());
        }
        settings.putArray("mappings").addAll(named.values());
        settings.set("rules", json(rules.together(mappings.all())));
        List<ImportHeader.SourceFile> files =
                bundle.files().stream()
                        .map(file ->
                                new ImportHeader.SourceFile(
                                        file.path().toString(),
                                        file.format(),
                                        file.size(),
                                        RowsAgain.describe(file)))
                        .toList();
        return new ImportHeader(startedAt, files, settings.toString());
    }

    /** Writes down what the user said about how files are read. */
    private static void say(ReadOptions read, ObjectNode to) {
        Charset charset = read.charset();
        TimePrecision precision = read.precision();
        to.put("format", read.format());
        to.put("precision", precision == null ? null : precision.id());
        to.put("encoding", charset == null ? null : charset.name());
        to.set("csv", csv(read.csv()));
    }

    /** What the user said of the dialect; null for nothing. See {@link StoredReadOptions}. */
    private static @Nullable JsonNode csv(CsvOptions said) {
        return said.equals(CsvOptions.DETECT) ? null : JSON.valueToTree(said);
    }

    private static JsonNode json(RuleSettings rules) throws IOException {
        return JSON.readTree(RuleSettingsFile.text(rules.complete()));
    }

    static ImportOutcome outcome(ImportCounts counts, Map<String, String> sha256) {
        return new ImportOutcome(
                counts.read(),
                counts.accepted(),
                counts.rejected(),
                counts.skipped(),
                counts.rules(),
                counts.rowsByFile(),
                sha256);
    }

    /**
     * @param importId 0 when nothing was stored
     */
    static ImportSummary summary(
            long importId,
            Bundle bundle,
            FileMappings mappings,
            ImportCounts counts,
            long startedNanos) {
        Map<String, Long> rows = counts.rowsByFile();
        List<FileSummary> files = new ArrayList<>();
        for (SourceFile file : bundle.files()) {
            String path = file.path().toString();
            Mapping mapping = mappings.of(file);
            files.add(
                    new FileSummary(
                            path,
                            file.format(),
                            rows.getOrDefault(path, 0L),
                            counts.passedOver(path),
                            mapping.json().equals(Mapping.identity().json())
                                    ? null
                                    : mapping.name()));
        }
        for (Path path : bundle.strangers()) {
            files.add(new FileSummary(path.toString(), FileSummary.UNMAPPED, 0));
        }
        for (Path path : bundle.passedOver()) {
            files.add(new FileSummary(path.toString(), FileSummary.UNRECOGNISED, 0));
        }
        return new ImportSummary(
                importId,
                files,
                counts.read(),
                counts.accepted(),
                counts.rejected(),
                counts.skipped(),
                counts.differing(),
                counts.entities(),
                counts.rules(),
                (System.nanoTime() - startedNanos) / 1e9);
    }
}
