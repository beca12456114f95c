package org.fleetscope.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Numbers computed by hand; three runs are one peer group, for their type has fewer than 30. */
class PeerFeaturesTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final double MISSING = Double.NaN;

    /**
     * cpu_s 0.5, 1, 4 (median 1); mem_s 100, 400, 800 (400); net 1000, 3000, 2000 (2000); latency
     * 1000, 2000, 4000.
     */
    private static Enrichment three() {
        return new Runs()
                .add(1000, 0.9, 0.5, 100, 1000)
                .add(2000, 0.8, 0.5, 200, 3000)
                .add(4000, 0.6, 1.0, 200, 2000)
                .enrich();
    }

    @Test
    void performanceScore() {
        // cost 0.5·0.5 + 0.3·0.25 + 0.2·0.5 = 0.425; 0.5 + 0.3 + 0.3 = 1.1; 2 + 0.6 + 0.2 = 2.8
        double[] score = Runs.doubles(three(), "performance_score");
        assertThat(score[0]).isCloseTo(100 * (0.45 + 0.3 * 2 / 3 + 0.2 / 1.425), EXACT);
        assertThat(score[1]).isCloseTo(100 * (0.40 + 0.3 / 2 + 0.2 / 2.1), EXACT);
        assertThat(score[2]).isCloseTo(100 * (0.30 + 0.3 / 3 + 0.2 / 3.8), EXACT);
    }

    @Test
    void efficiencyRatio() {
        // accuracy per second 0.9, 0.4, 0.15
        assertThat(Runs.doubles(three(), "efficiency_ratio"))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(2.25, 1.0, 0.375);
    }

    @Test
    void resourceEfficiency() {
        assertThat(Runs.doubles(three(), "resource_efficiency"))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.9 / 1.325, 0.8 / 1.9, 0.6 / 3.4);
    }

    @Test
    void consumptionAgainstPeers() {
        Enrichment three = three();
        assertThat(Runs.doubles(three, "cpu_efficiency"))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(1 / 1.5, 0.5, 0.2);
        assertThat(Runs.doubles(three, "memory_efficiency"))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.8, 0.5, 1 / 3.0);
        // per second 1000, 1500, 500
        assertThat(Runs.doubles(three, "network_efficiency"))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.5, 0.4, 1000 / 1500.0);
    }

    @Test
    void latencyZscore() {
        // mean 7000/3; squared distances sum to (16 + 1 + 25)/9 million = 14/3 million
        double sd = Math.sqrt(14e6 / 3 / 2);
        assertThat(Runs.doubles(three(), "latency_zscore"))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly((-4000 / 3.0) / sd, (-1000 / 3.0) / sd, (5000 / 3.0) / sd);
    }

    @Test
    void accuracyPercentileCountsHalfTheTies() {
        Enrichment tied =
                new Runs()
                        .add(1, 0.5, 0.5, 1, 1)
                        .add(1, 0.7, 0.5, 1, 1)
                        .add(1, 0.7, 0.5, 1, 1)
                        .add(1, MISSING, 0.5, 1, 1)
                        .add(1, 0.9, 0.5, 1, 1)
                        .enrich();
        // Of four values: (0 + 0.5), (1 + 1), (1 + 1), (3 + 0.5)
        assertThat(Runs.doubles(tied, "accuracy_percentile"))
                .containsExactly(12.5, 50, 50, MISSING, 87.5);
    }

    @Test
    void oneRunIsItsOwnPeer() {
        Enrichment one = new Runs().add(1000, 0.9, 0.5, 100, 1000).enrich();
        assertThat(Runs.doubles(one, "efficiency_ratio")).containsExactly(1);
        assertThat(Runs.doubles(one, "accuracy_percentile")).containsExactly(50);
        assertThat(Runs.doubles(one, "latency_zscore")).containsExactly(MISSING);
        assertThat(Runs.doubles(one, "performance_score")[0])
                .isCloseTo(100 * (0.45 + 0.15 + 0.1), EXACT);
    }

    @Test
    void equalValuesHaveNoZscore() {
        Enrichment equal =
                new Runs()
                        .add(0.1, 0.9, 0.5, 1, 1)
                        .add(0.1, 0.9, 0.5, 1, 1)
                        .add(0.1, 0.9, 0.5, 1, 1)
                        .enrich();
        assertThat(Runs.doubles(equal, "latency_zscore"))
                .containsExactly(MISSING, MISSING, MISSING);
    }

    @Test
    void aTermWithoutMedianOrValueLeavesTheCost() {
        Enrichment some =
                new Runs()
                        .add(1000, 0.8, 0, 100, -1)
                        .add(1000, 0.8, 0, 100, 500)
                        .add(1000, 0.8, 0.5, 300, 1500)
                        .enrich();
        // med cpu_s 0: out for all; mem_s 100, 100, 300: med 100; net –, 500, 1500: med 1000
        double[] efficiency = Runs.doubles(some, "resource_efficiency");
        assertThat(efficiency[0]).isCloseTo(0.8 / (0.8 + 1), EXACT);
        assertThat(efficiency[1]).isCloseTo(0.8 / (0.8 + (0.3 + 0.2 * 0.5) / 0.5), EXACT);
        assertThat(efficiency[2]).isCloseTo(0.8 / (0.8 + (0.3 * 3 + 0.2 * 1.5) / 0.5), EXACT);
        assertThat(Runs.doubles(some, "cpu_efficiency")).containsExactly(MISSING, MISSING, 0);
    }

    @Test
    void missingInputsGiveMissingOutputs() {
        Enrichment none =
                new Runs()
                        .add(1000, MISSING, MISSING, MISSING, -1)
                        .add(MISSING, 0.9, 0.5, 100, 1000)
                        .enrich();
        for (String id :
                new String[] {
                    "performance_score", "efficiency_ratio", "resource_efficiency", "cpu_efficiency"
                }) {
            assertThat(none.column(id).isMissing(0)).as(id).isTrue();
        }
        assertThat(Runs.texts(none, "accuracy_percentile")).containsExactly("", "50");
        assertThat(Runs.texts(none, "workload_level")).containsExactly("idle", "");
        assertThat(Runs.texts(none, "efficiency_ratio")).containsExactly("", "");
        assertThat(Runs.texts(none, "is_latency_anomaly")).containsExactly("", "");
    }

    @Test
    void noAccuracyAndNoCostIsNoEfficiency() {
        Enrichment zero =
                new Runs()
                        .add(1000, 0, 0, 100, 0)
                        .add(1000, 0.5, 0.5, 100, 10)
                        .add(1000, 0.5, 0.5, 100, 10)
                        .enrich(
                                new EnrichSettings(
                                        ScoreWeights.DEFAULTS,
                                        new CostWeights(1, 0, 0),
                                        ZoneOffset.UTC,
                                        PeakMode.FIXED,
                                        2,
                                        30,
                                        CategoryTable.shipped()));
        assertThat(Runs.doubles(zero, "resource_efficiency"))
                .containsExactly(MISSING, 0.5 / 1.5, 0.5 / 1.5);
    }

    @Test
    void aTypeWithThirtyRunsIsItsOwnPeerGroupAndASmallerOneLooksAtAll() {
        Runs runs = new Runs();
        for (int i = 0; i < 30; i++) {
            runs.add(new Runs.Run(1, "large", Runs.MONDAY + i, 100, 0.5));
        }
        for (int i = 0; i < 29; i++) {
            runs.add(new Runs.Run(2, "small", Runs.MONDAY + i, 300, 0.5));
        }
        Enrichment enrichment = runs.enrich();
        double[] ratio = Runs.doubles(enrichment, "efficiency_ratio");
        assertThat(ratio[0]).isEqualTo(1);
        // Median of all 59 is that of the large type.
        assertThat(ratio[30]).isCloseTo(1 / 3.0, EXACT);
        assertThat(enrichment.explain("efficiency_ratio", 0).why())
                .endsWith("peers: 30 runs of type large");
        assertThat(enrichment.explain("efficiency_ratio", 30).why())
                .endsWith(
                        "peers: all 59 runs in scope, as type small has only 29 of the 30 runs needed");
    }
}
