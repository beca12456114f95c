package org.fleetscope.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.fleetscope.model.Times;
import org.fleetscope.sample.FaultKind;

/** The page with the tables of studies, in Markdown. */
final class DetectionPage {
    private static final String INTRODUCTION =
            """
            # Detection, measured

            How well the detectors find the faults that `fleetscope generate` builds into synthetic fleets. This page is
            written by a command, about three minutes on two cores; the same source gives the same bytes:

                ./mvnw -Pbench -DskipTests test-compile exec:exec@bench -Dbench.main=org.fleetscope.detection.DetectionTable -Dbench.args=docs/detection.md

            Thresholds can follow the file, as in `-Dbench.args="other.md peer.k=4"`. What the tables say stands in
            [detectors.md](detectors.md).

            **Fleets.** Each has all kinds of faults but bad rows (sample-data/README.md tells what they do), all at one
            strength: a factor f becomes 1 + (f − 1)·strength, a loss l becomes l·strength; × 1 is a latency × 6, a drift to
            × 3, an accuracy 0.3 lower, a host × 2.5 with 0.25 more CPU, a leak to × 4, three quarters of the runs missing.
            At strength 0 nothing is changed: what is "hit" there is chance, and a detector is good where it stands out
            from that column. Seeds are 1 to %1$d for each strength; every fleet is examined whole, against itself, with
            default thresholds, all reported metrics and throughput. Beside the faults fleets have a daily cycle, heavy
            tails (one run in 150 is held up) and failing runs (one in 110); what is found of those counts as false here.

            **Hit.** A finding about the struck agent (an agent of the struck host; for a dip any agent or the fleet) on a
            metric that the fault changes, from %2$d min before its start, since a finding about a window stands at some run
            of it, to its end. **Delay** is the median from the start to the first hit. It tells where the finding stands, not
            when it could be known first: `shift` and `peer` have seen the whole window, `shift` what follows too.

            **False alarms.** Findings on none of whom a fault strikes, from %2$d min before to %2$d min after it, whatever
            the metric (of a dip only throughput is excused). Findings are all of them; alarms are what an analyst is called
            for: findings about one agent less than %3$d min apart are one. Counted on sound fleets, seeds %4$d to %5$d.

            **Same budget.** Detectors differ in how often they cry, so each is compared again with only its worst findings:
            the cutoff is the lowest severity that keeps alarms of the sound fleets within the budget. Where even those of severity
            100 are too many, the distance from typical decides, in units of the detector's own limit: margin 9 of the
            2-sigma rule means 18 sigma. `sigma` is the anomaly query of the data structure document as it stands.
            """;

    private final StringBuilder page = new StringBuilder();

    private DetectionPage() {}

    static String of(List<Study> studies) {
        DetectionPage made = new DetectionPage();
        made.page.append(
                INTRODUCTION.formatted(
                        studies.getFirst().seeds(),
                        Injected.TOLERANCE / Times.MINUTE,
                        Alarms.JOINED / Times.MINUTE,
                        Study.SOUND_SEEDS + 1,
                        Study.SOUND_SEEDS + studies.getFirst().seeds()));
        studies.forEach(made::study);
        return made.page.toString();
    }

    private void study(Study study) {
        List<Study.Result> results = study.run();
        page.append(
                "\n## %d agents, %d %s, %d runs an agent and day\n"
                        .formatted(
                                study.scenario().agents(),
                                study.scenario().days(),
                                study.scenario().days() == 1 ? "day" : "days",
                                study.scenario().runs()));
        falseAlarms(study, results);
        ladder("As shipped", study, results, Study.Result::shipped);
        ladder(
                "At " + number(study.budget()) + " false alarms per agent-day at most",
                study,
                results,
                Study.Result::budgeted);
    }

    private void falseAlarms(Study study, List<Study.Result> results) {
        page.append("\n### False alarms of sound fleets, per agent-day\n\n");
        row(List.of("detector", "findings", "alarms", "cutoff for the budget"));
        page.append("|---|---|---|---|\n");
        for (Study.Result result : results) {
            row(
                    List.of(
                            result.contestant().name(),
                            number(result.sound().flagsPerAgentDay()),
                            number(result.sound().alarmsPerAgentDay()),
                            cutoff(result.cutoff())));
        }
    }

    private static String cutoff(Cutoff cutoff) {
        return cutoff.equals(Cutoff.NONE)
                ? "none needed"
                : cutoff.severity() < 100
                        ? "severity " + number(cutoff.severity())
                        : "severity 100, margin " + number(cutoff.margin());
    }

    private void ladder(
            String title,
            Study study,
            List<Study.Result> results,
            Function<Study.Result, List<Tally>> tallies) {
        page.append("\n### ").append(title).append("\n");
        for (FaultKind kind : FaultKind.values()) {
            int faults = tallies.apply(results.getFirst()).getFirst().faults(kind);
            if (faults == 0) {
                continue;
            }
            page.append("\n**")
                    .append(kind.id())
                    .append("**, ")
                    .append(faults)
                    .append(" at each strength; hits · delay\n\n");
            List<String> head = new ArrayList<>(List.of("detector"));
            study.strengths().forEach(s -> head.add(s == 0 ? "none" : "× " + number(s)));
            row(head);
            page.append("|---".repeat(head.size())).append("|\n");
            for (Study.Result result : results) {
                List<Tally> ofStrengths = tallies.apply(result);
                if (ofStrengths.stream().anyMatch(tally -> tally.rate(kind) > 0)) {
                    List<String> cells = new ArrayList<>(List.of(result.contestant().name()));
                    ofStrengths.forEach(tally -> cells.add(cell(tally, kind)));
                    row(cells);
                }
            }
        }
    }

    private static String cell(Tally tally, FaultKind kind) {
        double rate = tally.rate(kind);
        double delay = tally.delay(kind);
        return rate == 0
                ? "–"
                : "%d %% · %s min"
                        .formatted(
                                Math.round(100 * rate),
                                delay < 0.5 ? "< 1" : Long.toString(Math.round(delay)));
    }

    private static String number(double value) {
        return value >= 10 || value == Math.rint(value)
                ? Long.toString(Math.round(value))
                : String.format(Locale.ROOT, value >= 1 ? "%.1f" : "%.2f", value);
    }

    private void row(List<String> cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
