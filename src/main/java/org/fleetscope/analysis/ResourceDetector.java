package org.fleetscope.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fleetscope.frame.Columns;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Severity;
import org.fleetscope.model.Unit;

/**
 * A run whose CPU, memory and network together are unusual for its agent type, given how complex
 * its task is: robust Mahalanobis distance of cpu_usage, log memory_mb and log network_bytes, each
 * less what a straight line over the complexity explains. A finding names the quantity that is
 * farthest off. A run that lacks one of them is not judged; one without spread in the type is left
 * out.
 */
final class ResourceDetector implements Detector {
    static final String ID = "resource";
    static final Threshold K =
            new Threshold("resource.k", "Standard deviations of equal probability", Unit.NONE, 4.5);

    /** Runs of a type needed to know what is usual. */
    private static final int FEWEST = 30;

    private static final List<Metric> METRICS = List.of(Metric.CPU, Metric.MEMORY, Metric.NETWORK);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Resources together";
    }

    @Override
    public String description() {
        return "A run's CPU, memory and network together are unusual for its agent type and its task's complexity.";
    }

    @Override
    public List<String> neededColumns() {
        return List.of(Columns.TYPE, Columns.CPU_USAGE, Columns.MEMORY_MB, Columns.NETWORK_BYTES);
    }

    @Override
    public List<Threshold> thresholds() {
        return List.of(K);
    }

    @Override
    public FindingSet detect(DetectorInput input, JobContext job) {
        Frame frame = input.frame();
        double p = NormalTail.twoSided(input.value(K));
        FindingColumns found = new FindingColumns(frame, 0);
        job.progress(new Progress("Looking at resources together", 0, 0, "runs", frame.rows()));
        int[][] rows = RowsByCode.of(frame.type(), frame.types().size());
        IntStream.range(0, rows.length)
                .parallel()
                .mapToObj(type -> {
                    job.checkCancelled();
                    return detect(input, rows[type], p);
                })
                .toList()
                .forEach(found::addAll);
        return new FindingSet(found);
    }

    private static FindingColumns detect(DetectorInput input, int[] ofType, double p) {
        FindingColumns found = new FindingColumns(input.frame(), 0);
        boolean[] learnt = new boolean[ofType.length];
        for (int i = 0; i < learnt.length; i++) {
            long at = input.frame().recordedAt()[ofType[i]];
            learnt[i] = input.baselineRange().contains(at);
        }
        List<ResourceColumn> columns =
                METRICS.stream()
                        .map(metric -> ResourceColumn.of(input, metric, ofType))
                        .filter(column -> column.isTelling(learnt, FEWEST))
                        .toList();
        if (columns.isEmpty()) {
            return found;
        }
        int[] positions = complete(columns, ofType.length);
        double[][] usual = new double[columns.size()][];
        for (int j = 0; j < usual.length; j++) {
            usual[j] = learnt(columns.get(j).rest(), positions, learnt);
        }
        if (usual[0].length < FEWEST) {
            return found;
        }
        ResourceModel model = ResourceModel.of(usual);
        double[][] rest = columns.stream().map(ResourceColumn::rest).toArray(double[][]::new);
        double within = ResourceModel.within(p, rest.length);
        double[] run = new double[columns.size()];
        for (int i : positions) {
            for (int j = 0; j < run.length; j++) {
                run[j] = rest[j][i];
            }
            double distance = model.distance(run);
            // Spares the tail, which is dear, for nearly all.
            if (distance < within
                    || !input.examinedRange().contains(input.frame().recordedAt()[ofType[i]])) {
                continue;
            }
            double tail = ResourceModel.tail(distance, run.length);
            if (tail < p) {
                add(found, ofType[i], i, columns, model, run, tail, input.value(K));
            }
        }
        return found;
    }

    /** Positions where no column lacks a value. */
    private static int[] complete(List<ResourceColumn> columns, int size) {
        int[] positions = new int[size];
        int n = 0;
        for (int i = 0; i < size; i++) {
            boolean missing = false;
            for (ResourceColumn column : columns) {
                missing |= Double.isNaN(column.rest()[i]);
            }
            positions[n] = i;
            n += missing ? 0 : 1;
        }
        return Arrays.copyOf(positions, n);
    }

    private static double[] learnt(double[] rest, int[] positions, boolean[] learnt) {
        double[] usual = new double[positions.length];
        int n = 0;
        for (int i : positions) {
            if (learnt[i]) {
                usual[n++] = rest[i];
            }
        }
        return Arrays.copyOf(usual, n);
    }

    private static void add(
            FindingColumns found,
            int row,
            int position,
            List<ResourceColumn> columns,
            ResourceModel model,
            double[] run,
            double tail,
            double k) {
        int worst = 0;
        for (int j = 1; j < run.length; j++) {
            worst = Math.abs(model.score(run, j)) > Math.abs(model.score(run, worst)) ? j : worst;
        }
        ResourceColumn column = columns.get(worst);
        double reach = k * model.spread(worst);
        int at = found.add(row, found.detectorCode(ID), found.metricCode(column.metric().id()));
        found.actual[at] = column.value(position, run[worst]);
        found.typical[at] = column.value(position, model.centre(worst));
        found.lower[at] = column.value(position, model.centre(worst) - reach);
        found.upper[at] = column.value(position, model.centre(worst) + reach);
        found.severity[at] = Severity.score(tail);
        found.threshold[at] = k;
    }

    @Override
    public List<Expectation> expectations(DetectorInput input, int agent) {
        return List.of();
    }
}
