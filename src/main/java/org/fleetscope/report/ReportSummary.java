package org.fleetscope.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Severity;
import org.fleetscope.series.AgentRow;
import org.fleetscope.series.FleetTimeline;
import org.fleetscope.series.Tile;

/** The report in a few sentences with the numbers that matter. */
public final class ReportSummary {
    private final ReportModel model;
    private final List<String> sentences = new ArrayList<>();

    private ReportSummary(ReportModel model) {
        this.model = model;
    }

    /** The sentences, most important first; those without data are left out. */
    public static List<String> sentences(ReportModel model) {
        ReportSummary summary = new ReportSummary(model);
        summary.extent();
        summary.findings();
        summary.worst();
        summary.mostStruck();
        summary.latency();
        summary.quality();
        return List.copyOf(summary.sentences);
    }

    private void extent() {
        FleetTimeline timeline = model.overview().timeline();
        long runs = model.agents().stream().mapToLong(AgentRow::runs).sum();
        sentences.add(
                Numbers.count(runs)
                        + (runs == 1 ? " run of " : " runs of ")
                        + plural(model.agents().size(), "agent")
                        + " from "
                        + TimeText.range(timeline.range())
                        + ".");
    }

    private void findings() {
        int total = model.findings().size();
        if (total == 0) {
            sentences.add("No anomalies were found with these settings.");
            return;
        }
        List<String> bands = new ArrayList<>();
        for (Severity band :
                List.of(Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, Severity.LOW)) {
            long count =
                    model.findings().stream().filter(finding -> finding.band() == band).count();
            if (count > 0) {
                bands.add(Numbers.count(count) + " " + band.label().toLowerCase(Locale.ROOT));
            }
        }
        sentences.add(
                Numbers.count(total)
                        + (total == 1 ? " anomaly: " : " anomalies: ")
                        + String.join(", ", bands)
                        + ".");
    }

    private void worst() {
        if (model.findings().isEmpty()) {
            return;
        }
        Finding worst = model.findings().getFirst();
        Metric metric = Numbers.metric(worst.metric());
        sentences.add(
                "The most severe: "
                        + metric.label().toLowerCase(Locale.ROOT)
                        + " of "
                        + AgentNames.name(AgentNames.of(model.agents()), worst.agentId())
                        + (worst.host() == null ? "" : " on " + worst.host())
                        + " was "
                        + Numbers.of(worst.actual(), metric.unit())
                        + " on "
                        + TimeText.minutes(worst.recordedAt())
                        + " UTC, where "
                        + Numbers.of(worst.typical(), metric.unit())
                        + " is typical (severity "
                        + SeverityBadge.score(worst.severity())
                        + ").");
    }

    private void mostStruck() {
        Optional<AgentRow> most =
                model.agents().stream()
                        .filter(agent -> agent.findings() > 0)
                        .max(Comparator.comparingLong(AgentRow::findings));
        if (most.isPresent()) {
            AgentRow agent = most.get();
            sentences.add(
                    "Most anomalies are of "
                            + agent.name()
                            + " ("
                            + agent.type()
                            + ", "
                            + agent.host()
                            + "): "
                            + Numbers.count(agent.findings())
                            + " in "
                            + plural(agent.runs(), "run")
                            + ".");
        }
    }

    private void latency() {
        for (Tile tile : model.overview().tiles()) {
            if (tile.id().equals("latency_p50") && !Double.isNaN(tile.value())) {
                double change = tile.value() / tile.previous() - 1;
                sentences.add(
                        "The median latency was "
                                + Numbers.of(tile.value(), tile.unit())
                                + (Double.isFinite(change)
                                        ? ", "
                                                + Numbers.change(change)
                                                + " against the period before"
                                        : "")
                                + ".");
            }
        }
    }

    private void quality() {
        ReportModel.Counts counts = model.counts();
        String start =
                "Of "
                        + plural(counts.rowsRead(), "row")
                        + " read, "
                        + Numbers.count(counts.accepted())
                        + " were accepted, "
                        + Numbers.count(counts.rejected())
                        + " quarantined and "
                        + Numbers.count(counts.skippedExisting())
                        + " already there";
        Optional<ReportModel.RuleCount> most =
                model.rules().stream().max(Comparator.comparingLong(ReportModel.RuleCount::rows));
        sentences.add(
                start
                        + most.map(rule ->
                                        "; the rule broken most often is "
                                                + rule.rule()
                                                + " ("
                                                + plural(rule.rows(), "row")
                                                + ")")
                                .orElse("")
                        + ".");
    }

    private static String plural(long count, String noun) {
        return Numbers.count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
