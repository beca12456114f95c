package org.fleetscope.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Times;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fleets with one odd thing each, every feature against a second computation by the letter. */
class ByTheLetterTest {
    private static final List<String> OF_PEERS =
            List.of(
                    "performance_score",
                    "efficiency_ratio",
                    "resource_efficiency",
                    "cpu_efficiency",
                    "memory_efficiency",
                    "network_efficiency",
                    "latency_zscore",
                    "accuracy_percentile",
                    "concurrent_runs");
    private static final List<String> OF_HISTORY =
            List.of(
                    "hour_of_day",
                    "day_of_week",
                    "is_peak_hour",
                    "execution_hour_encoded.sin",
                    "execution_hour_encoded.cos",
                    "execution_day_encoded.sin",
                    "execution_day_encoded.cos",
                    "experience_level",
                    "workload_level",
                    "latency_trend",
                    "accuracy_trend",
                    "throughput_trend",
                    "task_complexity_score",
                    "resource_correlation",
                    "agent_fitness_score",
                    "source_layer_encoded",
                    "priority_encoded");

    private enum Fleet {
        PLAIN(240),
        ONE_RUN(1),
        TWO_RUNS(2),
        TWENTY_NINE_OF_A_TYPE(87),
        THIRTY_OF_A_TYPE(90),
        TIES(200),
        ZERO_NETWORK(150),
        ALL_ZERO(60),
        NO_ACCURACY(150),
        NO_LATENCY(60),
        HALF_MISSING(240),
        ONE_INSTANT(120),
        NO_RESULTS(150),
        PART_IN_SCOPE(240);

        private final int rows;

        Fleet(int rows) {
            this.rows = rows;
        }

        Runs runs(Random random) {
            Runs runs = new Runs();
            for (int i = 0; i < rows; i++) {
                int agent = i % 6;
                runs.add(
                        new Runs.Run(
                                agent,
                                "type" + agent % 3,
                                Runs.MONDAY + at(random, i),
                                missing(random, this == NO_LATENCY) ? Double.NaN : latency(random),
                                missing(random, this == NO_ACCURACY)
                                        ? Double.NaN
                                        : accuracy(random),
                                missing(random, false) ? Double.NaN : cpu(random),
                                missing(random, false) ? Double.NaN : memory(random),
                                missing(random, false) ? -1 : network(random),
                                "layer" + random.nextInt(4) * 3,
                                List.of(1, 25, 50, 75, 100, 42).get(random.nextInt(6))));
            }
            return runs;
        }

        private boolean missing(Random random, boolean always) {
            return always || (this == HALF_MISSING && random.nextBoolean());
        }

        private long at(Random random, int i) {
            return switch (this) {
                case ONE_INSTANT -> 10 * Times.HOUR;
                // Seconds, so that many share one.
                case TIES -> random.nextInt(90) * Times.MINUTE;
                default -> i * 37L * Times.SECOND + random.nextInt(1_000_000);
            };
        }

        private double latency(Random random) {
            return this == TIES ? 100 + random.nextInt(3) : 1 + random.nextInt(90_000) / 8.0;
        }

        private double accuracy(Random random) {
            return switch (this) {
                case ALL_ZERO -> 0;
                case TIES -> random.nextInt(3) / 2.0;
                default -> random.nextDouble();
            };
        }

        private double cpu(Random random) {
            return this == ALL_ZERO ? 0 : this == TIES ? 0.25 : random.nextDouble();
        }

        private double memory(Random random) {
            return this == ALL_ZERO ? 0 : this == TIES ? 64 : 10 + random.nextInt(900);
        }

        private long network(Random random) {
            return switch (this) {
                case ALL_ZERO -> 0;
                case ZERO_NETWORK -> random.nextInt(3) == 0 ? random.nextInt(5000) : 0;
                case TIES -> 1024;
                default -> random.nextInt(100_000);
            };
        }

        int[] scope() {
            return IntStream.range(0, rows)
                    .filter(row -> this != PART_IN_SCOPE || row % 4 != 1)
                    .toArray();
        }

        RunOutcomes outcomes(Random random, int runs) {
            if (this == NO_RESULTS || this == ONE_RUN) {
                return RunOutcomes.unknown(runs);
            }
            byte[] success = new byte[runs];
            byte[] deadline = new byte[runs];
            double[] complexity = new double[runs];
            double[] tasks = new double[runs + 10];
            for (int i = 0; i < tasks.length; i++) {
                tasks[i] = random.nextInt(12) / 4.0;
            }
            for (int i = 0; i < runs; i++) {
                success[i] = (byte) random.nextInt(3);
                deadline[i] = (byte) (i % 6 == 0 ? 0 : random.nextInt(3));
                complexity[i] = random.nextInt(5) == 0 ? Double.NaN : tasks[i];
            }
            return new RunOutcomes(success, deadline, complexity, tasks);
        }
    }

    @ParameterizedTest
    @EnumSource(Fleet.class)
    void everyFeatureIsAsDefined(Fleet fleet) {
        Random random = new Random(fleet.ordinal());
        Runs runs = fleet.runs(random);
        int[] scope = fleet.scope();
        RunOutcomes outcomes = fleet.outcomes(random, scope.length);
        Frame workspace = runs.frame();
        boolean all = scope.length == workspace.rows();
        Enrichment e =
                Enrichment.of(
                        all ? workspace : workspace.select(scope),
                        workspace,
                        all ? null : scope,
                        outcomes,
                        EnrichSettings.DEFAULTS);
        e.computeAll(2, JobContext.NONE);
        NaiveFeatures peers = new NaiveFeatures(runs.list(), scope);
        NaiveHistory history = new NaiveHistory(runs.list(), scope, outcomes);
        for (int i = 0; i < scope.length; i++) {
            Runs.Run run = runs.list().get(scope[i]);
            for (String id : OF_PEERS) {
                agree(id, i, e, peers.value(id, run));
            }
            for (String id : OF_HISTORY) {
                double expected = history.value(id, i);
                boolean unknownLevel = id.equals("priority_encoded") && expected < 0;
                agree(id, i, e, unknownLevel ? Double.NaN : expected);
            }
            for (String id : e.columns()) {
                if (id.startsWith("agent_type_encoded.")) {
                    agree(id, i, e, id.endsWith("." + run.type()) ? 1 : 0);
                }
            }
        }
    }

    private static void agree(String id, int row, Enrichment e, double expected) {
        double actual = SecondComputationTest.value(e.column(id), row);
        if (Double.isNaN(expected)) {
            assertThat(actual).as("%s of row %s", id, row).isNaN();
        } else {
            assertThat(Math.abs(actual - expected))
                    .as("%s of row %s: %s, expected %s", id, row, actual, expected)
                    .isLessThanOrEqualTo(1e-8 * Math.max(1, Math.abs(expected)));
        }
    }
}
