package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.ReadOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is imported again with another mapping. */
class StoredValuesTest {
    private static final String MAPPING =
            """
            {"name": "m", "ids": "name-based", "fields": {
              "task_id": {"from": "job"}, "agent_id": {"from": "agent"}, "recorded_at": {"from": "at"},
              "latency_ms": {"from": "took"%s}, "execution_context.hostname": {"from": "host"},
              "custom_metrics.size": {"from": "%s"}, "execution_context": {"absent": true},
              "accuracy": {"absent": true}, "cpu_usage": {"absent": true},
              "memory_mb": {"absent": true}, "network_bytes": {"absent": true}}}
            """;
    private static final String SECONDS = ", \"convert\": \"s->ms\"";

    @TempDir Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file =
                Files.writeString(
                        folder.resolve("runs.csv"),
                        """
                        job;agent;at;took;host;size;other
                        1;a;2026-03-01T00:00:01Z;2;h1;10;10
                        2;a;2026-03-01T00:00:02Z;3;h1;20;20
                        3;b;2026-03-02T00:00:03Z;4;h2;;
                        """);
    }

    private ImportSummary imports(Path place, String convert, String size) throws IOException {
        String mapping = String.format(Locale.ROOT, MAPPING, convert, size);
        ImportOptions options =
                ImportOptions.of(
                        java.util.Map.of(file, FileChoice.of(ReadOptions.DEFAULTS, mapping)));
        try (Workspace workspace = LocalWorkspace.open(place)) {
            return workspace.importFiles(
                    List.of(file), options, ImportListener.NONE, JobContext.NONE);
        }
    }

    @Test
    void rowsThatHaveOtherValuesByNowAreCounted() throws IOException {
        Path place = folder.resolve("w");
        ImportSummary first = imports(place, "", "size");
        assertThat(first.accepted()).isEqualTo(3);
        assertThat(first.differing()).isZero();

        ImportSummary second = imports(place, SECONDS, "size");

        assertThat(second.skippedExisting()).isEqualTo(3);
        assertThat(second.differing()).isEqualTo(3);
        try (Workspace workspace = LocalWorkspace.open(place)) {
            assertThat(
                            workspace
                                    .query(
                                            "SELECT latency_ms FROM kpi.kpi_reports ORDER BY recorded_at",
                                            9,
                                            JobContext.NONE)
                                    .rows())
                    .extracting(row -> ((Number) row.getFirst()).doubleValue())
                    .containsExactly(2.0, 3.0, 4.0);
        }
    }

    @Test
    void theSameMappingOrAnEqualColumnChangesNothing() throws IOException {
        Path place = folder.resolve("w");
        imports(place, SECONDS, "size");

        assertThat(imports(place, SECONDS, "size").differing()).isZero();
        assertThat(imports(place, SECONDS, "other").differing()).isZero();
        assertThat(imports(place, SECONDS, "took").differing()).isEqualTo(3);
    }

    /** What is loaded from the store is what the files say, for every kind of value. */
    @Test
    void theSampleDayDoesNotDifferFromItself() throws IOException {
        Path place = folder.resolve("w");
        Path day = Path.of("sample-data");
        try (Workspace workspace = LocalWorkspace.open(place)) {
            workspace.importFiles(
                    List.of(day), ImportOptions.DEFAULTS, ImportListener.NONE, JobContext.NONE);
        }
        try (Workspace again = LocalWorkspace.open(place)) {
            ImportSummary summary =
                    again.importFiles(
                            List.of(day),
                            ImportOptions.DEFAULTS,
                            ImportListener.NONE,
                            JobContext.NONE);
            assertThat(summary.accepted()).isZero();
            assertThat(summary.skippedExisting()).isGreaterThan(10_000);
            assertThat(summary.differing()).isZero();
        }
    }
}
