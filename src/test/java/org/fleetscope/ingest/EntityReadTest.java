package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.fleetscope.model.Agent;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.ExecutionResult;
import org.fleetscope.model.ResourceQuota;
import org.fleetscope.model.ResourceUsage;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.SystemHealth;
import org.fleetscope.model.Task;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityReadTest {
    private static final String TASK =
            """
            {"id":"%s","priority":"critical","payload":{"prompt":"hi"},"created_at":1767225600,\
            "resource_quota":{"max_cpu_cores":2,"max_memory_mb":512,"max_execution_time_secs":60,"max_network_mbps":null},\
            "source_layer":"layer2","target_agent_type":"planner","metadata":{"tenant":"a","n":1}}\
            """
                    .formatted(Rows.TASK);
    private static final String RESULT =
            """
            {"task_id":"%s","success":false,"output":null,"execution_time_ms":120,"resource_usage":{"cpu_seconds":1.5,\
            "memory_peak_mb":64,"network_tx_bytes":1,"network_rx_bytes":2,"disk_io_ops":3,"gpu_utilization":0.5},\
            "error":"out of memory","completed_at":{"secs_since_epoch":1767225601,"nanos_since_epoch":0}}\
            """
                    .formatted(Rows.TASK);
    private static final String AGENT =
            """
            {"id":"%s","agent_type":"planner","state":"Idle","capabilities":["plan","search"],"stats":{"runs":3},\
            "wasm_binary":[0,97,115,109]}\
            """
                    .formatted(Rows.AGENT);
    private static final String HEALTH =
            """
            {"recorded_at":"2026-01-01T00:00:00Z","status":"healthy","active_agents":7,"uptime":3600.5,\
            "resource_utilization":{"cpu":0.5}}\
            """;
    private static final long START = 1_767_225_600L * Times.SECOND;

    @TempDir Path folder;

    @Test
    void tellsTheFiveKindsOfAMixedFileApart() throws IOException {
        CollectingSink sink =
                Rows.read(
                        folder,
                        "all.ndjson",
                        String.join("\n", TASK, Rows.kpi(5), RESULT, AGENT, HEALTH, "{\"foo\":1}"));

        EntityBatch all = sink.entities.getFirst();
        assertThat(all.tasks())
                .containsExactly(
                        new Task(
                                UUID.fromString(Rows.TASK),
                                100,
                                "{\"prompt\":\"hi\"}",
                                START,
                                Times.MISSING,
                                new ResourceQuota(2, 512, 60, Double.NaN),
                                "layer2",
                                "planner",
                                Map.of("tenant", "a", "n", "1")));
        assertThat(all.results())
                .containsExactly(
                        new ExecutionResult(
                                UUID.fromString(Rows.TASK),
                                false,
                                null,
                                120,
                                new ResourceUsage(1.5, 64, 1, 2, 3, 0.5),
                                "out of memory",
                                START + Times.SECOND));
        assertThat(all.agents())
                .containsExactly(
                        new Agent(
                                UUID.fromString(Rows.AGENT),
                                "planner",
                                "Idle",
                                java.util.List.of("plan", "search"),
                                "{\"runs\":3}",
                                4));
        assertThat(all.health())
                .containsExactly(new SystemHealth(START, "healthy", 7, 3600.5, "{\"cpu\":0.5}"));
        assertThat(sink.rows()).hasSize(1);
        assertThat(sink.rejects).hasSize(1);
        assertThat(sink.rejects.getFirst().origin().line()).isEqualTo(6);
        assertThat(sink.rejects.getFirst().raw()).isEqualTo("{\"foo\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"id":"x","payload":{}}                                          | task-id       | id
                    {"id":"x","agent_type":"planner"}                                | agent-id      | id
                    {"task_id":"x","success":true}                                   | task-id       | task_id
                    {"task_id":"11111111-2222-4333-8444-555555555555","success":"y"} | malformed-row | success
                    {"status":"ok","active_agents":1}                                | recorded-at   | recorded_at
                    {"task_id":"11111111-2222-4333-8444-555555555555","success":true,"resource_usage":{"gpu_utilization":2}} \
                    | gpu-range | resource_usage.gpu_utilization
                    """)
    void rejectsWhatCannotBeTaken(String row, String rule, String field) throws IOException {
        CollectingSink sink = Rows.read(folder, "a.ndjson", row);

        assertThat(sink.entities).isEmpty();
        RuleViolation violation = sink.rejects.getFirst().violations().getFirst();
        assertThat(violation.ruleId()).isEqualTo(rule);
        assertThat(violation.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"TASK", "EXECUTION_RESULT", "AGENT", "SYSTEM_HEALTH", "KPI_REPORT"})
    void sniffsTheMainKind(EntityKind kind) throws IOException {
        String row =
                switch (kind) {
                    case TASK -> TASK;
                    case EXECUTION_RESULT -> RESULT;
                    case AGENT -> AGENT;
                    case SYSTEM_HEALTH -> HEALTH;
                    case KPI_REPORT -> Rows.kpi(1);
                };
        Path file = java.nio.file.Files.writeString(folder.resolve("x.txt"), row);

        assertThat(new Ingest(1).sniff(file).mainKind()).isEqualTo(kind);
    }

    @Test
    void readsTasksFromCsv() throws IOException {
        CollectingSink sink =
                Rows.read(
                        folder,
                        "tasks.csv",
                        "id,priority,payload,created_at,resource_quota.max_memory_mb,metadata.tenant\n"
                                + Rows.TASK
                                + ",High,\"{\"\"a\"\":1}\",2026-01-01T00:00:00Z,512,07\n");

        Task task = sink.entities.getFirst().tasks().getFirst();
        assertThat(task.priority()).isEqualTo(75);
        assertThat(task.payload()).isEqualTo("{\"a\":1}");
        assertThat(task.createdAt()).isEqualTo(START);
        assertThat(task.quota())
                .isEqualTo(new ResourceQuota(Double.NaN, 512, Double.NaN, Double.NaN));
        assertThat(task.metadata()).containsEntry("tenant", "07");
    }
}
