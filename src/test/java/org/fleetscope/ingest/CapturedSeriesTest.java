package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What VictoriaMetrics 1.79.5 and InfluxDB 1.6.7 exported of the points that were written to them,
 * captured by hand; {@link RealDatabasesTest} does it anew.
 */
class CapturedSeriesTest {
    private static final Path FOLDER = Path.of("src/test/resources/series");

    /** An answer of InfluxDB in CSV has no annotations and is any CSV. */
    static final String INFLUX_CSV_MAPPING =
            "{\"name\":\"InfluxDB 1 query\",\"fields\":{\"recorded_at\":{\"from\":\"time\"}}}";

    private static Map<String, String> written() throws IOException {
        return ImportedRuns.of(FOLDER.resolve("kpi-points.lp"), Mapping.identity());
    }

    @Test
    void thePointsAsTheyWereWritten() throws IOException {
        assertThat(written())
                .hasSize(12)
                .containsEntry(
                        "f28c105d-1fb1-4c23-90c1-92cfd3ac94af",
                        "6513270e-269e-4d37-b2a7-4de452e6b438 | 54.961 | 0.8867 | 0.156 | 263.5 | 56642 | 75 |"
                                + " node 1 | planner | layer1 | 1769850000931 | true | {tokens_in=131.0} | []");
    }

    @Test
    void anExportOfVictoriaMetricsHasTheSameRuns() throws IOException {
        assertThat(
                        ImportedRuns.of(
                                FOLDER.resolve("victoriametrics-export.jsonl"), Mapping.identity()))
                .isEqualTo(written());
    }

    @Test
    void anAnswerOfInfluxDbHasTheSameRuns() throws IOException {
        assertThat(
                        ImportedRuns.of(
                                FOLDER.resolve("influxdb-query.csv"),
                                Mapping.parse(INFLUX_CSV_MAPPING, "mapping.json")))
                .isEqualTo(written());
    }
}
