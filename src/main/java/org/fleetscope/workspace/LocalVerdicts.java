package org.fleetscope.workspace;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.fleetscope.analysis.Detector;
import org.fleetscope.analysis.Detectors;
import org.fleetscope.analysis.Threshold;
import org.fleetscope.analysis.incident.Incidents;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.AssessedFinding;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.model.Verdict;
import org.fleetscope.model.VerdictDraft;
import org.fleetscope.model.VerdictEffect.Retune;
import org.jspecify.annotations.Nullable;

/** Keeps verdicts in the workspace's store. */
final class LocalVerdicts implements Verdicts {
    /** Findings kept with a verdict; a report of more would not be read. */
    private static final int MOST_EVIDENCE = 100;

    private final OpeningStore store;
    private final InstantSource clock;
    private final Runnable changed;
    private volatile List<Verdict> verdicts;

    /**
     * @param verdicts those that the store holds
     * @param changed told after each change
     */
    LocalVerdicts(
            OpeningStore store, InstantSource clock, List<Verdict> verdicts, Runnable changed) {
        this.store = store;
        this.clock = clock;
        this.verdicts = List.copyOf(verdicts);
        this.changed = changed;
    }

    @Override
    public List<Verdict> all() {
        return verdicts;
    }

    /** Those that hold, in the order they were made. */
    List<Verdict> holding() {
        return verdicts.stream().filter(Verdict::holds).toList();
    }

    @Override
    public synchronized Verdict add(VerdictDraft draft, FleetView seen, JobContext job)
            throws IOException {
        requireKnown(draft);
        List<Verdict.Evidence> evidence = new ArrayList<>();
        long covered = 0;
        for (AssessedFinding assessed : seen.diagnosis(Incidents.LEAST_SEVERITY, job).findings()) {
            if (draft.pattern().covers(assessed.finding())) {
                covered++;
                if (evidence.size() < MOST_EVIDENCE) {
                    evidence.add(Verdict.Evidence.of(assessed.finding()));
                }
            }
        }
        long last = verdicts.isEmpty() ? 0 : verdicts.getLast().id();
        Verdict verdict =
                new Verdict(
                        last + 1,
                        now(),
                        user(),
                        draft,
                        covered,
                        json(seen.settings()),
                        evidence,
                        Times.MISSING,
                        null);
        store.get().verdicts().add(verdict);
        List<Verdict> next = new ArrayList<>(verdicts);
        next.add(verdict);
        verdicts = List.copyOf(next);
        changed.run();
        return verdict;
    }

    /**
     * @throws IllegalArgumentException as {@link #add} says
     */
    static void requireKnown(VerdictDraft draft) {
        for (String id : draft.pattern().detectors()) {
            Detector detector = Detectors.byId(id);
            if (draft.effect() instanceof Retune tuned) {
                List<String> known = detector.thresholds().stream().map(Threshold::id).toList();
                if (!known.contains(tuned.threshold())) {
                    throw new IllegalArgumentException(
                            "detector "
                                    + id
                                    + " has no threshold \""
                                    + tuned.threshold()
                                    + "\"; it has "
                                    + String.join(", ", known));
                }
            }
        }
    }

    @Override
    public synchronized void remove(long id) throws IOException {
        long at = now();
        String by = user();
        if (!store.get().verdicts().remove(id, at, by)) {
            throw new IllegalArgumentException("there is no verdict " + id + " that holds");
        }
        replace(id, at, by);
    }

    @Override
    public synchronized void restore(long id) throws IOException {
        if (!store.get().verdicts().restore(id)) {
            throw new IllegalArgumentException(
                    "there is no verdict " + id + " that was taken back");
        }
        replace(id, Times.MISSING, null);
    }

    private void replace(long id, long removedAt, @Nullable String removedBy) {
        verdicts =
                verdicts.stream()
                        .map(verdict ->
                                verdict.id() == id
                                        ? new Verdict(
                                                id,
                                                verdict.madeAt(),
                                                verdict.madeBy(),
                                                verdict.draft(),
                                                verdict.findings(),
                                                verdict.settings(),
                                                verdict.evidence(),
                                                removedAt,
                                                removedBy)
                                        : verdict)
                        .toList();
        changed.run();
    }

    private long now() {
        return Times.ofInstant(clock.instant());
    }

    private static String user() {
        String name = System.getProperty("user.name", "");
        return name.isBlank() ? "unknown" : name;
    }

    private static String json(AnalysisSettings settings) {
        ObjectNode node = new JsonMapper().createObjectNode();
        ArrayNode detectors = node.putArray("detectors");
        settings.detectors().forEach(detectors::add);
        ArrayNode metrics = node.putArray("metrics");
        settings.metrics().forEach(metrics::add);
        range(node, "baseline", settings.baseline());
        range(node, "examined", settings.examined());
        ObjectNode thresholds = node.putObject("thresholds");
        for (String id : settings.detectors()) {
            for (Threshold threshold : Detectors.byId(id).thresholds()) {
                double value =
                        settings.thresholds()
                                .getOrDefault(threshold.id(), threshold.defaultValue());
                thresholds.put(threshold.id(), value);
            }
        }
        new TreeMap<>(settings.thresholds()).forEach(thresholds::put);
        return node.toString();
    }

    private static void range(ObjectNode node, String name, @Nullable TimeRange range) {
        if (range != null) {
            node.putObject(name).put("from_us", range.from()).put("to_us", range.to());
        }
    }
}
