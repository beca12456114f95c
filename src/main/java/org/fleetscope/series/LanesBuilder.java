package org.fleetscope.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.TimeRange;

/** Lays findings out in lanes: one pass over the runs and one over the findings. */
public final class LanesBuilder {
    private static final Comparator<Lanes.Lane> WORST_FIRST =
            Comparator.<Lanes.Lane>comparingDouble(
                            lane -> Double.isNaN(lane.severity()) ? -1 : lane.severity())
                    .thenComparingInt(Lanes.Lane::count)
                    .reversed()
                    .thenComparing(Lanes.Lane::name);

    private final FindingSet findings;
    private final Lanes.By by;
    private final Buckets buckets;
    private final int[] codes;
    private final int[][] runs;
    private final int[][] counts;
    private final int[][] worst;

    private LanesBuilder(FindingSet findings, Lanes.By by, Buckets buckets) {
        Frame frame = findings.frame();
        this.findings = findings;
        this.by = by;
        this.buckets = buckets;
        this.codes =
                switch (by) {
                    case AGENT -> frame.agent();
                    case TYPE -> frame.type();
                    case HOST -> frame.host();
                };
        int lanes =
                switch (by) {
                    case AGENT -> frame.agents().size();
                    case TYPE -> frame.types().size();
                    case HOST -> frame.hosts().size();
                };
        this.runs = new int[lanes][];
        this.counts = new int[lanes][];
        this.worst = new int[lanes][];
    }

    /**
     * Lanes of everything with a run in a range.
     *
     * @param findings most severe first, with the runs they are about
     * @param range stretch of time covered
     * @param wanted about how many cells a lane
     * @param names of the agents
     */
    public static Lanes of(
            FindingSet findings, TimeRange range, Lanes.By by, int wanted, AgentNames names) {
        LanesBuilder builder = new LanesBuilder(findings, by, Buckets.of(range, wanted));
        builder.countRuns();
        builder.addFindings();
        return builder.build(names);
    }

    private void countRuns() {
        long[] at = findings.frame().recordedAt();
        for (int row = 0; row < at.length; row++) {
            int bucket = buckets.indexOf(at[row]);
            if (bucket >= 0 && bucket < buckets.count()) {
                int lane = codes[row];
                if (runs[lane] == null) {
                    runs[lane] = new int[buckets.count()];
                    counts[lane] = new int[buckets.count()];
                    worst[lane] = new int[buckets.count()];
                    Arrays.fill(worst[lane], -1);
                }
                runs[lane][bucket]++;
            }
        }
    }

    private void addFindings() {
        for (int i = 0; i < findings.size(); i++) {
            int bucket = buckets.indexOf(findings.recordedAt(i));
            if (bucket >= 0 && bucket < buckets.count()) {
                int lane = codes[findings.run(i)];
                counts[lane][bucket]++;
                // Most severe first: the first of a cell is its worst.
                if (worst[lane][bucket] < 0) {
                    worst[lane][bucket] = i;
                }
            }
        }
    }

    private Lanes build(AgentNames names) {
        List<Lanes.Lane> lanes = new ArrayList<>();
        for (int code = 0; code < runs.length; code++) {
            if (runs[code] != null) {
                lanes.add(lane(code, names));
            }
        }
        lanes.sort(WORST_FIRST);
        return new Lanes(by, buckets, List.copyOf(lanes), findings.asList());
    }

    private Lanes.Lane lane(int code, AgentNames names) {
        Frame frame = findings.frame();
        double[] severities = new double[buckets.count()];
        int first = Integer.MAX_VALUE;
        int count = 0;
        for (int bucket = 0; bucket < severities.length; bucket++) {
            int finding = worst[code][bucket];
            severities[bucket] = finding < 0 ? Double.NaN : findings.severity(finding);
            first = finding < 0 ? first : Math.min(first, finding);
            count += counts[code][bucket];
        }
        String key =
                switch (by) {
                    case AGENT -> frame.agents().get(code).toString();
                    case TYPE -> frame.types().get(code);
                    case HOST -> frame.hosts().get(code);
                };
        return new Lanes.Lane(
                key,
                by == Lanes.By.AGENT ? names.name(frame.agents().get(code)) : key,
                count == 0 ? Double.NaN : findings.severity(first),
                count,
                runs[code],
                counts[code],
                severities,
                worst[code]);
    }
}
