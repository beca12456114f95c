package org.fleetscope.analysis.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.fleetscope.analysis.FleetFixture;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Lead;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;

class LeadsTest {
    private static final int BINS = 240;

    /** Autoregressive noise. */
    private static double[] noise(Random random, double phi) {
        double[] series = new double[BINS];
        for (int t = 1; t < BINS; t++) {
            series[t] = phi * series[t - 1] + random.nextGaussian();
        }
        return series;
    }

    private static double[] delayed(double[] of, int lag, double noise, Random random) {
        return IntStream.range(0, BINS)
                .mapToDouble(t -> (t < lag ? 0 : of[t - lag]) + noise * random.nextGaussian())
                .toArray();
    }

    @Test
    void aKnownLagIsFoundEitherWay() {
        Random random = new Random(1);
        for (int lag : new int[] {1, 3, 10}) {
            double[] x = noise(random, 0.5);
            double[] y = delayed(x, lag, 0.7, random);
            LaggedCorrelation forward = LaggedCorrelation.of(x, y, 15);
            assertThat(forward.lag()).isEqualTo(lag);
            assertThat(forward.p()).isLessThan(1e-3);
            assertThat(forward.sameOrder()).isGreaterThan(0.95);
            assertThat(LaggedCorrelation.of(y, x, 15).lag()).isEqualTo(-lag);
        }
    }

    /** A correlation of ±1 at lag 0, of a series with itself and with its reverse in sign. */
    @Test
    void togetherIsLagZero() {
        double[] x = noise(new Random(2), 0.3);
        LaggedCorrelation same = LaggedCorrelation.of(x, x, 15);
        assertThat(same.lag()).isZero();
        assertThat(same.correlation()).isBetween(0.999, 1.001);
        double[] opposite = Arrays.stream(x).map(v -> -v).toArray();
        assertThat(LaggedCorrelation.of(x, opposite, 15).correlation()).isBetween(-1.001, -0.999);
    }

    /** At the level 0.05 about 25 of 500 may pass; with slow noise too, which misleads when raw. */
    @Test
    void independentNoiseRarelyPasses() {
        Random random = new Random(3);
        for (double phi : new double[] {0, 0.5, 0.9}) {
            int passed = 0;
            for (int round = 0; round < 500; round++) {
                double p = LaggedCorrelation.of(noise(random, phi), noise(random, phi), 15).p();
                passed += p <= 0.05 ? 1 : 0;
            }
            assertThat(passed).as("of 500 with autocorrelation " + phi).isLessThanOrEqualTo(40);
        }
    }

    @Test
    void missingBinsAndTooFewOfThem() {
        Random random = new Random(4);
        double[] x = noise(random, 0.5);
        double[] y = delayed(x, 4, 0.5, random);
        for (int t = 0; t < BINS; t += 7) {
            y[t] = Double.NaN;
        }
        assertThat(LaggedCorrelation.of(x, y, 15).lag()).isEqualTo(4);
        double[] none = new double[BINS];
        Arrays.fill(none, Double.NaN);
        assertThat(LaggedCorrelation.of(x, none, 15).p()).isEqualTo(1);
        assertThat(LaggedCorrelation.of(x, new double[BINS], 15).correlation()).isNaN();
    }

    /**
     * Agent 1 follows agent 0 by three minutes; agent 2 of the same host, and 3 elsewhere, don't.
     */
    private static Frame fleet() {
        Random random = new Random(5);
        double[] lead = noise(random, 0.5);
        double[][] log = {
            lead, delayed(lead, 3, 0.5, random), noise(random, 0.5), noise(random, 0.5)
        };
        FleetFixture fleet = new FleetFixture();
        for (int t = 0; t < BINS; t++) {
            for (int agent = 0; agent < 4; agent++) {
                for (int run = 0; run < 3; run++) {
                    fleet.run(
                            agent,
                            t * Times.MINUTE + run * 15 * Times.SECOND,
                            Math.exp(5 + 0.3 * log[agent][t]),
                            0.9,
                            agent == 3 ? "node-18" : "node-17",
                            new RunMetadata("l", "type-" + agent, 50, false));
                }
            }
        }
        return fleet.build();
    }

    private static List<Lead> leads(Frame frame, String metric) {
        return Leads.of(
                frame,
                IntStream.range(0, 4).mapToObj(FleetFixture::agentId).toList(),
                metric,
                TimeRange.ALL,
                JobContext.NONE);
    }

    @Test
    void whoWentFirstOnAHost() {
        List<Lead> leads = leads(fleet(), "latency_ms");
        // Of the six pairs three share the host; no two share a type.
        assertThat(leads).hasSize(3).allMatch(lead -> lead.shared().equals("host node-17"));
        Lead first = leads.getFirst();
        assertThat(first.order()).isEqualTo(Lead.Order.FIRST);
        assertThat(first.first()).isEqualTo(FleetFixture.agentId(0));
        assertThat(first.second()).isEqualTo(FleetFixture.agentId(1));
        assertThat(first.lag()).isEqualTo(3 * Times.MINUTE);
        assertThat(first.bin()).isEqualTo(Times.MINUTE);
        assertThat(leads.subList(1, 3)).allMatch(l -> l.order() == Lead.Order.UNDETERMINED);
    }

    @Test
    void nothingIsSaidOfOneAgentOrAnUnknownMetric() {
        Frame frame = fleet();
        assertThat(
                        Leads.of(
                                frame,
                                List.of(FleetFixture.agentId(0)),
                                "latency_ms",
                                TimeRange.ALL,
                                JobContext.NONE))
                .isEmpty();
        assertThat(leads(frame, "accuracy"))
                .allMatch(lead -> lead.order() == Lead.Order.UNDETERMINED && lead.p() == 1);
        assertThatThrownBy(() -> leads(frame, "moon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no metric");
    }
}
