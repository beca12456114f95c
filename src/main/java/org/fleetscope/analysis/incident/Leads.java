package org.fleetscope.analysis.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fleetscope.analysis.AgentRuns;
import org.fleetscope.analysis.SeriesMetrics;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.MainTypes;
import org.fleetscope.frame.Quantiles;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Lead;
import org.fleetscope.model.Metric;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;

/**
 * Who went first among agents that share a host or a type: the lagged correlation of the changes of
 * a metric, binned (median of the runs of a bin, runs a minute for throughput), see {@link
 * LaggedCorrelation}. A pair has an order when its correlation is significant at {@value #LEVEL}
 * over all lags and pairs looked at (Bonferroni) and when at least {@value #SAME} of the resamples
 * put it in the same order.
 */
public final class Leads {
    /** Agents whose pairs are looked at; the first of those asked for. */
    public static final int MOST_AGENTS = 12;

    private static final double LEVEL = 0.01;
    private static final double SAME = 0.95;
    private static final int LAGS = 15;
    private static final long[] BINS = {
        Times.MINUTE, 5 * Times.MINUTE, 15 * Times.MINUTE, Times.HOUR
    };

    /** Runs that a bin of an agent should have on the average. */
    private static final double RUNS_A_BIN = 2;

    private final Frame frame;
    private final String metric;
    private final TimeRange range;
    private final long bin;

    private Leads(Frame frame, String metric, TimeRange range, long bin) {
        this.frame = frame;
        this.metric = metric;
        this.range = range;
        this.bin = bin;
    }

    /** Two agents and what they share. */
    private record Pair(int a, int b, String shared) {}

    /**
     * All pairs of agents that share a host or a type within a range, those with an order first,
     * then by p.
     *
     * @throws IllegalArgumentException for a metric that the frame does not have
     */
    public static List<Lead> of(
            Frame frame, List<UUID> agents, String metric, TimeRange range, JobContext job) {
        SeriesMetrics.requireKnown(frame, List.of(metric));
        TimeRange within = range.intersect(frame.extent());
        List<Integer> codes =
                agents.stream()
                        .map(agent -> frame.agents().find(agent))
                        .filter(code -> code >= 0)
                        .filter(code -> AgentRuns.within(frame, code, within).length > 0)
                        .limit(MOST_AGENTS)
                        .toList();
        List<Pair> pairs = pairs(frame, codes, within);
        if (pairs.isEmpty()) {
            return List.of();
        }
        Leads leads = new Leads(frame, metric, within, bin(frame, codes, within));
        Map<Integer, double[]> series =
                codes.stream().collect(Collectors.toMap(code -> code, leads::series));
        List<Lead> found = new ArrayList<>();
        for (Pair pair : pairs) {
            job.checkCancelled();
            double[] a = series.getOrDefault(pair.a(), new double[0]);
            double[] b = series.getOrDefault(pair.b(), new double[0]);
            found.add(leads.judge(pair, a, b, pairs.size()));
        }
        found.sort(
                Comparator.comparing((Lead lead) -> lead.order() == Lead.Order.UNDETERMINED)
                        .thenComparingDouble(Lead::p));
        return List.copyOf(found);
    }

    private Lead judge(Pair pair, double[] a, double[] b, int pairs) {
        int lags = Math.max(1, Math.min(LAGS, a.length / 4));
        LaggedCorrelation found = LaggedCorrelation.of(a, b, lags);
        double p = Math.min(1, found.p() * pairs);
        boolean clear = p <= LEVEL && found.sameOrder() >= SAME;
        Lead.Order order =
                !clear
                        ? Lead.Order.UNDETERMINED
                        : found.lag() == 0 ? Lead.Order.TOGETHER : Lead.Order.FIRST;
        UUID x = frame.agents().get(pair.a());
        UUID y = frame.agents().get(pair.b());
        return new Lead(
                found.lag() >= 0 ? x : y,
                found.lag() >= 0 ? y : x,
                pair.shared(),
                metric,
                order,
                Math.abs(found.lag()) * bin,
                bin,
                found.correlation(),
                found.bins(),
                p);
    }

    private static List<Pair> pairs(Frame frame, List<Integer> codes, TimeRange range) {
        int[] types = MainTypes.of(frame);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            for (int k = i + 1; k < codes.size(); k++) {
                String shared = shared(frame, types, codes.get(i), codes.get(k), range);
                if (shared != null) {
                    pairs.add(new Pair(codes.get(i), codes.get(k), shared));
                }
            }
        }
        return pairs;
    }

    private static @Nullable String shared(
            Frame frame, int[] types, int a, int b, TimeRange range) {
        int[] hosts = hosts(frame, a, range);
        for (int host : hosts(frame, b, range)) {
            boolean known = !frame.hosts().get(host).equals(Frame.UNKNOWN);
            if (known && IntStream.of(hosts).anyMatch(other -> other == host)) {
                return "host " + frame.hosts().get(host);
            }
        }
        return types[a] >= 0 && types[a] == types[b] ? "type " + frame.types().get(types[a]) : null;
    }

    private static int[] hosts(Frame frame, int agent, TimeRange range) {
        return IntStream.of(AgentRuns.within(frame, agent, range))
                .map(row -> frame.host()[row])
                .distinct()
                .toArray();
    }

    /** The shortest bins in which the agents have enough runs on the average. */
    private static long bin(Frame frame, List<Integer> codes, TimeRange range) {
        double runs =
                codes.stream()
                        .mapToInt(code -> AgentRuns.within(frame, code, range).length)
                        .average()
                        .orElse(0);
        for (long length : BINS) {
            if (runs * length / Math.max(1, range.length()) >= RUNS_A_BIN) {
                return length;
            }
        }
        return BINS[BINS.length - 1];
    }

    private double[] series(int agent) {
        long first = Times.floor(range.from(), bin);
        int bins = Math.toIntExact((range.to() - 1 - first) / bin + 1);
        int[] rows = AgentRuns.within(frame, agent, range);
        double[] values = frame.metric(metric);
        boolean rate = metric.equals(Metric.THROUGHPUT.id());
        double[] series = new double[bins];
        double[] held = new double[rows.length];
        int at = 0;
        for (int i = 0; i < bins; i++) {
            int n = 0;
            long end = first + (i + 1) * bin;
            for (; at < rows.length && frame.recordedAt()[rows[at]] < end; at++) {
                double value = rate ? 1 : values == null ? Double.NaN : values[rows[at]];
                if (!Double.isNaN(value)) {
                    held[n++] = value;
                }
            }
            double value = rate ? n : n == 0 ? Double.NaN : Quantiles.median(held, 0, n);
            series[i] = SeriesMetrics.toScale(metric, value);
        }
        return series;
    }
}
