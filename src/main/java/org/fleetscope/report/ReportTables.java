package org.fleetscope.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fleetscope.model.AssessedFinding;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Lead;
import org.fleetscope.model.Severity;
import org.fleetscope.model.Times;
import org.fleetscope.model.Verdict;
import org.fleetscope.series.AgentRow;
import org.fleetscope.series.FleetTimeline;
import org.fleetscope.series.TableData;
import org.jspecify.annotations.Nullable;

/** The parts of a report as tables of typed cells; times are ISO-8601 UTC, ids lower case. */
public final class ReportTables {
    private ReportTables() {}

    private static final List<String> FINDING =
            List.of(
                    "detector",
                    "task_id",
                    "agent_id",
                    "recorded_at",
                    "metric",
                    "actual",
                    "typical",
                    "lower",
                    "upper",
                    "severity",
                    "file",
                    "line",
                    "byte_offset");

    /** Findings, one a row, in their order. */
    public static TableData findings(List<Finding> findings) {
        List<List<@Nullable Object>> rows = new ArrayList<>(findings.size());
        findings.forEach(finding -> rows.add(finding(finding)));
        return new TableData(FINDING, rows);
    }

    /** Findings as {@link #findings}, each with what is known of it beside the others. */
    public static TableData assessed(List<AssessedFinding> findings) {
        List<List<@Nullable Object>> rows = new ArrayList<>(findings.size());
        for (AssessedFinding assessed : findings) {
            List<@Nullable Object> row = finding(assessed.finding());
            row.add(assessed.finding().threshold());
            row.add(String.join(";", assessed.agreeing()));
            row.add(assessed.incident());
            Verdict verdict = assessed.verdict();
            row.add(verdict == null ? null : verdict.id());
            row.add(verdict == null ? null : verdict.draft().judgement().word());
            row.add(verdict == null ? null : verdict.draft().note());
            row.add(assessed.suppressed());
            row.add(assessed.added());
            rows.add(row);
        }
        List<String> columns = new ArrayList<>(FINDING);
        columns.addAll(
                List.of(
                        "threshold",
                        "agreeing",
                        "incident",
                        "verdict_id",
                        "verdict",
                        "note",
                        "suppressed",
                        "added"));
        return new TableData(columns, rows);
    }

    private static List<@Nullable Object> finding(Finding finding) {
        return row(
                finding.detector(),
                finding.taskId().toString(),
                finding.agentId().toString(),
                Times.iso(finding.recordedAt()),
                finding.metric(),
                finding.actual(),
                finding.typical(),
                finding.lower(),
                finding.upper(),
                finding.severity(),
                finding.origin().file(),
                finding.origin().line(),
                finding.origin().byteOffset());
    }

    /** Incidents, one a row, in their order; several values in a cell are parted by semicolons. */
    public static TableData incidents(List<Incident> incidents) {
        List<List<@Nullable Object>> rows = new ArrayList<>(incidents.size());
        for (Incident incident : incidents) {
            rows.add(
                    row(
                            incident.id(),
                            incident.severity(),
                            Times.iso(incident.start()),
                            Times.iso(incident.end()),
                            (long) incident.findings(),
                            (long) incident.agents().size(),
                            joined(incident.agents()),
                            joined(incident.hosts()),
                            joined(incident.types()),
                            joined(incident.metrics()),
                            joined(incident.detectors()),
                            incident.worst().taskId().toString(),
                            incident.worst().origin().file(),
                            incident.worst().origin().line(),
                            incident.worst().origin().byteOffset()));
        }
        return new TableData(
                List.of(
                        "incident",
                        "severity",
                        "start",
                        "end",
                        "findings",
                        "agent_count",
                        "agents",
                        "hosts",
                        "types",
                        "metrics",
                        "detectors",
                        "worst_task_id",
                        "worst_file",
                        "worst_line",
                        "worst_byte_offset"),
                rows);
    }

    /** Incidents as {@link #incidents}, each with what drives it and the verdict on it. */
    public static TableData described(List<DescribedIncident> incidents) {
        TableData plain = incidents(incidents.stream().map(DescribedIncident::incident).toList());
        List<String> columns = new ArrayList<>(plain.columns());
        columns.addAll(List.of("influencers", "verdict_id", "verdict", "note"));
        List<List<@Nullable Object>> rows = new ArrayList<>(incidents.size());
        for (int i = 0; i < incidents.size(); i++) {
            DescribedIncident described = incidents.get(i);
            Verdict verdict = described.verdict();
            List<@Nullable Object> row = new ArrayList<>(plain.rows().get(i));
            row.add(
                    described.influencers().stream()
                            .map(one ->
                                    String.format(
                                            Locale.ROOT,
                                            "%s %s: %.1f",
                                            one.dimension(),
                                            one.value(),
                                            one.without()))
                            .collect(Collectors.joining(";")));
            row.add(verdict == null ? null : verdict.id());
            row.add(verdict == null ? null : verdict.draft().judgement().word());
            row.add(verdict == null ? null : verdict.draft().note());
            rows.add(row);
        }
        return new TableData(columns, rows);
    }

    /** Verdicts, one a row, in the order they were made. */
    public static TableData verdicts(List<Verdict> verdicts) {
        List<List<@Nullable Object>> rows = new ArrayList<>(verdicts.size());
        for (Verdict verdict : verdicts) {
            rows.add(
                    row(
                            verdict.id(),
                            verdict.draft().judgement().word(),
                            verdict.draft().note(),
                            Times.iso(verdict.madeAt()),
                            verdict.madeBy(),
                            verdict.draft().pattern().text(),
                            verdict.draft().effect().text(),
                            verdict.findings(),
                            verdict.holds()));
        }
        return new TableData(
                List.of(
                        "verdict_id",
                        "verdict",
                        "note",
                        "made_at",
                        "made_by",
                        "covers",
                        "effect",
                        "findings",
                        "holds"),
                rows);
    }

    /** Pairs of agents and who went first, one a row, in their order. */
    public static TableData leads(List<Lead> leads) {
        List<List<@Nullable Object>> rows = new ArrayList<>(leads.size());
        for (Lead lead : leads) {
            rows.add(
                    row(
                            lead.order().name().toLowerCase(Locale.ROOT),
                            lead.first().toString(),
                            lead.second().toString(),
                            lead.shared(),
                            lead.metric(),
                            (double) lead.lag() / Times.SECOND,
                            (double) lead.bin() / Times.SECOND,
                            lead.correlation(),
                            (long) lead.bins(),
                            lead.p()));
        }
        return new TableData(
                List.of(
                        "order",
                        "first_agent_id",
                        "second_agent_id",
                        "shared",
                        "metric",
                        "lag_seconds",
                        "bin_seconds",
                        "correlation",
                        "bins",
                        "p"),
                rows);
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(";"));
    }

    /** Agents, one a row, in their order. */
    public static TableData agents(List<AgentRow> agents) {
        List<List<@Nullable Object>> rows = new ArrayList<>(agents.size());
        for (AgentRow agent : agents) {
            rows.add(
                    row(
                            agent.id().toString(),
                            agent.name(),
                            agent.type(),
                            agent.host(),
                            agent.runs(),
                            agent.p50(),
                            agent.p95(),
                            agent.accuracy(),
                            agent.successRate(),
                            agent.latencyChange(),
                            agent.score(),
                            agent.findings(),
                            agent.worst()));
        }
        return new TableData(
                List.of(
                        "agent_id",
                        "name",
                        "target_agent_type",
                        "hostname",
                        "runs",
                        "latency_p50_ms",
                        "latency_p95_ms",
                        "mean_accuracy",
                        "success_rate",
                        "latency_change",
                        "performance_score",
                        "findings",
                        "worst_severity"),
                rows);
    }

    /** Buckets of the fleet's timeline, one a row. */
    public static TableData timeline(FleetTimeline timeline) {
        List<String> columns =
                new ArrayList<>(
                        List.of(
                                "bucket_start",
                                "bucket_end",
                                "runs",
                                "latency_p50_ms",
                                "latency_p95_ms",
                                "latency_p99_ms",
                                "mean_accuracy"));
        for (Severity severity : Severity.values()) {
            columns.add("findings_" + severity.name().toLowerCase(Locale.ROOT));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < timeline.start().length; i++) {
            List<@Nullable Object> row =
                    row(
                            Times.iso(timeline.start()[i]),
                            Times.iso(timeline.start()[i] + timeline.bucket()),
                            (long) timeline.runs()[i],
                            timeline.p50()[i],
                            timeline.p95()[i],
                            timeline.p99()[i],
                            timeline.accuracy()[i]);
            for (int[] band : timeline.findings()) {
                row.add((long) band[i]);
            }
            rows.add(row);
        }
        return new TableData(columns, rows);
    }

    /** Broken rules, one a row, in their order. */
    public static TableData rules(List<ReportModel.RuleCount> rules) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ReportModel.RuleCount rule : rules) {
            rows.add(
                    row(
                            rule.rule(),
                            rule.severity().name().toLowerCase(Locale.ROOT),
                            rule.rows(),
                            rule.meaning()));
        }
        return new TableData(List.of("rule", "severity", "rows", "meaning"), rows);
    }

    /** Repaired rows with their originals, one a row, in their order. */
    public static TableData repaired(List<ReportModel.RepairedRow> repaired) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ReportModel.RepairedRow row : repaired) {
            rows.add(
                    row(
                            row.origin().file(),
                            row.origin().line(),
                            row.origin().byteOffset(),
                            String.join(" ", row.rules()),
                            row.original(),
                            row.repaired(),
                            Times.iso(row.repairedAt()),
                            row.repairedBy()));
        }
        return new TableData(
                List.of(
                        "file",
                        "line",
                        "byte_offset",
                        "rules",
                        "original",
                        "repaired",
                        "repaired_at",
                        "repaired_by"),
                rows);
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        List<@Nullable Object> row = new ArrayList<>();
        Collections.addAll(row, cells);
        return row;
    }
}
