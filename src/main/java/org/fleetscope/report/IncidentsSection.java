package org.fleetscope.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fleetscope.model.AssessedFinding;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Influencer;
import org.fleetscope.model.Verdict;
import org.jspecify.annotations.Nullable;

/** The worst incidents with what drives them, their evidence, and what people said of them. */
final class IncidentsSection implements HtmlSection {
    private static final int MOST_EVIDENCE = 5;
    private static final int MOST_INFLUENCERS = 3;
    private static final List<HtmlTable.Column> INCIDENTS =
            List.of(
                    HtmlTable.Column.text("Severity"),
                    HtmlTable.Column.text("From (UTC)"),
                    HtmlTable.Column.text("To (UTC)"),
                    HtmlTable.Column.text("Agents"),
                    HtmlTable.Column.text("Hosts"),
                    HtmlTable.Column.text("Metrics"),
                    HtmlTable.Column.number("Findings"),
                    HtmlTable.Column.text("Detectors"),
                    HtmlTable.Column.text("What drives it"),
                    HtmlTable.Column.text("Evidence"),
                    HtmlTable.Column.text("Verdict"));
    private static final List<HtmlTable.Column> VERDICTS =
            List.of(
                    HtmlTable.Column.text("Verdict"),
                    HtmlTable.Column.text("Note"),
                    HtmlTable.Column.text("Given (UTC)"),
                    HtmlTable.Column.text("By"),
                    HtmlTable.Column.text("Covers"),
                    HtmlTable.Column.text("Effect"),
                    HtmlTable.Column.number("Findings"));

    @Override
    public String id() {
        return "incidents";
    }

    @Override
    public String title() {
        return "Incidents and verdicts";
    }

    @Override
    public void write(ReportModel model, Html out) {
        if (model.incidents().isEmpty()) {
            out.element("p", "card", "No finding is severe enough for an incident.");
        } else {
            Map<UUID, String> names = AgentNames.of(model.agents());
            HtmlTable table = new HtmlTable(out);
            table.start("incidents", "Filter by agent, host, metric, …", INCIDENTS);
            model.incidents().forEach(incident -> row(incident, names, table, out));
            table.end();
        }
        if (!model.verdicts().isEmpty()) {
            HtmlTable table = new HtmlTable(out);
            table.start("verdicts", "Filter by note, agent, …", VERDICTS);
            model.verdicts().forEach(verdict -> row(verdict, table));
            table.end();
        }
    }

    private static void row(
            DescribedIncident described, Map<UUID, String> names, HtmlTable table, Html out) {
        Incident incident = described.incident();
        table.startRow();
        table.cell(incident.severity(), () -> SeverityBadge.write(incident.severity(), out))
                .text(TimeText.seconds(incident.start()))
                .text(TimeText.seconds(incident.end()))
                .text(
                        incident.isOfFleet()
                                ? "the fleet"
                                : incident.agents().stream()
                                        .map(agent -> AgentNames.name(names, agent))
                                        .collect(Collectors.joining(", ")))
                .text(String.join(", ", incident.hosts()))
                .text(
                        incident.metrics().stream()
                                .map(metric -> Numbers.metric(metric).label())
                                .collect(Collectors.joining(", ")))
                .number(Numbers.count(incident.findings()), incident.findings())
                .text(String.join(", ", incident.detectors()))
                .text(
                        described.influencers().stream()
                                .limit(MOST_INFLUENCERS)
                                .map(influencer -> sentence(influencer, names))
                                .collect(Collectors.joining("; ")))
                .text(
                        described.evidence().stream()
                                .limit(MOST_EVIDENCE)
                                .map(AssessedFinding::finding)
                                .map(IncidentsSection::evidence)
                                .collect(Collectors.joining("; ")))
                .text(verdict(described.verdict()));
        table.endRow();
    }

    /** "without node-17 this is 22, not 88". */
    private static String sentence(Influencer influencer, Map<UUID, String> names) {
        String value =
                influencer.dimension().equals("agent")
                        ? AgentNames.name(names, UUID.fromString(influencer.value()))
                        : influencer.value();
        String subject =
                influencer.dimension().equals("host")
                        ? value
                        : influencer.dimension() + " " + value;
        return String.format(
                Locale.ROOT,
                "without %s this is %.0f, not %.0f",
                subject,
                influencer.without(),
                influencer.severity());
    }

    private static String evidence(Finding finding) {
        String file = finding.origin().file();
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
                + ":"
                + finding.origin().line()
                + " (byte "
                + finding.origin().byteOffset()
                + ")";
    }

    private static String verdict(@Nullable Verdict verdict) {
        if (verdict == null) {
            return Numbers.MISSING;
        }
        String note = verdict.draft().note();
        return verdict.draft().judgement().word() + (note.isBlank() ? "" : ": " + note);
    }

    private static void row(Verdict verdict, HtmlTable table) {
        table.startRow();
        table.text(verdict.draft().judgement().word() + (verdict.holds() ? "" : " (taken back)"))
                .text(verdict.draft().note())
                .text(TimeText.seconds(verdict.madeAt()))
                .text(verdict.madeBy())
                .text(verdict.draft().pattern().text())
                .text(verdict.draft().effect().text())
                .number(Numbers.count(verdict.findings()), verdict.findings());
        table.endRow();
    }
}
