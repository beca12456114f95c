package org.fleetscope.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;

class AgentFeaturesTest {
    private static Runs.Run run(int agent, long atMs, double latencyMs) {
        return new Runs.Run(agent, "t", Runs.MONDAY + atMs * 1000, latencyMs, 0.5);
    }

    @Test
    void experienceGrowsWithRunsBefore() {
        Runs runs = new Runs();
        for (int i = 10_000; i >= 0; i--) {
            runs.add(run(1, i, 1));
        }
        List<String> levels = Runs.texts(runs.enrich(), "experience_level");
        // Rows are in descending time: the row of time i is 10000 − i.
        assertThat(levels.get(10_000)).isEqualTo("novice");
        assertThat(levels.get(10_000 - 99)).isEqualTo("novice");
        assertThat(levels.get(10_000 - 100)).isEqualTo("intermediate");
        assertThat(levels.get(10_000 - 999)).isEqualTo("intermediate");
        assertThat(levels.get(10_000 - 1000)).isEqualTo("experienced");
        assertThat(levels.get(1)).isEqualTo("experienced");
        assertThat(levels.get(0)).isEqualTo("expert");
    }

    @Test
    void runsThatTouchDoNotOverlap() {
        // [0, 10), [10, 20), [5, 15) of agent 1; agent 2 is another matter.
        Enrichment e =
                new Runs()
                        .add(run(1, 10, 10))
                        .add(run(1, 20, 10))
                        .add(run(1, 15, 10))
                        .add(run(2, 15, 10))
                        .enrich();
        assertThat(Runs.ints(e, "concurrent_runs")).containsExactly(2, 2, 3, 1);
        assertThat(Runs.texts(e, "workload_level"))
                .containsExactly("light", "light", "light", "idle");
    }

    @Test
    void touchingIsExactForDecimalLatencies() {
        // 33.337 ms before 33.337 ms is 0, where the run of 1 ms before it ended.
        Enrichment e =
                new Runs()
                        .add(new Runs.Run(1, "t", Runs.MONDAY, 1, 0.5))
                        .add(new Runs.Run(1, "t", Runs.MONDAY + 33_337, 33.337, 0.5))
                        .enrich();
        assertThat(Runs.ints(e, "concurrent_runs")).containsExactly(1, 1);
    }

    @Test
    void workloadLevelsStartAtPowersOfTwo() {
        for (int n : new int[] {1, 2, 3, 4, 7, 8, 15, 16, 40}) {
            Runs runs = new Runs();
            for (int i = 0; i < n; i++) {
                runs.add(run(1, 1000 + i, 1000));
            }
            String level =
                    n == 1
                            ? "idle"
                            : n < 4 ? "light" : n < 8 ? "normal" : n < 16 ? "heavy" : "saturated";
            assertThat(Runs.texts(runs.enrich(), "workload_level")).containsOnly(level).hasSize(n);
        }
    }

    @Test
    void experienceAndWorkloadLookBeyondTheScope() {
        Runs runs = new Runs();
        for (int i = 0; i < 101; i++) {
            runs.add(run(1, i, 50));
        }
        Frame workspace = runs.frame();
        int[] rows = {100};
        Enrichment e =
                Enrichment.of(workspace.select(rows), workspace, rows, EnrichSettings.DEFAULTS);
        assertThat(Runs.texts(e, "experience_level")).containsExactly("intermediate");
        // Runs at 51..100 ms end after 50 ms, where this one starts.
        assertThat(Runs.ints(e, "concurrent_runs")).containsExactly(50);
    }

    @Test
    void sigmaFlagsLieBeyondTwoDeviationsOfTheAgent() {
        // Nine of 10 and one of 20: mean 11, sd √10 = 3.162, 20 − 11 = 9 > 6.32.
        Runs runs = new Runs();
        for (int i = 0; i < 9; i++) {
            runs.add(new Runs.Run(1, "t", Runs.MONDAY + i, 10, 0.9, 0.2, 100, 10, "api", 50));
        }
        runs.add(new Runs.Run(1, "t", Runs.MONDAY + 9, 20, 0.4, 0.2, 100, 100_000, "api", 50));
        runs.add(new Runs.Run(2, "t", Runs.MONDAY, 1000, 0.1, 0.9, 900, -1, "api", 50));
        Enrichment e = runs.enrich();
        for (String id :
                List.of("is_latency_anomaly", "is_accuracy_anomaly", "is_resource_anomaly")) {
            assertThat(Runs.texts(e, id))
                    .as(id)
                    .containsExactly(
                            "false", "false", "false", "false", "false", "false", "false", "false",
                            "false", "true", "");
        }
    }

    @Test
    void exactlyTwoDeviationsIsNoAnomaly() {
        // Seven of 10, one of 6, one of 14: mean 10, sd √(32/8) = 2, so 6 and 14 lie at two
        // deviations.
        Runs runs = new Runs();
        for (double latency : new double[] {10, 10, 10, 6, 14, 10, 10, 10, 10}) {
            runs.add(run(1, runs.list().size(), latency));
        }
        assertThat(Runs.texts(runs.enrich(), "is_latency_anomaly")).containsOnly("false");
        // With one more of 10 the deviation is √(32/9) = 1.886, and they lie beyond.
        runs.add(run(1, 9, 10));
        assertThat(Runs.texts(runs.enrich(), "is_latency_anomaly"))
                .containsExactly(
                        "false", "false", "false", "true", "true", "false", "false", "false",
                        "false", "false");
    }

    @Test
    void aResourceFlagNeedsOnlyOneKnownMetric() {
        Runs runs = new Runs();
        for (int i = 0; i < 9; i++) {
            runs.add(
                    new Runs.Run(1, "t", Runs.MONDAY + i, 10, 0.9, 0.2, Double.NaN, -1, "api", 50));
        }
        runs.add(new Runs.Run(1, "t", Runs.MONDAY + 9, 10, 0.9, 0.9, Double.NaN, -1, "api", 50));
        runs.add(
                new Runs.Run(
                        1, "t", Runs.MONDAY + 10, 10, 0.9, Double.NaN, Double.NaN, -1, "api", 50));
        List<String> flags = Runs.texts(runs.enrich(), "is_resource_anomaly");
        assertThat(flags.subList(0, 9)).containsOnly("false");
        assertThat(flags.subList(9, 11)).containsExactly("true", "");
    }

    @Test
    void runsAtTheSameInstantAreOrderedByTask() {
        Runs runs = new Runs();
        for (int i = 0; i < 101; i++) {
            runs.add(new Runs.Run(1, "t", Runs.MONDAY + Times.HOUR, 1, 0.5));
        }
        List<String> levels = Runs.texts(runs.enrich(), "experience_level");
        assertThat(levels.subList(0, 100)).containsOnly("novice");
        assertThat(levels.get(100)).isEqualTo("intermediate");
    }
}
