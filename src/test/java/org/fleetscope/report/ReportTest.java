package org.fleetscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Finding;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.series.AgentRow;
import org.fleetscope.series.FleetTimeline;
import org.fleetscope.series.Overview;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final String HOSTILE =
            "</script><script>alert(1)</script><img src=x onerror=\"alert('2')\">";
    private static ReportModel sample;

    @TempDir Path folder;

    @BeforeAll
    static void makeSample() throws IOException {
        sample = ReportFixture.sample();
    }

    @Test
    void everyFormatIsWrittenAndNamed() throws IOException {
        List<Path> files =
                ReportWriters.write(sample, Set.of("html", "csv"), folder, JobContext.NONE);
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "report.html",
                        "findings.csv",
                        "incidents.csv",
                        "verdicts.csv",
                        "agents.csv",
                        "timeline.csv",
                        "rules.csv",
                        "repaired.csv",
                        "manifest.json");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrderElementsOf(files);
        }
        assertThatThrownBy(
                        () -> ReportWriters.write(sample, Set.of("doc"), folder, JobContext.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("html, csv");
    }

    @Test
    void equalModelsGiveEqualFilesInEveryLocale() throws IOException {
        Locale before = Locale.getDefault();
        List<Path> first =
                ReportWriters.write(
                        sample, Set.of("html", "csv"), folder.resolve("a"), JobContext.NONE);
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        List<Path> second;
        try {
            second =
                    ReportWriters.write(
                            ReportFixture.sample(),
                            Set.of("html", "csv"),
                            folder.resolve("b"),
                            JobContext.NONE);
        } finally {
            Locale.setDefault(before);
        }
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
        }
    }

    @Test
    void htmlNeedsNothingFromElsewhere() throws IOException {
        String html = HtmlReportWriter.document(sample);
        assertThat(html).doesNotContain("http://", "https://", "src=", "@import", "url(");
        assertThat(html)
                .contains("default-src 'none'", "prefers-color-scheme: dark", "@media print");
    }

    @Test
    void hostileNamesStayText() throws IOException {
        AgentRow agent = sample.agents().getFirst();
        Finding finding = sample.findings().getFirst();
        ReportModel hostile =
                with(
                        new AgentRow(
                                agent.id(),
                                HOSTILE,
                                HOSTILE,
                                HOSTILE,
                                1,
                                1,
                                1,
                                1,
                                1,
                                1,
                                1,
                                1,
                                80,
                                new double[] {1, 2}),
                        new Finding(
                                HOSTILE,
                                0,
                                finding.taskId(),
                                agent.id(),
                                HOSTILE,
                                HOSTILE,
                                finding.recordedAt(),
                                HOSTILE,
                                1,
                                1,
                                1,
                                1,
                                80,
                                2,
                                new RowOrigin(HOSTILE, 1, 0)));
        String html = HtmlReportWriter.document(hostile);
        assertThat(html.split("<script", -1)).hasSize(2);
        assertThat(html)
                .doesNotContain("<img")
                .contains("&lt;img src=x onerror=&quot;alert(&#39;2&#39;)&quot;&gt;");
    }

    @Test
    void controlAndDirectionCharactersAreReplaced() {
        assertThat(new Html().text("a\u0000b\u202ec\td").toString())
                .isEqualTo("a\ufffdb\ufffdc\td");
    }

    private static ReportModel with(AgentRow agent, Finding finding) {
        return new ReportModel(
                HOSTILE,
                sample.createdAt(),
                sample.scope(),
                List.of(new ReportModel.Setting(HOSTILE, HOSTILE)),
                List.of(new ReportModel.SourceFile(HOSTILE, HOSTILE, 1, HOSTILE)),
                sample.counts(),
                List.of(new ReportModel.Version(HOSTILE, HOSTILE)),
                sample.overview(),
                List.of(agent),
                List.of(finding),
                List.of(ReportFixture.incident(finding)),
                List.of(ReportFixture.verdict(finding)),
                sample.rules(),
                List.of(
                        new ReportModel.RepairedRow(
                                new RowOrigin(HOSTILE, 1, 0),
                                List.of(HOSTILE),
                                HOSTILE,
                                HOSTILE,
                                0,
                                HOSTILE)));
    }

    private static ReportModel withRule(ReportModel.RuleCount rule) {
        return new ReportModel(
                sample.title(),
                sample.createdAt(),
                sample.scope(),
                sample.settings(),
                sample.files(),
                sample.counts(),
                sample.versions(),
                sample.overview(),
                sample.agents(),
                sample.findings(),
                sample.incidents(),
                sample.verdicts(),
                List.of(rule),
                List.of());
    }

    @Test
    void incidentsSayWhatDrivesThemAndWhatWasSaidOfThem() throws IOException {
        ReportWriters.write(sample, Set.of("csv", "html"), folder, JobContext.NONE);

        String severity = Double.toString(sample.findings().getFirst().severity());
        assertThat(Files.readString(folder.resolve("incidents.csv")))
                .contains("0123456789," + severity, "host node-17: 22.4,1,confirmed,disk <full>");
        assertThat(Files.readString(folder.resolve("verdicts.csv")))
                .contains("1,confirmed,disk <full>,2025-11-06T07:00:00.000000Z,ada,");
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("without node-17 this is 22, not", "confirmed: disk &lt;full&gt;");
    }

    @Test
    void findingsHaveTheColumnsOfTheCommandLine() throws IOException {
        ReportWriters.write(sample, Set.of("csv"), folder, JobContext.NONE);
        List<String> lines = Files.readAllLines(folder.resolve("findings.csv"));
        assertThat(lines.getFirst())
                .isEqualTo(
                        "detector,task_id,agent_id,recorded_at,metric,actual,typical,lower,upper,severity,"
                                + "file,line,byte_offset");
        assertThat(lines).hasSize(sample.findings().size() + 1);
        Finding first = sample.findings().getFirst();
        String[] cells = lines.get(1).split(",", -1);
        assertThat(UUID.fromString(cells[1])).isEqualTo(first.taskId());
        assertThat(cells[3]).matches("2025-11-05T\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(Double.parseDouble(cells[6])).isEqualTo(first.typical());
        assertThat(Long.parseLong(cells[11])).isEqualTo(first.origin().line());
    }

    @Test
    void csvReplacesAnEarlierOneAndGuardsTextAgainstFormulas() throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.csv"), "old");
        ReportModel model = withRule(new ReportModel.RuleCount("x", RuleSeverity.ERROR, "=1+1", 3));
        ReportWriters.write(model, Set.of("csv"), folder, JobContext.NONE);
        assertThat(Files.readString(rules))
                .isEqualTo("rule,severity,rows,meaning\r\nx,error,3,'=1+1\r\n");
    }

    @Test
    void timelineRunsAddUpToAllRuns() throws IOException {
        ReportWriters.write(sample, Set.of("csv"), folder, JobContext.NONE);
        List<String> lines = Files.readAllLines(folder.resolve("timeline.csv"));
        long runs =
                lines.stream()
                        .skip(1)
                        .mapToLong(line -> Long.parseLong(line.split(",", -1)[2]))
                        .sum();
        assertThat(runs).isEqualTo(sample.counts().accepted());
    }

    @Test
    void manifestTellsFilesScopeAndCounts() throws IOException {
        ReportWriters.write(sample, Set.of("csv"), folder, JobContext.NONE);
        JsonNode manifest = new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());
        assertThat(manifest.at("/files/0/sha256").asText()).hasSize(64);
        assertThat(manifest.at("/scope/from").asText()).isEqualTo("2025-11-05T00:00:00.000000Z");
        assertThat(manifest.at("/created").asText()).isEqualTo("2025-11-06T07:30:00.000000Z");
        assertThat(manifest.at("/counts/rows_read").asLong()).isEqualTo(24_000);
    }

    @Test
    void repairedRowsAreToldWithTheirOriginals() throws IOException {
        String html = HtmlReportWriter.document(sample);
        assertThat(html)
                .contains(
                        "1 rejected row was repaired",
                        "sample-data/kpi_reports.ndjson.gz:17",
                        "{&quot;latency_ms&quot;:-5,&quot;error&quot;:&quot;&lt;b&gt;&quot;}");
        ReportWriters.write(sample, Set.of("csv"), folder, JobContext.NONE);
        assertThat(Files.readAllLines(folder.resolve("repaired.csv")))
                .containsExactly(
                        "file,line,byte_offset,rules,original,repaired,repaired_at,repaired_by",
                        "sample-data/kpi_reports.ndjson.gz,17,8123,latency-range task-id,"
                                + "\"{\"\"latency_ms\"\":-5,\"\"error\"\":\"\"<b>\"\"}\","
                                + "\"{\"\"latency_ms\"\":5}\",2025-11-06T06:00:00.000000Z,ada");
        JsonNode manifest = new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());
        assertThat(manifest.at("/counts/repaired").asLong()).isEqualTo(1);
    }

    @Test
    void longListsOfFindingsAreCutWithAWord() throws IOException {
        List<Finding> many = new ArrayList<>();
        while (many.size() < 1500) {
            many.add(sample.findings().get(many.size() % sample.findings().size()));
        }
        ReportModel model =
                new ReportModel(
                        "t",
                        0,
                        sample.scope(),
                        List.of(),
                        List.of(),
                        sample.counts(),
                        List.of(),
                        sample.overview(),
                        sample.agents(),
                        many,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        String html = HtmlReportWriter.document(model);
        assertThat(html)
                .contains("The 1\u202f000 most severe of 1\u202f500 anomalies", "findings.csv");
        assertThat(html.split("<span class=\"badge", -1).length - 1)
                .isBetween(1000, 1000 + sample.agents().size());
    }

    @Test
    void anEmptyScopeStillGivesAReport() throws IOException {
        double[] none = {};
        FleetTimeline timeline =
                new FleetTimeline(
                        sample.overview().timeline().range(),
                        60_000_000,
                        new long[0],
                        none,
                        none,
                        none,
                        none,
                        none,
                        List.of(new int[0], new int[0], new int[0], new int[0]));
        ReportModel model =
                new ReportModel(
                        "t",
                        0,
                        sample.scope(),
                        List.of(),
                        List.of(),
                        new ReportModel.Counts(0, 0, 0, 0, 0),
                        List.of(),
                        new Overview(List.of(), timeline, List.of(), 0),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        assertThat(HtmlReportWriter.document(model))
                .contains("No anomalies were found", "No runs in scope");
    }

    @Test
    void summarySaysTheNumbers() {
        List<String> sentences = ReportSummary.sentences(sample);
        assertThat(sentences.getFirst())
                .contains("of 40 agents from 5 Nov 2025, 00:00 to 6 Nov 2025, 00:00 UTC");
        assertThat(sentences.getLast())
                .contains("Of 24\u202f000 rows read", "latency-range (3 rows)");
    }
}
