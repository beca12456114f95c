package org.fleetscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.workspace.AggregateRequest;
import org.fleetscope.workspace.AnalysisSettings;
import org.fleetscope.workspace.PeriodComparison;
import org.fleetscope.workspace.ReportOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableCommandsTest {
    /** 2026-03-04T00:00:00Z: 20 516 days after the epoch. */
    private static final long MARCH_4 = 20_516L * 86_400_000_000L;

    private static final long DAY = 86_400_000_000L;

    @TempDir Path folder;
    private Cli cli;

    @BeforeEach
    void start() {
        cli = new Cli(folder);
    }

    @Test
    void enrichWritesAllColumnsOfAllRuns() throws IOException {
        Cli.Result result = cli.run("enrich", cli.kpi, "--out", cli.path("e.csv"));

        assertThat(result.status()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(cli.read("e.csv"))
                .isEqualTo("task_id,latency_ms,is_peak_hour\r\nt1,12.5,true\r\nt2,,\r\n");
        assertThat(cli.workspace.calls).containsExactly("open null", "import 1", "view", "close");
    }

    @Test
    void enrichWritesTheColumnsAskedForAsNdjson() throws IOException {
        cli.run(
                "enrich",
                "--workspace",
                "w",
                "--columns",
                "is_peak_hour,latency_ms",
                "--out",
                cli.path("e.ndjson"));

        assertThat(cli.read("e.ndjson"))
                .isEqualTo(
                        "{\"is_peak_hour\":true,\"latency_ms\":12.5}\n{\"is_peak_hour\":null,\"latency_ms\":null}\n");
        assertThat(cli.workspace.calls).containsExactly("open w", "view", "close");
    }

    @Test
    void enrichNamesTheColumnsItHas() {
        Cli.Result result =
                cli.run("enrich", cli.kpi, "--columns", "moon", "--out", cli.path("e.csv"));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("'moon'", "task_id, latency_ms, is_peak_hour");
    }

    @Test
    void enrichRefusesParquetBeforeReadingAnything() {
        Cli.Result result = cli.run("enrich", cli.kpi, "--out", cli.path("e.parquet"));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("e.parquet", ".csv, .ndjson");
        assertThat(cli.workspace.calls).isEmpty();
    }

    @Test
    void aFailureWhileWritingKeepsTheOldFile() throws IOException {
        Files.writeString(folder.resolve("e.csv"), "old");
        cli.workspace.view.failure = new IOException("disk broke");

        Cli.Result result = cli.run("enrich", cli.kpi, "--out", cli.path("e.csv"));

        assertThat(result.status()).isEqualTo(3);
        assertThat(cli.read("e.csv")).isEqualTo("old");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aggregatePrintsCsv() {
        Cli.Result result =
                cli.run(
                        "aggregate",
                        cli.kpi,
                        "--by",
                        "agent,hour",
                        "--measures",
                        "count,mean(latency_ms)");

        assertThat(result.status()).isZero();
        assertThat(result.out())
                .isEqualTo(
                        """
                        agent,hour,count,mean(latency_ms)\r
                        "a""1",2026-03-04T00:00:00.000000Z,2,0.30000000000000004\r
                        "b,2",2026-03-04T01:00:00.000000Z,1,\r
                        """);
        assertThat(cli.workspace.view.request)
                .isEqualTo(
                        new AggregateRequest(
                                List.of("agent", "hour"), List.of("count", "mean(latency_ms)")));
    }

    @Test
    void aggregateWritesJsonRows() throws IOException {
        Cli.Result result =
                cli.run(
                        "aggregate",
                        "--workspace",
                        "w",
                        "--by",
                        "agent",
                        "--out",
                        cli.path("a.json"));

        assertThat(result.out()).isEmpty();
        assertThat(cli.read("a.json"))
                .isEqualTo(
                        """
                        [
                        {"agent":"a\\"1","hour":"2026-03-04T00:00:00.000000Z","count":2,"mean(latency_ms)":0.30000000000000004},
                        {"agent":"b,2","hour":"2026-03-04T01:00:00.000000Z","count":1,"mean(latency_ms)":null}
                        ]
                        """);
    }

    @Test
    void aggregateNarrowsTimeWithoutItsEnd() {
        cli.run(
                "aggregate",
                cli.kpi,
                "--by",
                "day",
                "--from",
                "2026-03-04",
                "--to",
                "2026-03-05T02:00:00+02:00");

        assertThat(cli.workspace.scope)
                .isEqualTo(Scope.ALL.withTime(new TimeRange(MARCH_4, MARCH_4 + DAY)));
    }

    @Test
    void aggregateComparesWithAnEarlierPeriod() {
        cli.run("aggregate", cli.kpi, "--by", "day", "--compare", "weekday:4");
        assertThat(cli.workspace.view.request)
                .isEqualTo(
                        new AggregateRequest(
                                List.of("day"), List.of(), PeriodComparison.weekday(4)));

        Cli.Result unknown = cli.run("aggregate", cli.kpi, "--by", "day", "--compare", "moon");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("\"moon\"", "weekday:N");
    }

    @Test
    void aggregateWritesAWorkbook() throws IOException {
        Cli.Result result =
                cli.run("aggregate", cli.kpi, "--by", "agent", "--out", cli.path("a.xlsx"));

        assertThat(result.status()).isZero();
        try (ZipFile workbook = new ZipFile(folder.resolve("a.xlsx").toFile())) {
            assertThat(workbook.getEntry("xl/worksheets/sheet1.xml")).isNotNull();
        }
    }

    @Test
    void aggregateTellsWordsItDoesNotKnow() {
        Cli.Result dimension = cli.run("aggregate", cli.kpi, "--by", "moon");
        Cli.Result format =
                cli.run("aggregate", cli.kpi, "--by", "agent", "--out", cli.path("a.parquet"));
        Cli.Result order =
                cli.run(
                        "aggregate",
                        cli.kpi,
                        "--by",
                        "day",
                        "--from",
                        "2026-03-05",
                        "--to",
                        "2026-03-05");

        assertThat(List.of(dimension.status(), format.status(), order.status())).containsOnly(2);
        assertThat(dimension.err()).contains("known are agent, hour");
        assertThat(dimension.out()).isEmpty();
        assertThat(format.err()).contains(".csv, .json, .xlsx");
        assertThat(order.err()).contains("--from must lie before --to");
    }

    @Test
    void nothingToWorkOnIsAUsageError() {
        Cli.Result result = cli.run("anomalies");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("--workspace DIR", "Try 'fleetscope anomalies --help'.");
    }

    @Test
    void anomaliesPrintOneFindingARow() {
        Cli.Result result = cli.run("anomalies", cli.kpi, "--min-severity", "25");

        assertThat(result.status()).isZero();
        assertThat(result.out())
                .isEqualTo(
                        """
                        detector,task_id,agent_id,recorded_at,metric,actual,typical,lower,upper,severity,file,line,byte_offset,threshold,agreeing,incident,verdict_id,verdict,note,suppressed,added\r
                        sigma,7d3f0b52-6c1e-4f6a-9a53-0f5f5b1f2c11,1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed,2026-03-04T00:00:00.000001Z,latency_ms,900.25,100.0,50.0,150.0,62.5,/data/kpi.ndjson,5,2048,2.0,peer,i0,,,,false,false\r
                        """);
        assertThat(result.err())
                .contains("Read 1,000 rows: 900 accepted, 20 rejected, 80 already there.");
    }

    @Test
    void anomaliesHaveBothEndsOfTheirRangesInside() {
        cli.run(
                "anomalies",
                cli.kpi,
                "--detectors",
                "sigma, peer",
                "--metrics",
                "accuracy,custom_metrics.tokens",
                "--baseline-to",
                "2026-03-04",
                "--from",
                "2026-03-04",
                "--to",
                "2026-03-04 00:00:01");

        assertThat(cli.workspace.settings)
                .isEqualTo(
                        new AnalysisSettings(
                                List.of("sigma", "peer"),
                                new TimeRange(Long.MIN_VALUE, MARCH_4 + 1),
                                new TimeRange(MARCH_4, MARCH_4 + 1_000_001),
                                List.of("accuracy", "custom_metrics.tokens"),
                                Map.of()));
    }

    @Test
    void anomaliesGoIntoAFileAndAsOneDocumentToStandardOutput() throws IOException {
        Cli.Result result = cli.run("anomalies", cli.kpi, "--json", "--out", cli.path("f.csv"));

        assertThat(result.out())
                .startsWith("[\n{\"detector\":\"sigma\",\"task_id\":")
                .endsWith("}\n]\n");
        assertThat(cli.read("f.csv").lines()).hasSize(3);
    }

    @Test
    void anEmptyTableIsAnEmptyArray() {
        assertThat(cli.run("anomalies", cli.kpi, "--json", "--min-severity", "90").out())
                .isEqualTo("[]\n");
    }

    @Test
    void incidentsInPlaceOfFindings() {
        assertThat(cli.run("anomalies", cli.kpi, "--incidents").out())
                .isEqualTo(
                        """
                        incident,severity,start,end,findings,agent_count,agents,hosts,types,metrics,detectors,worst_task_id,worst_file,worst_line,worst_byte_offset\r
                        i0,62.5,2026-03-04T00:00:00.000001Z,2026-03-04T00:00:00.000001Z,1,1,1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed,,language,latency_ms,sigma,7d3f0b52-6c1e-4f6a-9a53-0f5f5b1f2c11,/data/kpi.ndjson,5,2048\r
                        """);
        assertThat(cli.run("anomalies", cli.kpi, "--incidents", "--join-severity", "63").out())
                .hasLineCount(1);
        assertThat(cli.run("anomalies", cli.kpi, "--join-severity", "101").status()).isEqualTo(2);
    }

    @Test
    void whoWentFirstInAnIncident() {
        assertThat(cli.run("anomalies", cli.kpi, "--who-first", "i0").out())
                .isEqualTo(
                        """
                        order,first_agent_id,second_agent_id,shared,metric,lag_seconds,bin_seconds,correlation,bins,p\r
                        first,1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed,1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed,host node-17,latency_ms,180.0,60.0,0.75,240,0.001\r
                        """);
        Cli.Result unknown = cli.run("anomalies", cli.kpi, "--who-first", "nope");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no incident nope");
    }

    @Test
    void incidentsBesideTheFindingsAsOneDocument() throws IOException {
        Cli.Result result =
                cli.run("anomalies", cli.kpi, "--incidents", "--json", "--out", cli.path("i.csv"));

        JsonNode document = new JsonMapper().readTree(result.out());
        assertThat(document.at("/findings")).hasSize(2);
        assertThat(document.at("/findings/0/severity").asDouble()).isEqualTo(62.5);
        assertThat(document.at("/findings/0/agreeing").asText()).isEqualTo("peer");
        assertThat(document.at("/findings/0/incident").asText()).isEqualTo("i0");
        assertThat(document.at("/findings/1/incident").isNull()).isTrue();
        assertThat(document.at("/incidents")).hasSize(1);
        assertThat(document.at("/incidents/0/agents/0").asText())
                .isEqualTo("1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed");
        assertThat(document.at("/incidents/0/influencers/0/dimension").asText()).isEqualTo("agent");
        assertThat(document.at("/incidents/0/influencers/0/severity_without").asDouble())
                .isEqualTo(22);
        assertThat(cli.read("i.csv").lines()).hasSize(2);
    }

    @Test
    void queryCutsAtTheMostRowsAndSaysSo() {
        Cli.Result all = cli.run("query", "--workspace", "w", "SELECT 1", "--max-rows", "3");
        Cli.Result cut =
                cli.run("query", "--workspace", "w", "SELECT 1", "--max-rows", "2", "--json");

        assertThat(all.out()).isEqualTo("N,N\r\n1,\r\n2,\r\n3,\r\n");
        assertThat(all.err()).isEmpty();
        assertThat(cut.status()).isZero();
        assertThat(cut.out()).isEqualTo("[\n{\"N\":1,\"N_2\":null},\n{\"N\":2,\"N_2\":null}\n]\n");
        assertThat(cut.err()).contains("more than 2 rows");
    }

    @Test
    void reportNamesItsFiles() {
        Cli.Result result = cli.run("report", cli.kpi, "--out", cli.path("r"), "--formats", "csv");

        assertThat(result.status()).isZero();
        assertThat(result.out().lines())
                .containsExactly(folder.resolve("r/report.html").toString());
        assertThat(cli.workspace.report)
                .isEqualTo(new ReportOptions("Fleet report", Set.of("csv")));
    }

    @Test
    void reportRefusesAFormatItDoesNotHave() {
        Cli.Result result = cli.run("report", cli.kpi, "--out", cli.path("r"), "--formats", "pdf");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("'pdf'", "csv, html");
    }
}
