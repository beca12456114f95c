package org.fleetscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fleetscope.model.Finding;
import org.fleetscope.model.FindingPattern;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.model.Verdict;
import org.fleetscope.model.VerdictEffect;
import org.fleetscope.model.VerdictPreview;

/** Verdicts and what they change, as JSON or for people. */
final class VerdictsDocument {
    /** Findings of a preview that are listed for people. */
    private static final int SHOWN = 20;

    private VerdictsDocument() {}

    static ObjectNode json(List<Verdict> verdicts) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode list = document.putArray("verdicts");
        for (Verdict verdict : verdicts) {
            ObjectNode entry =
                    list.addObject()
                            .put("id", verdict.id())
                            .put("verdict", verdict.draft().judgement().word())
                            .put("note", verdict.draft().note())
                            .put("made_at", Times.iso(verdict.madeAt()))
                            .put("made_by", verdict.madeBy());
            pattern(verdict.draft().pattern(), entry);
            entry.put("effect", verdict.draft().effect().word());
            if (verdict.draft().effect() instanceof VerdictEffect.Retune tuned) {
                entry.put("threshold", tuned.threshold()).put("value", tuned.value());
            }
            entry.put("findings", verdict.findings());
            entry.put("holds", verdict.holds());
            if (!verdict.holds()) {
                entry.put("removed_at", Times.iso(verdict.removedAt()))
                        .put("removed_by", verdict.removedBy());
            }
            ArrayNode evidence = entry.putArray("evidence");
            verdict.evidence().forEach(finding -> evidence(finding, evidence.addObject()));
        }
        return document;
    }

    private static void pattern(FindingPattern pattern, ObjectNode entry) {
        texts(pattern.agents(), entry.putArray("agents"));
        texts(pattern.metrics(), entry.putArray("metrics"));
        texts(pattern.detectors(), entry.putArray("detectors"));
        TimeRange time = pattern.time();
        entry.put("from", time.from() == Long.MIN_VALUE ? null : Times.iso(time.from()));
        entry.put("to", time.to() == Long.MAX_VALUE ? null : Times.iso(time.to()));
        entry.put("side", pattern.side().word());
    }

    private static void texts(Set<?> values, ArrayNode to) {
        values.stream().map(Object::toString).sorted().forEach(to::add);
    }

    private static void evidence(Verdict.Evidence finding, ObjectNode to) {
        to.put("detector", finding.detector())
                .put("task_id", finding.task().toString())
                .put("agent_id", finding.agent().toString())
                .put("recorded_at", Times.iso(finding.recordedAt()))
                .put("metric", finding.metric());
        number("actual", finding.actual(), to);
        number("typical", finding.typical(), to);
        number("lower", finding.lower(), to);
        number("upper", finding.upper(), to);
        to.put("severity", finding.severity())
                .put("threshold", finding.threshold())
                .put("file", finding.origin().file())
                .put("line", finding.origin().line())
                .put("byte_offset", finding.origin().byteOffset());
    }

    private static void number(String name, double value, ObjectNode to) {
        if (Double.isFinite(value)) {
            to.put(name, value);
        } else {
            to.putNull(name);
        }
    }

    static ObjectNode json(VerdictPreview preview) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("covered", preview.covered())
                .put("findings_before", preview.findingsBefore())
                .put("findings_after", preview.findingsAfter())
                .put("incidents_before", preview.incidentsBefore())
                .put("incidents_after", preview.incidentsAfter());
        ArrayNode vanishing = document.putArray("vanishing");
        preview.vanishing().forEach(f -> evidence(Verdict.Evidence.of(f), vanishing.addObject()));
        ArrayNode appearing = document.putArray("appearing");
        preview.appearing().forEach(f -> evidence(Verdict.Evidence.of(f), appearing.addObject()));
        return document;
    }

    static List<String> text(List<Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            return List.of("No verdict was given yet.");
        }
        TextTable table = new TextTable();
        for (Verdict verdict : verdicts) {
            table.row(
                    verdict.holds() ? "" : "(taken back)",
                    Long.toString(verdict.id()),
                    verdict.draft().judgement().word(),
                    verdict.draft().effect().text(),
                    Times.iso(verdict.madeAt()),
                    verdict.madeBy(),
                    verdict.findings() + " findings: " + verdict.draft().pattern().text(),
                    verdict.draft().note());
        }
        return table.lines();
    }

    static List<String> text(VerdictPreview preview) {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "Covers %,d findings. Findings: %,d now, %,d then. Incidents: %,d now, %,d"
                                + " then.",
                        preview.covered(),
                        preview.findingsBefore(),
                        preview.findingsAfter(),
                        preview.incidentsBefore(),
                        preview.incidentsAfter()));
        list("Vanishing", preview.vanishing(), lines);
        list("Appearing", preview.appearing(), lines);
        return lines;
    }

    private static void list(String title, List<Finding> findings, List<String> lines) {
        if (findings.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%s: %,d", title, findings.size()));
        TextTable table = new TextTable();
        for (Finding finding : findings.subList(0, Math.min(SHOWN, findings.size()))) {
            table.row(
                    finding.detector(),
                    String.format(Locale.ROOT, "%.1f", finding.severity()),
                    Times.iso(finding.recordedAt()),
                    finding.agentId().toString(),
                    finding.metric(),
                    String.format(Locale.ROOT, "%.6g", finding.actual()),
                    finding.origin().file() + ":" + finding.origin().line());
        }
        lines.addAll(table.lines());
        if (findings.size() > SHOWN) {
            lines.add("… all of them with --json");
        }
    }
}
