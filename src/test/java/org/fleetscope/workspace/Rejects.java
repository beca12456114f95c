package org.fleetscope.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.model.Scope;
import org.jspecify.annotations.Nullable;

/** A workspace with rejected rows, and short ways to ask it. */
final class Rejects implements AutoCloseable {
    private final Path folder;
    private LocalWorkspace workspace;

    Rejects(Path folder) throws IOException {
        this.folder = folder;
        this.workspace = LocalWorkspace.open(folder.resolve("workspace"));
    }

    static String run(int id, String recordedAt, String latency, String cpu) {
        return "{\"task_id\":\"00000000-0000-4000-8000-%012d\",".formatted(id)
                + "\"agent_id\":\"11111111-0000-4000-8000-000000000001\",\"latency_ms\":"
                + latency
                + ",\"accuracy\":0.9,\"cpu_usage\":"
                + cpu
                + ",\"memory_mb\":512.5,\"network_bytes\":2048"
                + ",\"custom_metrics\":{\"tokens\":17},\"recorded_at\":\""
                + recordedAt
                + "\",\"execution_context\":{\"hostname\":\"node-1\",\"resources\":{\"cpu_cores\":4}}"
                + ",\"source_layer\":\"layer1\",\"target_agent_type\":\"coder\",\"priority\":50}";
    }

    Quarantine quarantine() {
        return workspace.quarantine();
    }

    Workspace workspace() {
        return workspace;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    ImportSummary imports(String name, String... rows) throws IOException {
        Files.writeString(file(name), String.join("\n", rows) + "\n");
        return imports(name, ImportOptions.DEFAULTS);
    }

    ImportSummary imports(String name, ImportOptions options) throws IOException {
        return workspace.importFiles(
                List.of(file(name)), options, ImportListener.NONE, JobContext.NONE);
    }

    List<QuarantinedRow> open() throws IOException {
        return rows(QuarantineFilter.OPEN);
    }

    List<QuarantinedRow> rows(QuarantineFilter filter) throws IOException {
        return quarantine().page(filter, 0, 10_000, JobContext.NONE);
    }

    long runs() {
        return workspace.view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE).runs();
    }

    List<List<@Nullable Object>> sql(String query) throws IOException {
        return workspace.query(query, 1_000_000, JobContext.NONE).rows();
    }

    /** All that the store says of runs, windows, entities, imports and rows in quarantine. */
    List<Object> everything() throws IOException {
        List<Object> all = new ArrayList<>();
        for (String query :
                List.of(
                        "SELECT * FROM kpi.kpi_reports ORDER BY import_id, recorded_at, task_id",
                        "SELECT * FROM kpi.kpi_aggregations ORDER BY time_window_start, agent_id,"
                                + " window_seconds",
                        "SELECT * FROM kpi.tasks ORDER BY id",
                        "SELECT * FROM kpi.execution_results ORDER BY task_id",
                        "SELECT * FROM kpi.agents ORDER BY id",
                        "SELECT * FROM kpi.system_health ORDER BY recorded_at",
                        "SELECT * FROM kpi.partitions ORDER BY table_name",
                        "SELECT * FROM kpi.imports ORDER BY import_id",
                        "SELECT * FROM kpi.import_rules ORDER BY import_id, rule_id",
                        "SELECT * FROM kpi.quarantine ORDER BY quarantine_id",
                        "SELECT * FROM kpi.quarantine_violations ORDER BY quarantine_id, position",
                        "SELECT flag_id, import_id, entity, rule_id, recorded_at, task_id, agent_id,"
                                + " file, line, message, lifted_by FROM kpi.flags ORDER BY flag_id",
                        "SELECT * FROM kpi.group_flags ORDER BY import_id, rule_id, subject")) {
            all.add(sql(query));
        }
        all.add(open());
        all.add(workspace.info().rows());
        all.add(workspace.info().quarantined());
        all.add(runs());
        return all;
    }

    void reopen() throws IOException {
        workspace.close();
        workspace = LocalWorkspace.open(folder.resolve("workspace"));
    }

    @Override
    public void close() throws IOException {
        workspace.close();
    }
}
