package org.fleetscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PivotTest {
    private static final RunMetadata A = new RunMetadata("layer-3", "vision", 50, false);
    private static final RunMetadata B = new RunMetadata("layer-4", "coder", 100, false);

    /** Monday 00:30, Monday 01:30 twice, Sunday 01:00 of the week after. */
    private final Frame frame =
            new FleetFixture()
                    .run(2, Times.HOUR / 2, 10, 0.9, "b", A)
                    .run(1, 3 * Times.HOUR / 2, 20, 0.1, "a", B)
                    .custom("tokens", 5)
                    .run(2, 3 * Times.HOUR / 2 + 1, 40, Double.NaN, "b", B)
                    .run(1, 6 * Times.DAY + Times.HOUR, Double.NaN, 0.7, "a", A)
                    .build();

    @Test
    void groupsComeSortedWithTypedCells() {
        PivotResult pivot = pivot("type,agent", "count,mean(latency_ms),success_rate");
        assertThat(pivot.columns())
                .containsExactly("type", "agent", "count", "mean(latency_ms)", "success_rate");
        String one = FleetFixture.agentId(1).toString();
        String two = FleetFixture.agentId(2).toString();
        assertThat(rows(pivot))
                .containsExactly(
                        Arrays.asList("coder", one, 1L, 20.0, 0.0),
                        Arrays.asList("coder", two, 1L, 40.0, null),
                        Arrays.asList("vision", one, 1L, null, 1.0),
                        Arrays.asList("vision", two, 1L, 10.0, 1.0));
    }

    @Test
    void everyGroupingHasItsOwnValues() {
        assertThat(first("agent"))
                .containsExactly(
                        FleetFixture.agentId(1).toString(), FleetFixture.agentId(2).toString());
        assertThat(first("minute"))
                .containsExactly(
                        "2026-01-05T00:30:00.000000Z",
                        "2026-01-05T01:30:00.000000Z",
                        "2026-01-11T01:00:00.000000Z");
        assertThat(first("5min")).hasSize(3);
        assertThat(first("15min"))
                .containsExactly(
                        "2026-01-05T00:30:00.000000Z",
                        "2026-01-05T01:30:00.000000Z",
                        "2026-01-11T01:00:00.000000Z");
        assertThat(first("6h"))
                .containsExactly("2026-01-05T00:00:00.000000Z", "2026-01-11T00:00:00.000000Z");
        // From the Monday to the Sunday of one ISO week.
        assertThat(first("week")).containsExactly("2026-01-05T00:00:00.000000Z");
        assertThat(first("hour"))
                .containsExactly(
                        "2026-01-05T00:00:00.000000Z",
                        "2026-01-05T01:00:00.000000Z",
                        "2026-01-11T01:00:00.000000Z");
        assertThat(first("day"))
                .containsExactly("2026-01-05T00:00:00.000000Z", "2026-01-11T00:00:00.000000Z");
        assertThat(first("type")).containsExactly("coder", "vision");
        assertThat(first("host")).containsExactly("a", "b");
        assertThat(first("priority")).containsExactly(50L, 100L);
        assertThat(first("layer")).containsExactly("layer-3", "layer-4");
        assertThat(first("weekday")).containsExactly(1L, 7L);
        assertThat(first("hour_of_day")).containsExactly(0L, 1L);
    }

    @Test
    void everyFunctionByHand() {
        Frame values =
                new FleetFixture()
                        .run(1, 0, 1, 1)
                        .run(1, 1, 2, 1)
                        .run(1, 2, 4, 1)
                        .run(1, 3, 8, 1)
                        .build();
        PivotResult pivot =
                new Pivot(values, Map.of("score", new double[] {1, Double.NaN, 3, 2}))
                        .of(
                                Grouping.parse("day"),
                                Measure.parse(
                                        "mean(latency_ms),sd(latency_ms),min(latency_ms),max(latency_ms),"
                                                + "sum(latency_ms),p50(latency_ms),p95(latency_ms),p99(latency_ms),mean(score)"),
                                Success.of(values, Map.of()),
                                JobContext.NONE);
        // Squared deviations 7.5625 + 3.0625 + 0.0625 + 18.0625 = 28.75.
        double[] expected = {3.75, Math.sqrt(28.75 / 3), 1, 8, 15, 3, 7.4, 7.88, 2};
        for (int i = 0; i < expected.length; i++) {
            assertThat((Double) pivot.cell(0, i + 1)).isCloseTo(expected[i], within(1e-12));
        }
    }

    @Test
    void customMetricsByShortOrFullName() {
        PivotResult pivot = pivot("host", "sum(tokens),sum(custom_metrics.tokens)");
        assertThat(rows(pivot))
                .containsExactly(Arrays.asList("a", 5.0, 5.0), Arrays.asList("b", null, null));
    }

    @Test
    void valuesOfAColumnAreGroupsWithTheMissingOnesLast() {
        Frame values =
                new FleetFixture()
                        .run(1, 0, 10, 1)
                        .custom("size", 0.3)
                        .run(1, 1, 20, 1)
                        .run(1, 2, 30, 1)
                        .custom("size", -0.1)
                        .run(1, 3, 40, 1)
                        .custom("size", 0.25)
                        .run(1, 4, 50, 1)
                        .custom("size", 0.3)
                        .run(1, 5, 60, 1)
                        .custom("size", -0.0)
                        .run(1, 6, 70, 1)
                        .custom("size", 0.0)
                        .build();
        assertThat(counts(values, "custom.size"))
                .containsExactly(
                        Arrays.asList(-0.1, 1L),
                        Arrays.asList(0.0, 2L),
                        Arrays.asList(0.25, 1L),
                        Arrays.asList(0.3, 2L),
                        Arrays.asList(null, 1L));
        // In binary, 0.3 / 0.1 is just below 3.
        assertThat(counts(values, "size:0.1"))
                .containsExactly(
                        Arrays.asList(-0.1, 1L),
                        Arrays.asList(0.0, 2L),
                        Arrays.asList(0.2, 1L),
                        Arrays.asList(0.3, 2L),
                        Arrays.asList(null, 1L));
        assertThat(counts(values, "latency_ms:50"))
                .containsExactly(Arrays.asList(0.0, 4L), Arrays.asList(50.0, 3L));
    }

    private static List<List<@Nullable Object>> counts(Frame frame, String by) {
        return rows(
                new Pivot(frame, Map.of())
                        .of(
                                Grouping.parse(by),
                                Measure.parse("count"),
                                Success.of(frame, Map.of()),
                                JobContext.NONE));
    }

    @Test
    void withoutAGroupingAllRunsAreOne() {
        PivotResult all =
                new Pivot(frame, Map.of())
                        .of(
                                List.of(),
                                Measure.parse("count,sum(latency_ms)"),
                                Success.of(frame, Map.of()),
                                JobContext.NONE);
        assertThat(rows(all)).containsExactly(List.of(4L, 70.0));
    }

    @Test
    void shiftedRunsMeetTheGroupsOfALaterPeriod() {
        PivotResult later =
                new Pivot(frame, Map.of(), 6 * Times.DAY + Times.HOUR)
                        .of(
                                Grouping.parse("day,weekday,hour_of_day"),
                                Measure.parse("count"),
                                Success.of(frame, Map.of()),
                                JobContext.NONE);
        assertThat(rows(later))
                .containsExactly(
                        List.of("2026-01-11T00:00:00.000000Z", 7L, 1L, 1L),
                        List.of("2026-01-11T00:00:00.000000Z", 7L, 2L, 2L),
                        List.of("2026-01-17T00:00:00.000000Z", 6L, 2L, 1L));
    }

    @Test
    void whatCannotBeReadSaysWhatCan() {
        for (String wrong :
                List.of("planet", "tokens:x", "tokens:-1", "tokens:0", "tokens:1e-12")) {
            assertThatThrownBy(() -> pivot("agent," + wrong, "count"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong)
                    .hasMessageContaining("hour_of_day");
        }
        assertThatThrownBy(() -> Grouping.parse("agent,agent")).hasMessageContaining("twice");
        assertThatThrownBy(() -> Grouping.parse("")).isInstanceOf(IllegalArgumentException.class);
        for (String wrong :
                List.of(
                        "median(latency_ms)",
                        "mean",
                        "mean()",
                        "count(latency_ms)",
                        "",
                        "count,,count")) {
            assertThatThrownBy(() -> Measure.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("p95");
        }
        assertThatThrownBy(() -> pivot("host", "mean(speed)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("speed")
                .hasMessageContaining("custom_metrics.tokens");
    }

    @Test
    void namesMayHoldCommasInParentheses() {
        assertThat(Measure.parse(" mean(a,b) , count"))
                .extracting(Measure::id)
                .containsExactly("mean(a,b)", "count");
        assertThat(Measure.parse(Measure.DEFAULTS)).hasSize(7);
    }

    @Test
    void emptyFrameHasNoGroups() {
        Frame empty = FleetFixture.empty();
        for (Grouping grouping : Dimension.values()) {
            PivotResult pivot =
                    new Pivot(empty, Map.of())
                            .of(
                                    List.of(grouping),
                                    Measure.parse("count"),
                                    Success.of(empty, Map.of()),
                                    JobContext.NONE);
            assertThat(pivot.size()).isZero();
        }
    }

    /** Many groups at once, against another engine. */
    @Test
    void agreesWithSql() throws SQLException {
        Frame many = FleetFixture.random(5000, 12, 4);
        PivotResult pivot =
                new Pivot(many, Map.of())
                        .of(
                                Grouping.parse("agent,hour_of_day"),
                                Measure.parse(
                                        "count,mean(latency_ms),sd(latency_ms),p95(latency_ms),max(accuracy)"),
                                Success.of(many, Map.of()),
                                JobContext.NONE);
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:mem:")) {
            h2.createStatement()
                    .execute(
                            "CREATE TABLE runs(agent VARCHAR, h INT, latency DOUBLE PRECISION, acc DOUBLE PRECISION)");
            try (PreparedStatement insert =
                    h2.prepareStatement("INSERT INTO runs VALUES(?, ?, ?, ?)")) {
                for (int row = 0; row < many.rows(); row++) {
                    insert.setString(1, many.agents().get(many.agent()[row]).toString());
                    insert.setInt(
                            2,
                            Times.toInstant(many.recordedAt()[row])
                                    .atZone(ZoneOffset.UTC)
                                    .getHour());
                    insert.setDouble(3, many.latencyMs()[row]);
                    double accuracy = many.accuracy()[row];
                    insert.setObject(4, Double.isNaN(accuracy) ? null : accuracy);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            ResultSet sql =
                    h2.createStatement()
                            .executeQuery(
                                    "SELECT agent, h, COUNT(*), AVG(latency), STDDEV_SAMP(latency),"
                                            + " PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY latency), MAX(acc)"
                                            + " FROM runs GROUP BY agent, h ORDER BY agent, h");
            int row = 0;
            while (sql.next()) {
                assertThat(pivot.cell(row, 0)).isEqualTo(sql.getString(1));
                assertThat(pivot.cell(row, 1)).isEqualTo(sql.getLong(2));
                assertThat(pivot.cell(row, 2)).isEqualTo(sql.getLong(3));
                for (int column = 3; column < 7; column++) {
                    assertThat((Double) pivot.cell(row, column))
                            .isCloseTo(sql.getDouble(column + 1), within(1e-7));
                }
                row++;
            }
            assertThat(pivot.size()).isEqualTo(row).isGreaterThan(200);
        }
    }

    private List<Object> first(String by) {
        PivotResult pivot = pivot(by, "count");
        return IntStream.range(0, pivot.size())
                .mapToObj(row -> Objects.requireNonNull(pivot.cell(row, 0)))
                .toList();
    }

    private PivotResult pivot(String by, String measures) {
        return new Pivot(frame, Map.of())
                .of(
                        Grouping.parse(by),
                        Measure.parse(measures),
                        Success.of(frame, Map.of()),
                        JobContext.NONE);
    }

    private static List<List<@Nullable Object>> rows(PivotResult pivot) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < pivot.size(); row++) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (int column = 0; column < pivot.columns().size(); column++) {
                cells.add(pivot.cell(row, column));
            }
            rows.add(cells);
        }
        return rows;
    }
}
