package org.fleetscope.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;
import org.fleetscope.model.AssessedFinding;
import org.fleetscope.model.Finding;
import org.fleetscope.model.FindingPattern;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Influencer;
import org.fleetscope.model.Judgement;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.Scope;
import org.fleetscope.model.Severity;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.model.Unit;
import org.fleetscope.model.Verdict;
import org.fleetscope.model.VerdictDraft;
import org.fleetscope.model.VerdictEffect;
import org.fleetscope.series.AgentRow;
import org.fleetscope.series.FleetTimeline;
import org.fleetscope.series.Overview;
import org.fleetscope.series.Tile;

/** A report model of the sample day, with numbers worked out in the simplest way. */
final class ReportFixture {
    private static final int BUCKETS = 96;
    private static final TimeRange DAY = dayOf("2025-11-05T00:00:00Z");

    private record Row(
            UUID task,
            UUID agent,
            String type,
            String host,
            long at,
            double latency,
            double accuracy,
            long line) {}

    private ReportFixture() {}

    static ReportModel sample() throws IOException {
        List<Row> rows = rows();
        Map<UUID, List<Row>> byAgent = new TreeMap<>();
        rows.forEach(row -> byAgent.computeIfAbsent(row.agent, id -> new ArrayList<>()).add(row));
        List<Finding> findings = new ArrayList<>();
        byAgent.values().forEach(runs -> findings.addAll(findings(runs)));
        findings.sort(
                Comparator.comparingDouble(Finding::severity)
                        .reversed()
                        .thenComparing(Finding::taskId));
        List<AgentRow> agents = new ArrayList<>();
        byAgent.forEach((id, runs) -> agents.add(agent(id, runs, findings)));
        agents.sort(
                Comparator.comparingDouble(AgentRow::worst)
                        .reversed()
                        .thenComparing(AgentRow::name));
        FleetTimeline timeline = timeline(rows, findings);
        return new ReportModel(
                "Fleet report of the sample day",
                Times.ofInstant(Instant.parse("2025-11-06T07:30:00Z")),
                Scope.ALL.withTime(DAY),
                List.of(
                        new ReportModel.Setting("Detectors", "sigma"),
                        new ReportModel.Setting("sigma k", "3"),
                        new ReportModel.Setting("Baseline", "everything in scope")),
                List.of(
                        new ReportModel.SourceFile(
                                "sample-data/kpi_reports.ndjson.gz",
                                "NDJSON, gzip",
                                24_000,
                                "0123456789abcdef".repeat(4))),
                new ReportModel.Counts(24_000, rows.size(), 24_000 - rows.size() - 1, 1, 1),
                List.of(
                        new ReportModel.Version("Fleetscope", "0.1.0"),
                        new ReportModel.Version("Java", "25")),
                new Overview(
                        tiles(rows, timeline), timeline, findings.subList(0, 10), findings.size()),
                agents,
                findings,
                List.of(incident(findings.getFirst())),
                List.of(verdict(findings.getFirst())),
                List.of(
                        new ReportModel.RuleCount(
                                "latency-range",
                                RuleSeverity.ERROR,
                                "latency_ms is above 0 and below 300 000",
                                3),
                        new ReportModel.RuleCount(
                                "task-id", RuleSeverity.ERROR, "task_id is a valid UUID", 2)),
                List.of(
                        new ReportModel.RepairedRow(
                                new RowOrigin("sample-data/kpi_reports.ndjson.gz", 17, 8_123),
                                List.of("latency-range", "task-id"),
                                "{\"latency_ms\":-5,\"error\":\"<b>\"}",
                                "{\"latency_ms\":5}",
                                Times.ofInstant(Instant.parse("2025-11-06T06:00:00Z")),
                                "ada")));
    }

    /** An incident of one finding, driven by its host, and confirmed. */
    static DescribedIncident incident(Finding finding) {
        Incident incident =
                new Incident(
                        "0123456789",
                        finding.severity(),
                        finding.recordedAt(),
                        finding.recordedAt(),
                        List.of(finding.agentId()),
                        List.of("node-17"),
                        List.of(finding.agentType()),
                        List.of(finding.metric()),
                        List.of(finding.detector()),
                        1,
                        finding);
        return new DescribedIncident(
                incident,
                List.of(new Influencer("host", "node-17", finding.severity(), 22.4, 0.1)),
                verdict(finding),
                List.of(
                        new AssessedFinding(
                                finding, List.of("peer"), incident.id(), null, false, false)));
    }

    static Verdict verdict(Finding finding) {
        return new Verdict(
                1,
                Times.ofInstant(Instant.parse("2025-11-06T07:00:00Z")),
                "ada",
                new VerdictDraft(
                        Judgement.CONFIRMED,
                        "disk <full>",
                        FindingPattern.of(finding),
                        VerdictEffect.NONE),
                1,
                "{}",
                List.of(),
                Times.MISSING,
                null);
    }

    private static List<Row> rows() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<Row> rows = new ArrayList<>();
        long line = 0;
        Path file = Path.of("sample-data", "kpi_reports.ndjson.gz");
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                line++;
                // the listed bad lines stand at these places; a tenth of a percent does not matter
                // here
                if (!text.startsWith("{\"task_id\":\"")
                        || !text.endsWith("\"}")
                        || text.contains("\"accuracy\" ")) {
                    continue;
                }
                JsonNode row = mapper.readTree(text);
                double latency = row.path("latency_ms").asDouble();
                if (row.path("task_id").asText().length() == 36
                        && row.path("agent_id").asText().length() == 36
                        && row.path("recorded_at").asText().startsWith("2025")
                        && !row.at("/execution_context/hostname").asText().isBlank()
                        && row.path("accuracy").asDouble(2) <= 1
                        && latency > 0
                        && latency < 300_000) {
                    rows.add(
                            new Row(
                                    UUID.fromString(row.get("task_id").asText()),
                                    UUID.fromString(row.get("agent_id").asText()),
                                    row.get("target_agent_type").asText(),
                                    row.at("/execution_context/hostname").asText(),
                                    Times.ofInstant(Instant.parse(row.get("recorded_at").asText())),
                                    latency,
                                    row.get("accuracy").asDouble(),
                                    line));
                }
            }
        }
        return rows;
    }

    /** Three standard deviations from the agent's mean; severity by 10 a sigma. */
    private static List<Finding> findings(List<Row> runs) {
        List<Finding> findings = new ArrayList<>();
        add(runs, "latency_ms", row -> row.latency, findings);
        add(runs, "accuracy", row -> row.accuracy, findings);
        return findings;
    }

    private static void add(
            List<Row> runs, String metric, ToDoubleFunction<Row> value, List<Finding> findings) {
        double mean = runs.stream().mapToDouble(value).average().orElseThrow();
        double sd =
                Math.sqrt(
                        runs.stream()
                                .mapToDouble(row -> Math.pow(value.applyAsDouble(row) - mean, 2))
                                .average()
                                .orElseThrow());
        for (Row row : runs) {
            double z = Math.abs(value.applyAsDouble(row) - mean) / sd;
            if (z > 3) {
                findings.add(
                        new Finding(
                                "sigma",
                                (int) row.line,
                                row.task,
                                row.agent,
                                row.type,
                                row.host,
                                row.at,
                                metric,
                                value.applyAsDouble(row),
                                mean,
                                mean - 3 * sd,
                                mean + 3 * sd,
                                Math.min(100, 10 * z),
                                3,
                                new RowOrigin(
                                        "sample-data/kpi_reports.ndjson.gz",
                                        row.line,
                                        row.line * 505)));
            }
        }
    }

    private static AgentRow agent(UUID id, List<Row> runs, List<Finding> all) {
        List<Finding> own = all.stream().filter(finding -> finding.agentId().equals(id)).toList();
        double[] spark = new double[24];
        for (int i = 0; i < spark.length; i++) {
            long from = DAY.from() + i * Times.HOUR;
            spark[i] = quantile(between(runs, from, from + Times.HOUR), 0.5);
        }
        long noon = DAY.from() + 12 * Times.HOUR;
        double before = quantile(between(runs, DAY.from(), noon), 0.5);
        Row first = runs.getFirst();
        return new AgentRow(
                id,
                first.type + "-" + id.toString().substring(0, 4),
                first.type,
                first.host,
                runs.size(),
                quantile(runs, 0.5),
                quantile(runs, 0.95),
                mean(runs),
                (double) runs.stream().filter(row -> row.accuracy >= 0.5).count() / runs.size(),
                quantile(between(runs, noon, DAY.to()), 0.5) / before - 1,
                71.25,
                own.size(),
                own.stream().mapToDouble(Finding::severity).max().orElse(0),
                spark);
    }

    private static FleetTimeline timeline(List<Row> rows, List<Finding> findings) {
        long bucket = DAY.length() / BUCKETS;
        long[] start = new long[BUCKETS];
        double[][] values = new double[5][BUCKETS];
        List<int[]> bands = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            int[] counts = new int[BUCKETS];
            for (Finding finding : findings) {
                counts[(int) ((finding.recordedAt() - DAY.from()) / bucket)] +=
                        finding.band() == severity ? 1 : 0;
            }
            bands.add(counts);
        }
        for (int i = 0; i < BUCKETS; i++) {
            start[i] = DAY.from() + i * bucket;
            List<Row> in = between(rows, start[i], start[i] + bucket);
            values[0][i] = in.size();
            values[1][i] = quantile(in, 0.5);
            values[2][i] = quantile(in, 0.95);
            values[3][i] = quantile(in, 0.99);
            values[4][i] = mean(in);
        }
        return new FleetTimeline(
                DAY, bucket, start, values[0], values[1], values[2], values[3], values[4], bands);
    }

    private static List<Tile> tiles(List<Row> rows, FleetTimeline timeline) {
        double agents = rows.stream().map(Row::agent).distinct().count();
        return List.of(
                new Tile(
                        "runs",
                        "Runs",
                        rows.size(),
                        rows.size() / 1.042,
                        Unit.COUNT,
                        "",
                        timeline.runs(),
                        0),
                new Tile(
                        "agents",
                        "Agents",
                        agents,
                        Double.NaN,
                        Unit.COUNT,
                        "8 types on 8 hosts",
                        new double[0],
                        0),
                new Tile(
                        "latency_p50",
                        "Median latency",
                        quantile(rows, 0.5),
                        quantile(rows, 0.5) / 1.08,
                        Unit.MILLISECONDS,
                        "",
                        timeline.p50(),
                        -1),
                new Tile(
                        "latency_p95",
                        "95th percentile",
                        quantile(rows, 0.95),
                        quantile(rows, 0.95) * 1.01,
                        Unit.MILLISECONDS,
                        "",
                        timeline.p95(),
                        -1),
                new Tile(
                        "accuracy",
                        "Accuracy",
                        mean(rows),
                        mean(rows),
                        Unit.FRACTION,
                        "",
                        timeline.accuracy(),
                        1),
                new Tile(
                        "success_rate",
                        "Success rate",
                        0.9876,
                        0.9912,
                        Unit.FRACTION,
                        "",
                        timeline.accuracy(),
                        1));
    }

    private static List<Row> between(List<Row> rows, long from, long to) {
        return rows.stream().filter(row -> row.at >= from && row.at < to).toList();
    }

    private static double mean(List<Row> rows) {
        return rows.stream().mapToDouble(Row::accuracy).average().orElse(Double.NaN);
    }

    private static double quantile(List<Row> rows, double q) {
        double[] sorted = rows.stream().mapToDouble(Row::latency).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[(int) (q * (sorted.length - 1))];
    }

    private static TimeRange dayOf(String start) {
        long from = Times.ofInstant(Instant.parse(start));
        return new TimeRange(from, from + Times.DAY);
    }
}
