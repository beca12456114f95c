package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLevel;
import org.fleetscope.model.RuleLimit;
import org.fleetscope.model.RuleLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
    private static final String FOREIGN =
            """
            {"name":"Foreign","ids":"name-based","fields":{
              "task_id":{"from":"run"},"agent_id":{"from":"vm.name"},
              "latency_ms":{"from":"took","convert":"s->ms"},
              "accuracy":{"from":"score","convert":"%->fraction"},
              "memory_mb":{"from":"rss","convert":"KiB->MB"},
              "network_bytes":{"from":"net","convert":"KiB->B"},
              "cpu_usage":{"absent":true},
              "recorded_at":{"from":"at"},
              "source_layer":{"constant":"bench"},
              "execution_context.hostname":{"from":"vm.host"},
              "custom_metrics.tokens":{"from":"usage.tokens"}},
             "limits":{"max_latency_ms":900000,"max_future_seconds":60.5}}
            """;

    @TempDir Path folder;

    private Mapping mapping(String json) throws IOException {
        return Mapping.load(Files.writeString(folder.resolve("m.json"), json));
    }

    @Test
    void takesFieldsFromElsewhereConvertsAndSetsConstants() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("a.ndjson"),
                        """
                        {"run":17,"vm":{"name":"vm-12","host":"h1"},"took":1.5,"score":87.5,"rss":2000,"net":1.5,"at":1767225600,\
                        "cpu_usage":7,"usage":{"tokens":9}}\
                        """);
        KpiBatch batch = Rows.read(file, mapping(FOREIGN), 1 << 20).row(0).batch();

        // Made with uuid5(uuid5(NAMESPACE_DNS, "org.fleetscope"), "task_id:17") and
        // "agent_id:vm-12" of Python's uuid.
        assertThat(batch.taskId(0))
                .isEqualTo(UUID.fromString("f12b9a7a-7956-5f3b-91b4-c423de94a413"));
        assertThat(batch.agentId(0))
                .isEqualTo(UUID.fromString("ff8eab06-6691-5384-a780-2db1b3480cae"));
        assertThat(batch.latencyMs[0]).isEqualTo(1500);
        assertThat(batch.accuracy[0]).isEqualTo(0.875);
        assertThat(batch.memoryMb[0]).isEqualTo(2.048);
        assertThat(batch.networkBytes[0]).isEqualTo(1536);
        assertThat(batch.cpuUsage[0]).isNaN();
        assertThat(batch.hosts).containsExactly("h1");
        assertThat(batch.layers).containsExactly("bench");
        assertThat(Rows.custom(batch, "tokens", 0)).isEqualTo(9);
        assertThat(batch.problems).isEmpty();
    }

    @Test
    void readsColumnsOfCsvTheSameWay() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("a.csv"),
                        "run,vm.name,took,at,vm.host\n17,vm-12,1.5,2026-01-01T00:00:00Z,007\n");
        KpiBatch batch = Rows.read(file, mapping(FOREIGN), 1 << 20).row(0).batch();

        assertThat(batch.agentId(0))
                .isEqualTo(UUID.fromString("ff8eab06-6691-5384-a780-2db1b3480cae"));
        assertThat(batch.taskId(0))
                .isEqualTo(UUID.fromString("f12b9a7a-7956-5f3b-91b4-c423de94a413"));
        assertThat(batch.latencyMs[0]).isEqualTo(1500);
        assertThat(batch.hosts).containsExactly("007");
        assertThat(batch.problems).isEmpty();
    }

    @Test
    void severitiesAreSetByRule() throws IOException {
        Mapping mapping =
                mapping(
                        """
                        {"name":"a","severities":{"accuracy-range":"warning","deadline-met":"off"}}
                        """);

        assertThat(mapping.settings().level(Rule.ACCURACY_RANGE)).isEqualTo(RuleLevel.WARNING);
        assertThat(mapping.settings().isOn(Rule.DEADLINE_MET)).isFalse();
        assertThat(mapping.settings().level(Rule.CPU_RANGE)).isEqualTo(RuleLevel.ERROR);
    }

    @Test
    void limitsOverrideTheDefaults() throws IOException {
        Mapping mapping = mapping(FOREIGN);

        assertThat(mapping.name()).isEqualTo("Foreign");
        assertThat(mapping.json()).isEqualTo(FOREIGN);
        RuleLimits limits = mapping.limits(mapping.settings());
        assertThat(limits.maxLatencyMs()).isEqualTo(900_000);
        assertThat(limits.maxFuture()).isEqualTo(Duration.ofMillis(60_500));
        assertThat(limits.maxAge()).isEqualTo(Duration.ofHours(1));
        assertThat(limits.absentMetrics()).containsExactly("cpu_usage");
    }

    @ParameterizedTest
    @CsvSource({
        "s->ms, 1.5, 1500",
        "us->ms, 1500, 1.5",
        "ns->ms, 1500000, 1.5",
        "min->ms, 1.5, 90000",
        "h->ms, 0.5, 1800000",
        "B->MB, 2500000, 2.5",
        "KB->MB, 2500, 2.5",
        "KiB->MB, 2000, 2.048",
        "MiB->MB, 1, 1.048576",
        "GB->MB, 2.5, 2500",
        "GiB->MB, 1, 1073.741824",
        "bit->B, 12, 1.5",
        "KB->B, 1.5, 1500",
        "KiB->B, 1.5, 1536",
        "MB->B, 1.5, 1500000",
        "MiB->B, 2, 2097152",
        "GB->B, 1.5, 1500000000",
        "GiB->B, 1, 1073741824",
        "%->fraction, 12.5, 0.125",
        "permille->fraction, 125, 0.125"
    })
    void converts(String name, double from, double to) {
        assertThat(Conversion.of(name).orElseThrow().apply(from)).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {                                                              | not a JSON document
                    []                                                             | $: expected an object
                    {}                                                             | $.name: expected a name
                    {"name":"a","field":{}}                                        | $.field is unknown. Known here: columns, description, fields, ids, limits, name, scores, severities, times, where
                    {"name":"a","ids":"random"}                                    | $.ids: expected "uuid" or "name-based"
                    {"name":"a","fields":{"latency":{"from":"x"}}}                 | $.fields.latency is no field
                    {"name":"a","fields":{"latency_ms":"x"}}                       | $.fields.latency_ms: expected an object
                    {"name":"a","fields":{"latency_ms":{}}}                        | exactly one of
                    {"name":"a","fields":{"latency_ms":{"from":"x","absent":true}}} | exactly one of
                    {"name":"a","fields":{"latency_ms":{"form":"x"}}}              | $.fields.latency_ms.form is unknown. Known here: absent, constant, convert, from, inline
                    {"name":"a","fields":{"latency_ms":{"from":3}}}                | $.fields.latency_ms.from: expected the name
                    {"name":"a","fields":{"latency_ms":{"from":"x","convert":"B->MB"}}} | $.fields.latency_ms.convert: expected one of s->ms, us->ms
                    {"name":"a","fields":{"priority":{"from":"x","convert":"s->ms"}}} | this field has no unit
                    {"name":"a","fields":{"task_id":{"absent":true}}}              | every run needs this field
                    {"name":"a","limits":{"max_latency":1}}                        | $.limits.max_latency is unknown
                    {"name":"a","severities":{"latency":"off"}}                    | $.severities.latency is unknown
                    {"name":"a","severities":{"task-id":"off"}}                    | $.severities.task-id: expected "error", found "off"
                    {"name":"a","severities":{"deadline-met":"error"}}             | $.severities.deadline-met: expected "warning" or "off", found "error"
                    {"name":"a","limits":{"latency_ks_p":2}}                       | $.limits.latency_ks_p: expected a number above 0 and at most 1.0, found 2
                    {"name":"a","limits":{"max_latency_ms":-1}}                    | $.limits.max_latency_ms: expected a number above 0, found -1
                    """)
    void errorsNameFilePlaceAndWhatIsExpected(String json, String message) {
        assertThatThrownBy(() -> mapping(json))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("m.json")
                .hasMessageContaining(message);
    }

    @Test
    void theAzureExampleFitsRowsOfThatExport() throws IOException {
        Mapping mapping = Mapping.load(Path.of("docs/examples/azure-vm-mapping.json"));
        Path file =
                Files.writeString(
                        folder.resolve("azure.ndjson"),
                        """
                        {"task_id":"%s","agent_id":"%s","latency_ms":2502280,"custom_metrics":{"MiB_s:2:1_Reads-Writes":20.7},\
                        "recorded_at":"2023-05-28T19:52:37.000Z","execution_context":{"hostname":"vm-1","resources":{"vcpus":8}},\
                        "source_layer":"PostgreSQL","target_agent_type":"B8ms"}\
                        """
                                .formatted(Rows.TASK, Rows.AGENT));
        KpiBatch batch = Rows.read(file, mapping, 1 << 20).row(0).batch();

        assertThat(batch.problems).isEmpty();
        assertThat(batch.priority[0]).isEqualTo(50);
        assertThat(batch.has(0, KpiBatch.CONTEXT_RESOURCES)).isTrue();
        assertThat(batch.latencyMs[0]).isLessThan(mapping.settings().limit(RuleLimit.MAX_LATENCY));
        assertThat(mapping.absent())
                .containsExactlyInAnyOrder("accuracy", "cpu_usage", "memory_mb", "network_bytes");
    }
}
