package org.fleetscope.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Recomputes every value from the numbers in its own explanation and the formula, to the six digits
 * that these are given with.
 */
class ExplanationsTest {
    private static final String NUMBER = "(-?[0-9.]+(?:E-?[0-9]+)?)";
    private static final int ROWS = 200;

    private Enrichment enrichment;

    @BeforeEach
    void aFleetOfTwoTypesOneOfThemSmall() {
        Random random = new Random(5);
        Runs runs = new Runs();
        double[] tasks = new double[ROWS];
        byte[] outcome = new byte[ROWS];
        for (int i = 0; i < ROWS; i++) {
            int agent = random.nextInt(4);
            runs.add(
                    new Runs.Run(
                            agent,
                            agent == 3 && i < 60 ? "rare" : "common",
                            Runs.MONDAY + 9 * Times.HOUR + i * 17 * Times.SECOND,
                            1 + 40_000 * random.nextDouble(),
                            random.nextDouble(),
                            random.nextDouble(),
                            1 + 500 * random.nextDouble(),
                            random.nextInt(10) == 0 ? -1 : random.nextInt(100_000),
                            "layer" + random.nextInt(3),
                            List.of(1, 25, 50, 75, 100).get(random.nextInt(5))));
            tasks[i] = random.nextInt(40) / 4.0;
            outcome[i] = (byte) random.nextInt(3);
        }
        Frame frame = runs.frame();
        enrichment =
                Enrichment.of(
                        frame,
                        frame,
                        null,
                        new RunOutcomes(outcome, outcome.clone(), tasks, tasks.clone()),
                        EnrichSettings.DEFAULTS);
    }

    private interface Recomputed {
        double from(String why);
    }

    private static double number(String why, String before) {
        Matcher found = Pattern.compile(Pattern.quote(before) + NUMBER).matcher(why);
        assertThat(found.find()).as("%s in: %s", before, why).isTrue();
        return Double.parseDouble(found.group(1));
    }

    /** A number behind another label, the first that follows a place. */
    private static double number(String why, String place, String before) {
        return number(why.substring(why.indexOf(place)), before);
    }

    private void holds(String id, Recomputed recomputed) {
        int told = 0;
        for (int row = 0; row < ROWS; row++) {
            double value = SecondComputationTest.value(enrichment.column(id), row);
            if (!Double.isNaN(value)) {
                String why = enrichment.explain(id, row).why();
                double again = recomputed.from(why);
                assertThat(again)
                        .as("%s of row %s from: %s", id, row, why)
                        .isCloseTo(value, within(1e-4 * Math.max(1, Math.abs(value))));
                told++;
            }
        }
        assertThat(told).as(id).isGreaterThan(ROWS / 2);
    }

    private static double cost(String why) {
        double sum = 0;
        double weights = 0;
        for (String term : List.of("cpu_s ", "mem_s ", "net ")) {
            Matcher found =
                    Pattern.compile(
                                    Pattern.quote(term)
                                            + NUMBER
                                            + "[^(]*\\(median "
                                            + NUMBER
                                            + "[^)]*weight "
                                            + NUMBER)
                            .matcher(why);
            if (found.find()) {
                double weight = Double.parseDouble(found.group(3));
                sum +=
                        weight
                                * Double.parseDouble(found.group(1))
                                / Double.parseDouble(found.group(2));
                weights += weight;
            }
        }
        assertThat(number(why, "resource_cost "))
                .isCloseTo(sum / weights, within(1e-4 * Math.max(1, sum)));
        return sum / weights;
    }

    @Test
    void scoresAgainstPeers() {
        holds(
                "performance_score",
                why -> {
                    double median = number(why, "peer median ");
                    double speed = median / (median + number(why, "latency_ms "));
                    double accuracy = number(why, "accuracy ");
                    return 100 * (0.5 * accuracy + 0.3 * speed + 0.2 / (1 + cost(why)));
                });
        holds("efficiency_ratio", why -> number(why, " is ") / number(why, "peer median "));
        holds(
                "resource_efficiency",
                why -> number(why, "accuracy ") / (number(why, "accuracy ") + cost(why)));
        holds(
                "latency_zscore",
                why ->
                        (number(why, "latency_ms ") - number(why, "peer mean "))
                                / number(why, "peer sd "));
        holds("accuracy_percentile", ExplanationsTest::percentile);
        holds("task_complexity_score", ExplanationsTest::percentile);
        for (String[] of :
                List.of(
                        new String[] {"cpu_efficiency", "cpu_s "},
                        new String[] {"memory_efficiency", "mem_s "},
                        new String[] {"network_efficiency", "net per second "})) {
            holds(
                    of[0],
                    why -> {
                        double median = number(why, "peer median ");
                        return median / (median + number(why, of[1]));
                    });
        }
    }

    private static double percentile(String why) {
        double below = number(why, ": ");
        double equal = number(why, "below, ");
        return 100 * (below + equal / 2) / number(why, " of ");
    }

    @Test
    void peersAreNamedWithTheirNumber() {
        for (String id :
                List.of(
                        "performance_score",
                        "efficiency_ratio",
                        "resource_efficiency",
                        "latency_zscore",
                        "accuracy_percentile",
                        "cpu_efficiency",
                        "memory_efficiency",
                        "network_efficiency")) {
            List<String> texts =
                    IntStream.range(0, ROWS)
                            .mapToObj(r -> enrichment.explain(id, r).why())
                            .toList();
            assertThat(texts)
                    .as(id)
                    .allMatch(why -> why.contains("; peers: "))
                    .anyMatch(why -> why.matches(".*peers: \\d+ runs of type common"))
                    .anyMatch(
                            why -> why.contains("peers: all 200 runs in scope, as type rare has"));
        }
    }

    @Test
    void historyOfTheAgent() {
        for (String id : List.of("latency_trend", "accuracy_trend")) {
            holds(
                    id,
                    why ->
                            number(why, "deviations from both ")
                                    / number(why, "sum of squares of the ages' "));
        }
        holds(
                "throughput_trend",
                why -> (number(why, ": (") - 29.5 * number(why, "29.5·")) / 17995 * 60);
        holds(
                "resource_correlation",
                why ->
                        number(why, "products ")
                                / Math.sqrt(
                                        number(why, "of latency's ") * number(why, "of cost's ")));
        holds("experience_level", why -> number(why, "") < 100 ? 0 : 1);
        holds("concurrent_runs", why -> number(why, ""));
        holds(
                "workload_level",
                why -> Math.min(4, Math.floor(Math.log(number(why, "")) / Math.log(2) + 1e-9)));
    }

    @Test
    void fitness() {
        holds(
                "agent_fitness_score",
                why -> {
                    double share = number(why, "W ", " (") / number(why, "W ", " of ");
                    double n = number(why, "W ", " of ");
                    double z = 1.959963984540054;
                    double w =
                            (share
                                            + z * z / (2 * n)
                                            - z
                                                    * Math.sqrt(
                                                            share * (1 - share) / n
                                                                    + z * z / (4 * n * n)))
                                    / (1 + z * z / n);
                    double accurate = number(why, "(mean ", " of ");
                    double a =
                            (accurate * number(why, "(mean ") + 20 * number(why, "peer mean "))
                                    / (accurate + 20);
                    double s = 1 / (1 + number(why, "(MAD ") / number(why, "agent's median "));
                    double d = number(why, ", D ", " (") / number(why, ", D ", " of ");
                    return 100
                            * (0.35 * w + 0.25 * a + 0.2 * number(why, ", P ") + 0.1 * s + 0.1 * d);
                });
    }

    @Test
    void anomalies() {
        for (String[] of :
                List.of(
                        new String[] {"is_latency_anomaly", "latency_ms "},
                        new String[] {"is_accuracy_anomaly", "accuracy "})) {
            holds(of[0], why -> isBeyond(why, of[1]) ? 1 : 0);
        }
        holds(
                "is_resource_anomaly",
                why ->
                        isBeyond(why, "cpu_usage ")
                                        || isBeyond(why, "memory_mb ")
                                        || isBeyond(why, "log1p(network_bytes) ")
                                ? 1
                                : 0);
    }

    private static boolean isBeyond(String why, String label) {
        if (why.contains(label + "missing")) {
            return false;
        }
        double mean = number(why, label, "agent's mean ");
        return Math.abs(number(why, label) - mean)
                > number(why, "k = ") * number(why, label, "sd ");
    }

    @Test
    void calendarAndCodes() {
        holds("hour_of_day", why -> Integer.parseInt(why.replaceAll(".*T(\\d\\d):.*", "$1")));
        holds(
                "is_peak_hour",
                why -> number(why, "hour ") >= 9 && number(why, "hour ") < 18 ? 1 : 0);
        holds(
                "execution_hour_encoded.sin",
                why -> Math.sin(2 * Math.PI * number(why, "in zone Z: ") / 24));
        holds(
                "execution_day_encoded.cos",
                why -> Math.cos(2 * Math.PI * (number(why, "in zone Z: ") - 1) / 7));
        holds(
                "priority_encoded",
                why -> List.of(1, 25, 50, 75, 100).indexOf((int) number(why, "priority ")));
        holds("source_layer_encoded", why -> number(why, "source_layer layer"));
        holds("agent_type_encoded.common", why -> why.equals("target_agent_type common") ? 1 : 0);
    }
}
