package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.Profile;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLevel;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.Scope;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random bundles, imported one after the other, against {@link NaiveImport}. */
class RandomImportTest {
    private static final long FIRST_DAY = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
    private static final long DAY = 86_400_000_000L;
    private static final int DAYS = 3;
    private static final int IMPORTS = 3;

    /** The naive import judges single rows. */
    private static final ImportOptions WITHOUT_STATISTICS =
            new ImportOptions(
                    Profile.EXPORT,
                    null,
                    RuleSettings.DEFAULTS
                            .with(Rule.RESOURCE_CONSISTENCY, RuleLevel.OFF)
                            .with(Rule.LATENCY_DISTRIBUTION, RuleLevel.OFF)
                            .with(Rule.ACCURACY_DISTRIBUTION, RuleLevel.OFF));

    @TempDir private Path folder;

    private final List<RandomRow> said = new ArrayList<>();
    private final Map<RandomRow.Key, RandomRow> stored = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void importsAgreeWithTheNaiveOne(long seed) throws IOException {
        Random random = new Random(seed);
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("workspace"))) {
            for (int i = 0; i < IMPORTS; i++) {
                NaiveImport naive = new NaiveImport(Map.copyOf(stored));
                ImportSummary summary = imports(workspace, bundle("bundle" + i, naive, random));
                stored.putAll(naive.accepted());
                assertCounts(summary, naive);
                assertRows(workspace);
            }
        }
        try (Workspace reopened = LocalWorkspace.open(folder.resolve("workspace"))) {
            assertRows(reopened);
        }
    }

    private static ImportSummary imports(Workspace workspace, List<Path> files) throws IOException {
        return workspace.importFiles(
                files, WITHOUT_STATISTICS, ImportListener.NONE, JobContext.NONE);
    }

    private static void assertCounts(ImportSummary summary, NaiveImport naive) {
        long accepted = naive.accepted().size();
        assertThat(summary.rowsRead()).isEqualTo(naive.read);
        assertThat(summary.accepted()).isEqualTo(accepted);
        assertThat(summary.rejected()).isEqualTo(naive.rejected);
        assertThat(summary.skippedExisting()).isEqualTo(naive.skipped);
        assertThat(accepted + naive.rejected + naive.skipped).isEqualTo(naive.read);
        assertThat(summary.rules()).containsExactlyInAnyOrderEntriesOf(naive.rules);
        assertThat(summary.entities().getOrDefault(EntityKind.KPI_REPORT, 0L)).isEqualTo(accepted);
        assertThat(summary.files().stream().mapToLong(ImportSummary.FileSummary::rowsRead).sum())
                .isEqualTo(naive.read);
    }

    private void assertRows(Workspace workspace) throws IOException {
        List<List<Object>> expected = new ArrayList<>();
        Map<String, Long> days = new TreeMap<>();
        for (RandomRow row : stored.values()) {
            Instant at = Instant.EPOCH.plus(row.recordedAt(), ChronoUnit.MICROS);
            expected.add(
                    List.of(
                            row.recordedAt(),
                            row.taskId(),
                            row.agentId(),
                            row.latencyMs(),
                            row.accuracy(),
                            row.cpuUsage(),
                            row.memoryMb(),
                            row.networkBytes()));
            days.merge(at.toString().substring(0, 10), 1L, Long::sum);
        }
        List<List<Object>> found = new ArrayList<>();
        for (List<?> row :
                workspace
                        .query(
                                "SELECT recorded_at, task_id, agent_id, latency_ms, accuracy, cpu_usage,"
                                        + " memory_mb, network_bytes FROM kpi.kpi_reports",
                                Integer.MAX_VALUE,
                                JobContext.NONE)
                        .rows()) {
            List<Object> cells = new ArrayList<>(row);
            cells.set(
                    0,
                    ChronoUnit.MICROS.between(
                            Instant.EPOCH, Instant.parse(String.valueOf(row.getFirst()))));
            found.add(cells);
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(workspace.view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE).runs())
                .isEqualTo(stored.size());
        Map<String, Long> shown = new TreeMap<>();
        workspace.info().days().forEach(day -> shown.put(day.date(), day.rows()));
        assertThat(shown).isEqualTo(days);
    }

    private List<Path> bundle(String name, NaiveImport naive, Random random) throws IOException {
        Path into = Files.createDirectories(folder.resolve(name));
        List<Path> files = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            boolean csv = random.nextBoolean();
            boolean gzip = random.nextBoolean();
            List<String> lines = csv ? csv(naive, random) : json(naive, random);
            Path file = into.resolve(i + (csv ? ".csv" : ".ndjson") + (gzip ? ".gz" : ""));
            String end = csv && random.nextBoolean() ? "\r\n" : "\n";
            try (OutputStream out = Files.newOutputStream(file);
                    OutputStream to = gzip ? new GZIPOutputStream(out) : out) {
                to.write((String.join(end, lines) + end).getBytes(StandardCharsets.UTF_8));
            }
            files.add(file);
        }
        return files;
    }

    private List<String> csv(NaiveImport naive, Random random) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", RandomRow.FIELDS));
        for (int i = rows(random); i > 0; i--) {
            RandomRow row = next(random);
            naive.row(row);
            lines.add(row.csv());
        }
        return lines;
    }

    private List<String> json(NaiveImport naive, Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = rows(random); i > 0; i--) {
            RandomRow row = next(random);
            boolean cut = random.nextInt(20) == 0;
            naive.row(cut ? null : row);
            String text = row.json(random);
            lines.add(cut ? text.substring(0, text.length() - 2) : text);
        }
        return lines;
    }

    private static int rows(Random random) {
        return 20 + random.nextInt(300);
    }

    /** A new row, or one that repeats or contradicts any said before, or a broken one. */
    private RandomRow next(Random random) {
        int kind = random.nextInt(100);
        if (kind < 20 && !said.isEmpty()) {
            RandomRow old = said.get(random.nextInt(said.size()));
            return kind < 12 ? old : said(old.contradicted());
        }
        long day = FIRST_DAY * 1000 + DAY * random.nextInt(DAYS);
        RandomRow row = RandomRow.good(random, said.size(), day + random.nextLong(DAY));
        return kind < 30 ? row.broken(random) : said(row);
    }

    private RandomRow said(RandomRow row) {
        said.add(row);
        return row;
    }
}
