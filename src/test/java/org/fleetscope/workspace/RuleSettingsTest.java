package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Profile;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLevel;
import org.fleetscope.model.RuleLimit;
import org.fleetscope.model.RuleSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of the rules through a real workspace. */
class RuleSettingsTest {
    private static final RuleSettings STRICT =
            RuleSettings.DEFAULTS.with(RuleLimit.MAX_LATENCY, 100);

    @TempDir private Path folder;

    @Test
    void settingsAreKeptWithTheWorkspaceAndJudgeOnlyWhatComesAfter() throws IOException {
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("w"))) {
            assertThat(rejected(workspace, "0001", ImportOptions.DEFAULTS)).isZero();
            workspace.quality().settings(STRICT);
            assertThat(rejected(workspace, "0002", ImportOptions.DEFAULTS)).isEqualTo(1);
        }
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("w"))) {
            assertThat(workspace.quality().settings()).isEqualTo(STRICT);
            assertThat(rejected(workspace, "0003", ImportOptions.DEFAULTS)).isEqualTo(1);
            assertThat(sql(workspace, "SELECT COUNT(*) FROM kpi.kpi_reports"))
                    .containsExactly(List.of(1L));
            workspace.quality().settings(RuleSettings.DEFAULTS);
            assertThat(sql(workspace, "SELECT settings FROM kpi.rule_settings ORDER BY setting_id"))
                    .containsExactly(
                            List.of("{\"limits\":{\"max_latency_ms\":100},\"severities\":{}}"),
                            List.of("{\"limits\":{},\"severities\":{}}"));
        }
    }

    @Test
    void theImportsOwnSettingsGoBeforeTheMappingsAndTheWorkspaces() throws IOException {
        Path mapping =
                Files.writeString(
                        folder.resolve("m.json"),
                        "{\"name\":\"m\",\"limits\":{\"max_latency_ms\":1000}}");
        ImportOptions mapped = new ImportOptions(Profile.EXPORT, mapping);
        ImportOptions own =
                new ImportOptions(
                        Profile.EXPORT,
                        mapping,
                        RuleSettings.DEFAULTS.with(Rule.LATENCY_RANGE, RuleLevel.OFF));
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("w"))) {
            workspace.quality().settings(STRICT);
            assertThat(rejected(workspace, "0001", ImportOptions.DEFAULTS)).isEqualTo(1);
            assertThat(rejected(workspace, "0002", mapped)).isZero();
            workspace.quality().settings(STRICT.with(RuleLimit.MAX_MEMORY, 1));
            assertThat(rejected(workspace, "0003", mapped)).isEqualTo(1);
            workspace.quality().settings(STRICT);
            assertThat(rejected(workspace, "0004", own)).isZero();
            assertThat(
                            sql(
                                    workspace,
                                    "SELECT settings FROM kpi.imports ORDER BY import_id DESC LIMIT 1"))
                    .singleElement()
                    .asString()
                    .contains("\"max_latency_ms\":1000", "\"latency-range\":\"off\"");
        }
    }

    private static List<List<@Nullable Object>> sql(Workspace workspace, String sql)
            throws IOException {
        return workspace.query(sql, 10, JobContext.NONE).rows();
    }

    private long rejected(Workspace workspace, String number, ImportOptions options)
            throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve(number + ".ndjson"),
                        """
                        {"task_id":"00000000-0000-4000-8000-00000000%s","agent_id":"00000000-0000-4000-9000-000000000001",\
                        "latency_ms":500,"accuracy":0.9,"cpu_usage":0.5,"memory_mb":256,"recorded_at":"2026-03-01T10:00:00Z",\
                        "execution_context":{"hostname":"h","cpu_cores":4},"source_layer":"l","target_agent_type":"t","priority":50}
                        """
                                .formatted(number));
        ImportSummary summary =
                workspace.importFiles(List.of(file), options, ImportListener.NONE, JobContext.NONE);
        assertThat(summary.rules().keySet())
                .isSubsetOf(Map.of("latency-range", 1, "memory-range", 1).keySet());
        return summary.rejected();
    }
}
