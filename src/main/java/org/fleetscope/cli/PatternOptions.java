package org.fleetscope.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fleetscope.model.AssessedFinding;
import org.fleetscope.model.Finding;
import org.fleetscope.model.FindingPattern;
import org.fleetscope.model.FindingPattern.Side;
import org.fleetscope.model.Incident;
import org.fleetscope.model.TimeRange;
import org.fleetscope.workspace.Diagnosis;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which findings a verdict is about. */
final class PatternOptions {
    @Option(
            names = "--incident",
            paramLabel = "ID",
            description =
                    "The findings of an incident: of its agents, metrics and detectors while it lasts.")
    private @Nullable String incident;

    @Option(names = "--task", paramLabel = "ID", description = "The findings of the run of a task.")
    private @Nullable UUID task;

    @Option(
            names = "--agent",
            split = ",",
            paramLabel = "ID",
            description = "Findings of these agents; of all by default.")
    private Set<UUID> agents = new HashSet<>();

    @Option(
            names = "--metric",
            split = ",",
            paramLabel = "METRIC",
            description = "Findings about these metrics; about all by default.")
    private Set<String> metrics = new HashSet<>();

    @Option(
            names = "--detector",
            split = ",",
            paramLabel = "DETECTOR",
            description = "Findings of these detectors; of all by default.")
    private Set<String> detectors = new HashSet<>();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "Findings at this instant or later.")
    private @Nullable Long from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "Findings at this instant or earlier.")
    private @Nullable Long to;

    @Option(
            names = "--side",
            paramLabel = "any|high|low",
            defaultValue = "any",
            description = "Values above or below what is typical; any by default.")
    private Side side = Side.ANY;

    /**
     * @throws UsageException for an incident or a task without findings, or when nothing narrows
     *     what is meant
     */
    FindingPattern pattern(Diagnosis diagnosis) {
        TimeRange named = Ranges.through(from, to, "");
        FindingPattern base = base(diagnosis);
        FindingPattern pattern =
                new FindingPattern(
                        agents.isEmpty() ? base.agents() : agents,
                        metrics.isEmpty() ? base.metrics() : metrics,
                        detectors.isEmpty() ? base.detectors() : detectors,
                        named == null ? base.time() : named,
                        side);
        if (pattern.equals(ALL)) {
            throw new UsageException(
                    "Say which findings are meant: --incident, --task, --agent, --metric, --detector,"
                            + " --from, --to or --side.");
        }
        return pattern;
    }

    private static final FindingPattern ALL =
            new FindingPattern(Set.of(), Set.of(), Set.of(), TimeRange.ALL, Side.ANY);

    private FindingPattern base(Diagnosis diagnosis) {
        if (incident != null) {
            Incident found =
                    diagnosis
                            .incident(incident)
                            .orElseThrow(() ->
                                    new UsageException(
                                            "There is no incident "
                                                    + incident
                                                    + ": 'fleetscope anomalies --incidents' lists"
                                                    + " them; name the same detectors."));
            return FindingPattern.of(found);
        }
        if (task != null) {
            List<Finding> of =
                    diagnosis.findings().stream()
                            .map(AssessedFinding::finding)
                            .filter(finding -> finding.taskId().equals(task))
                            .toList();
            if (of.isEmpty()) {
                throw new UsageException("There is no finding of a run of task " + task + ".");
            }
            FindingPattern one = FindingPattern.of(of.getFirst());
            return new FindingPattern(one.agents(), Set.of(), Set.of(), one.time(), Side.ANY);
        }
        return ALL;
    }
}
