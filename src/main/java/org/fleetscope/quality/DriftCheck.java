package org.fleetscope.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Drift;
import org.fleetscope.model.Metric;

/**
 * Compares the runs of an import with those of earlier imports, metric by metric and type by type.
 */
public final class DriftCheck {
    private final Frame frame;
    private final int[] now;
    private final int[] earlier;

    /**
     * @param importId the import; those with smaller numbers are the earlier ones
     */
    public DriftCheck(Frame frame, long importId) {
        this.frame = frame;
        int[] imports = frame.importId();
        now = IntStream.range(0, frame.rows()).filter(row -> imports[row] == importId).toArray();
        earlier = IntStream.range(0, frame.rows()).filter(row -> imports[row] < importId).toArray();
    }

    public long runs() {
        return now.length;
    }

    public long earlierRuns() {
        return earlier.length;
    }

    /** Reported and custom metrics that any run has, each for all types and for every type. */
    public List<Drift.OfMetric> metrics(JobContext job) {
        List<Drift.OfMetric> drifts = new ArrayList<>();
        List<String> metrics =
                Stream.concat(
                                Metric.REPORTED.stream().map(Metric::id),
                                frame.customNames().stream()
                                        .map(name -> Metric.CUSTOM_PREFIX + name))
                        .toList();
        for (String metric : metrics) {
            job.checkCancelled();
            double[] values = frame.metric(metric);
            if (values == null || isEmpty(values)) {
                continue;
            }
            drifts.add(drift(metric, values, -1));
            for (int type : sortedTypes()) {
                drifts.add(drift(metric, values, type));
            }
        }
        return drifts;
    }

    private static boolean isEmpty(double[] values) {
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return false;
            }
        }
        return true;
    }

    private int[] sortedTypes() {
        BitSet present = new BitSet();
        for (int[] rows : new int[][] {now, earlier}) {
            for (int row : rows) {
                present.set(frame.type()[row]);
            }
        }
        return present.stream()
                .boxed()
                .sorted((a, b) -> frame.types().get(a).compareTo(frame.types().get(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** One side of a comparison. */
    private record Sample(long runs, double[] values) {
        double mean() {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum / values.length;
        }

        double missing() {
            return runs == 0 ? Double.NaN : (double) (runs - values.length) / runs;
        }
    }

    /**
     * @param type code of the agent type, −1 for all
     */
    private Drift.OfMetric drift(String metric, double[] values, int type) {
        Sample here = sample(now, values, type);
        Sample before = sample(earlier, values, type);
        KolmogorovSmirnov test = KolmogorovSmirnov.of(here.values(), before.values());
        return new Drift.OfMetric(
                metric,
                type < 0 ? Drift.ALL_TYPES : frame.types().get(type),
                here.runs(),
                before.runs(),
                test.d(),
                test.p(),
                here.mean(),
                before.mean(),
                here.missing(),
                before.missing());
    }

    private Sample sample(int[] rows, double[] values, int type) {
        double[] present = new double[rows.length];
        int runs = 0;
        int size = 0;
        for (int row : rows) {
            if (type < 0 || frame.type()[row] == type) {
                runs++;
                if (!Double.isNaN(values[row])) {
                    present[size++] = values[row];
                }
            }
        }
        return new Sample(runs, Arrays.copyOf(present, size));
    }

    /** Agents, hosts and types that came or went. */
    public List<Drift.OfDimension> dimensions() {
        return List.of(
                dimension("agent", frame.agent(), code -> frame.agents().get(code).toString()),
                dimension("host", frame.host(), code -> frame.hosts().get(code)),
                dimension("type", frame.type(), code -> frame.types().get(code)));
    }

    private Drift.OfDimension dimension(String name, int[] codes, IntFunction<String> value) {
        TreeSet<String> here = values(now, codes, value);
        TreeSet<String> before = values(earlier, codes, value);
        TreeSet<String> appeared = new TreeSet<>(here);
        appeared.removeAll(before);
        before.removeAll(here);
        return new Drift.OfDimension(name, List.copyOf(appeared), List.copyOf(before));
    }

    private static TreeSet<String> values(int[] rows, int[] codes, IntFunction<String> value) {
        BitSet seen = new BitSet();
        for (int row : rows) {
            seen.set(codes[row]);
        }
        TreeSet<String> values = new TreeSet<>();
        seen.stream().mapToObj(value).forEach(values::add);
        return values;
    }
}
