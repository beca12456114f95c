package org.fleetscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.AgentWindow;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;

final class WindowAggregationTest {
    private static final long START = FleetFixture.START;

    @Test
    void oneWindowByHand() {
        Frame frame =
                new FleetFixture()
                        .run(1, Times.HOUR, 100, 0.4)
                        .network(10)
                        .run(1, Times.HOUR + 1, 300, 0.8)
                        .network(KpiBatch.MISSING_LONG)
                        .run(1, Times.HOUR + Times.MINUTE - 1, Double.NaN, Double.NaN)
                        .network(5)
                        .run(1, Times.HOUR + Times.MINUTE, 7, 0.9)
                        .network(KpiBatch.MISSING_LONG)
                        .build();
        double[] score = {50, Double.NaN, 70, Double.NaN};
        WindowTable minutes = tables(frame, score).getFirst();
        assertThat(minutes.size()).isEqualTo(2);
        assertThat(minutes.window()).isEqualTo(Times.MINUTE);
        AgentWindow row = minutes.row(0);
        assertThat(row.start()).isEqualTo(START + Times.HOUR);
        assertThat(row.end()).isEqualTo(START + Times.HOUR + Times.MINUTE);
        assertThat(row.agentId()).isEqualTo(FleetFixture.agentId(1));
        assertThat(row.runs()).isEqualTo(3);
        assertThat(row.latency().count()).isEqualTo(2);
        assertThat(row.latency().sum()).isEqualTo(400);
        assertThat(row.latency().sumOfSquares()).isEqualTo(100_000);
        assertThat(row.latency().mean()).isEqualTo(200);
        assertThat(row.latency().sd()).isCloseTo(Math.sqrt(20_000), within(1e-9));
        assertThat(row.quantiles().p50()).isEqualTo(200);
        assertThat(row.quantiles().p95()).isCloseTo(290, within(1e-9));
        assertThat(row.quantiles().p99()).isCloseTo(298, within(1e-9));
        assertThat(row.quantiles().min()).isEqualTo(100);
        assertThat(row.quantiles().max()).isEqualTo(300);
        assertThat(row.accuracy().count()).isEqualTo(2);
        assertThat(row.accuracy().mean()).isCloseTo(0.6, within(1e-12));
        assertThat(row.totalNetworkBytes()).isEqualTo(BigInteger.valueOf(15));
        assertThat(row.outcomes().known()).isEqualTo(2);
        assertThat(row.outcomes().succeeded()).isEqualTo(1);
        assertThat(row.outcomes().successRate()).isEqualTo(0.5);
        assertThat(row.outcomes().basis()).isEqualTo("accuracy");
        assertThat(row.cpu().mean()).isEqualTo(0.5);
        assertThat(row.memory().mean()).isEqualTo(128);
        assertThat(row.performanceScore().mean()).isEqualTo(60);
        AgentWindow next = minutes.row(1);
        assertThat(next.latency().sd()).isNaN();
        assertThat(next.totalNetworkBytes()).isNull();
        assertThat(next.performanceScore().mean()).isNaN();
        assertThat(next.quantiles().p99()).isEqualTo(7);
    }

    @Test
    void sumsOfNetworkBytesAreExactBeyondALong() {
        Frame frame =
                new FleetFixture()
                        .run(1, 0, 1, 1)
                        .network(Long.MAX_VALUE)
                        .run(1, 1, 1, 1)
                        .network(Long.MAX_VALUE)
                        .run(1, 2, 1, 1)
                        .network(Long.MAX_VALUE)
                        .run(1, Times.MINUTE, 1, 1)
                        .network(Long.MAX_VALUE - 1)
                        .run(1, Times.MINUTE + 1, 1, 1)
                        .network(1)
                        .build();
        WindowTable minutes = tables(frame, new double[5]).getFirst();
        // 3 · (2^63 − 1), and the largest long.
        assertThat(minutes.row(0).totalNetworkBytes())
                .isEqualTo(new BigInteger("27670116110564327421"));
        assertThat(minutes.row(1).totalNetworkBytes())
                .isEqualTo(new BigInteger("9223372036854775807"));
    }

    @Test
    void resultsOfTasksComeBeforeAccuracy() {
        Frame frame =
                new FleetFixture().run(1, 0, 1, 0.9).run(1, 1, 1, 0.9).run(1, 2, 1, 0.1).build();
        Success success =
                Success.of(
                        frame, Map.of(FleetFixture.taskId(0), false, FleetFixture.taskId(2), true));
        AgentWindow row =
                WindowAggregation.of(frame, success, new double[3], new double[3], JobContext.NONE)
                        .getLast()
                        .row(0);
        assertThat(row.outcomes().basis()).isEqualTo("results");
        assertThat(row.outcomes().known()).isEqualTo(2);
        assertThat(row.outcomes().successRate()).isEqualTo(0.5);
        assertThat(Success.of(frame, Map.of(FleetFixture.taskId(9), true)).basis())
                .isEqualTo("accuracy");
    }

    @Test
    void emptyFrameAndWrongFeatures() {
        assertThat(tables(FleetFixture.empty(), new double[0]))
                .hasSize(4)
                .allMatch(t -> t.size() == 0);
        Frame frame = new FleetFixture().run(1, 0, 1, 1).build();
        assertThatThrownBy(() -> tables(frame, new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Any coarser window is the merge of the finer ones in it. */
    @Test
    void coarserWindowsAreTheFinerOnesMerged() {
        Frame frame = FleetFixture.random(20_000, 6, 5);
        List<WindowTable> tables = tables(frame, frame.latencyMs());
        for (int w = 1; w < tables.size(); w++) {
            WindowTable coarse = tables.get(w);
            Map<List<Long>, double[]> merged = merge(tables.get(w - 1), coarse.window());
            assertThat(coarse.size()).isEqualTo(merged.size());
            for (int i = 0; i < coarse.size(); i++) {
                double[] expected =
                        merged.getOrDefault(
                                List.of((long) coarse.agent(i), coarse.start(i)), new double[17]);
                double[] actual = numbers(coarse.row(i));
                for (int k = 0; k < actual.length; k++) {
                    assertThat(actual[k]).isCloseTo(expected[k], within(1e-12 * expected[k]));
                }
            }
        }
    }

    private static Map<List<Long>, double[]> merge(WindowTable fine, long window) {
        Map<List<Long>, double[]> merged = new HashMap<>();
        for (int i = 0; i < fine.size(); i++) {
            double[] sums =
                    merged.computeIfAbsent(
                            List.of((long) fine.agent(i), Times.floor(fine.start(i), window)),
                            key -> new double[17]);
            double[] add = numbers(fine.row(i));
            Arrays.setAll(sums, k -> sums[k] + add[k]);
        }
        return merged;
    }

    private static double[] numbers(AgentWindow row) {
        return new double[] {
            row.runs(),
            row.latency().count(),
            row.accuracy().count(),
            row.outcomes().known(),
            row.outcomes().succeeded(),
            row.latency().sum(),
            row.latency().sumOfSquares(),
            row.accuracy().sum(),
            row.accuracy().sumOfSquares(),
            row.cpu().count(),
            row.cpu().sum(),
            row.memory().count(),
            row.memory().sum(),
            row.performanceScore().count(),
            row.performanceScore().sum(),
            row.efficiencyRatio().count(),
            row.efficiencyRatio().sum()
        };
    }

    /** The same aggregates by another engine. */
    @Test
    void hourlyWindowsAgreeWithSql() throws SQLException {
        Frame frame = FleetFixture.random(3000, 4, 9);
        WindowTable hours = tables(frame, frame.latencyMs()).get(2);
        Map<String, double[]> expected = new HashMap<>();
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:mem:")) {
            h2.createStatement()
                    .execute(
                            "CREATE TABLE runs(agent INT, at BIGINT, latency DOUBLE PRECISION, accuracy DOUBLE PRECISION)");
            try (PreparedStatement insert =
                    h2.prepareStatement("INSERT INTO runs VALUES(?, ?, ?, ?)")) {
                for (int row = 0; row < frame.rows(); row++) {
                    insert.setInt(1, frame.agent()[row]);
                    insert.setLong(2, frame.recordedAt()[row]);
                    insert.setDouble(3, frame.latencyMs()[row]);
                    double accuracy = frame.accuracy()[row];
                    insert.setObject(4, Double.isNaN(accuracy) ? null : accuracy);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            ResultSet rows =
                    h2.createStatement()
                            .executeQuery(
                                    "SELECT agent, at / 3600000000 AS w, COUNT(*), AVG(latency), STDDEV_SAMP(latency),"
                                            + " PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY latency),"
                                            + " PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY latency),"
                                            + " PERCENTILE_CONT(0.99) WITHIN GROUP (ORDER BY latency),"
                                            + " AVG(accuracy), STDDEV_SAMP(accuracy) FROM runs GROUP BY agent, w");
            while (rows.next()) {
                expected.put(
                        rows.getInt(1) + " " + rows.getLong(2),
                        IntStream.rangeClosed(3, 10).mapToDouble(k -> number(rows, k)).toArray());
            }
        }
        assertThat(hours.size()).isEqualTo(expected.size());
        for (int i = 0; i < hours.size(); i++) {
            AgentWindow row = hours.row(i);
            double[] actual = {
                row.runs(),
                row.latency().mean(),
                row.latency().sd(),
                row.quantiles().p50(),
                row.quantiles().p95(),
                row.quantiles().p99(),
                row.accuracy().mean(),
                row.accuracy().sd()
            };
            double[] sql = expected.get(hours.agent(i) + " " + hours.start(i) / Times.HOUR);
            assertThat(actual).containsExactly(sql, within(1e-7));
        }
    }

    private static double number(ResultSet rows, int column) {
        try {
            double value = rows.getDouble(column);
            return rows.wasNull() ? Double.NaN : value;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<WindowTable> tables(Frame frame, double[] score) {
        return WindowAggregation.of(
                frame, Success.of(frame, Map.of()), score, score, JobContext.NONE);
    }
}
