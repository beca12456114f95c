package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mappings proposed from the names and first values of columns. */
class MappingProposalsTest {
    @TempDir Path folder;

    private JsonNode propose(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        FirstRows rows = FirstRows.of(new Ingest(1).sniff(file));
        String json = MappingProposals.propose("t", rows);
        Mapping.parse(json, "proposal");
        return JsonRow.MAPPER.readTree(json);
    }

    private static String rule(JsonNode mapping, String field) {
        return mapping.path("fields").path(field).toString().replace("\"", "");
    }

    @Test
    void aLogOfJobs() throws IOException {
        JsonNode mapping =
                propose(
                        """
                        Job ID,Worker,Finished At,elapsed_s,CPU %,rss_kib,Status,tokens,comment
                        j-1,w1,2026-03-02 08:00:00,1.25,35,20480,ok,120,fine
                        j-2,w2,2026-03-02 08:00:05,0.75,80,10240,failed,90,
                        """);

        assertThat(rule(mapping, "task_id")).isEqualTo("{from:Job ID}");
        assertThat(rule(mapping, "agent_id")).isEqualTo("{from:Worker}");
        assertThat(rule(mapping, "recorded_at")).isEqualTo("{from:Finished At}");
        assertThat(rule(mapping, "latency_ms")).isEqualTo("{from:elapsed_s,convert:s->ms}");
        assertThat(rule(mapping, "cpu_usage")).isEqualTo("{from:CPU %,convert:%->fraction}");
        assertThat(rule(mapping, "memory_mb")).isEqualTo("{from:rss_kib,convert:KiB->MB}");
        assertThat(rule(mapping, "accuracy")).isEqualTo("{from:Status,values:{failed:0,ok:1}}");
        assertThat(rule(mapping, "network_bytes")).isEqualTo("{absent:true}");
        assertThat(rule(mapping, "execution_context")).isEqualTo("{absent:true}");
        assertThat(rule(mapping, "custom_metrics.tokens")).isEqualTo("{from:tokens}");
        assertThat(rule(mapping, "priority")).isEqualTo("{constant:Normal}");
        assertThat(mapping.path("fields").has("custom_metrics.comment")).isFalse();
        assertThat(mapping.path("times").path("zone").asText()).isEqualTo("UTC");
        assertThat(mapping.path("ids").asText()).isEqualTo("name-based");
        assertThat(mapping.path("columns")).hasSize(9);
    }

    @Test
    void startAndEndMakeTheLatencyAndRowsAreTheirOwnIds() throws IOException {
        JsonNode mapping =
                propose(
                        """
                        started_at,ended_at,host,agentName
                        2026-03-02T08:00:00Z,2026-03-02T08:00:01Z,n1,a
                        2026-03-02T08:00:00Z,2026-03-02T08:00:03Z,n1,a
                        """);

        assertThat(rule(mapping, "latency_ms")).isEqualTo("{from:ended_at,since:started_at}");
        assertThat(rule(mapping, "recorded_at")).isEqualTo("{from:ended_at}");
        assertThat(rule(mapping, "task_id")).isEqualTo("{row:true}");
        assertThat(rule(mapping, "agent_id")).isEqualTo("{from:agentName}");
        assertThat(rule(mapping, "execution_context.hostname")).isEqualTo("{from:host}");
        assertThat(rule(mapping, "accuracy")).isEqualTo("{absent:true}");
        assertThat(mapping.has("times")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "duration, 1.5, 0.25, s->ms",
        "duration, 1500, 250, ''",
        "duration_ms, 1.5, 0.25, ''",
        "durationMs, 1.5, 0.25, ''",
        "duration_us, 1500, 1000, us->ms",
        "response_time_ns, 1500000, 1000000, ns->ms",
        "took (min), 3, 2, min->ms",
        "elapsed, 1500000000, 900000000, ns->ms",
        "run time [sec], 12, 30, s->ms"
    })
    void unitsOfDurations(String column, String one, String other, String conversion)
            throws IOException {
        JsonNode mapping =
                propose(
                        "id,agent,ts,%s\n1,a,2026-03-02T08:00:00Z,%s\n2,a,2026-03-02T08:00:01Z,%s\n"
                                .formatted(column, one, other));

        JsonNode rule = mapping.path("fields").path("latency_ms");
        assertThat(rule.path("from").asText()).isEqualTo(column);
        assertThat(rule.path("convert").asText("")).isEqualTo(conversion);
    }

    @ParameterizedTest
    @CsvSource({
        "accuracy, 0.5, 1, ''",
        "accuracy, 50, 87.5, %->fraction",
        "score_pct, 0.5, 1, %->fraction",
        "success, true, false, ''",
        "score, 250, 300, ''"
    })
    void unitsOfAccuracy(String column, String one, String other, String conversion)
            throws IOException {
        JsonNode mapping =
                propose(
                        "id,agent,ts,%s\n1,a,1772438400,%s\n2,a,1772438401,%s\n"
                                .formatted(column, one, other));

        JsonNode rule = mapping.path("fields").path("accuracy");
        assertThat(rule.path("convert").asText("")).isEqualTo(conversion);
        assertThat(rule.has("from")).isEqualTo(!one.equals("250"));
        assertThat(mapping.path("fields").path("recorded_at").path("from").asText())
                .isEqualTo("ts");
    }

    @Test
    void aTableWithNothingToGoByStillGetsAMapping() throws IOException {
        JsonNode mapping = propose("a,b\nx,y\n");

        assertThat(rule(mapping, "task_id")).isEqualTo("{row:true}");
        assertThat(rule(mapping, "agent_id")).isEqualTo("{constant:agent}");
        assertThat(mapping.path("fields").has("latency_ms")).isFalse();
        assertThat(mapping.path("fields").has("recorded_at")).isFalse();
    }
}
