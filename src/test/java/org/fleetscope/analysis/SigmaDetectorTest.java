package org.fleetscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Finding;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SigmaDetectorTest {
    private static final long START = FleetFixture.START;

    /**
     * Nine times 10 and once 20: mean 11, variance (9·1 + 81)/9 = 10, so 20 lies 9/√10 = 2.846 sd
     * out.
     */
    private static FleetFixture nineAndOne() {
        FleetFixture fleet = new FleetFixture();
        for (int i = 0; i < 9; i++) {
            fleet.run(1, i, 10, 0.5);
        }
        return fleet.run(1, 9, 20, 0.5);
    }

    @Test
    void flagsWithEverythingAboutIt() {
        Frame frame = nineAndOne().build();
        FindingSet found = detect(DetectorInput.of(frame));
        assertThat(found.size()).isEqualTo(1);
        Finding finding = found.get(0);
        assertThat(finding.detector()).isEqualTo("sigma");
        assertThat(finding.runIndex()).isEqualTo(9);
        assertThat(finding.taskId()).isEqualTo(FleetFixture.taskId(9));
        assertThat(finding.agentId()).isEqualTo(FleetFixture.agentId(1));
        assertThat(finding.agentType()).isEqualTo("vision");
        assertThat(finding.host()).isEqualTo("node-1");
        assertThat(finding.recordedAt()).isEqualTo(START + 9);
        assertThat(finding.metric()).isEqualTo("latency_ms");
        assertThat(finding.actual()).isEqualTo(20);
        assertThat(finding.typical()).isCloseTo(11, within(1e-12));
        assertThat(finding.lower()).isCloseTo(11 - 2 * Math.sqrt(10), within(1e-12));
        assertThat(finding.upper()).isCloseTo(11 + 2 * Math.sqrt(10), within(1e-12));
        assertThat(finding.threshold()).isEqualTo(2);
        assertThat(finding.origin()).isEqualTo(new RowOrigin("fleet.ndjson", 10, 900));
        // p of 2.84605 is 0.0044265, a published table's 0.00443.
        assertThat(finding.severity()).isCloseTo(23.54, within(0.01));
    }

    @Test
    void thresholdDecidesAndMustBePositive() {
        Frame frame = nineAndOne().build();
        assertThat(detect(input(frame, 2.84)).size()).isEqualTo(1);
        assertThat(detect(input(frame, 2.85)).size()).isZero();
        assertThatThrownBy(() -> detect(input(frame, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sigma.k");
    }

    /**
     * −1, 0, 1 have mean 0 and sd 1 exactly: at k = 1 the outer ones lie on the edge, and > means
     * beyond.
     */
    @Test
    void edgeIsNotBeyond() {
        Frame frame =
                new FleetFixture().run(1, 0, 99, 0).run(1, 1, 100, 0).run(1, 2, 101, 0).build();
        assertThat(detect(input(frame, 1)).size()).isZero();
        assertThat(detect(input(frame, 0.999)).size()).isEqualTo(2);
    }

    @Test
    void equalValuesHaveNoDeviationAtAll() {
        FleetFixture fleet = new FleetFixture();
        for (int i = 0; i < 1000; i++) {
            fleet.run(1, i, 0.1, 0.3);
        }
        Frame frame = fleet.build();
        assertThat(detect(DetectorInput.of(frame)).size()).isZero();
        assertThat(AgentMoments.of(frame, frame.latencyMs(), TimeRange.ALL).sd())
                .containsExactly(0);
    }

    @Test
    void deviationSurvivesLargeValues() {
        FleetFixture fleet = new FleetFixture();
        for (int i = 0; i < 3; i++) {
            fleet.run(1, i, 1e9 + i, 0.5);
        }
        Frame frame = fleet.build();
        AgentMoments moments = AgentMoments.of(frame, frame.latencyMs(), TimeRange.ALL);
        assertThat(moments.sd()[0]).isEqualTo(1);
        assertThat(moments.mean()[0]).isEqualTo(1e9 + 1);
    }

    @Test
    void oneBaselineValueIsNoBaseline() {
        Frame frame = new FleetFixture().run(1, 0, 10, 0.5).run(1, 10, 900, 0.1).build();
        FindingSet found =
                detect(new DetectorInput(frame, new TimeRange(START, START + 10), null, Map.of()));
        assertThat(found.size()).isZero();
    }

    @Test
    void rangesAreHalfOpenAndSeparate() {
        Frame frame = nineAndOne().run(1, 10, 50, 0.5).run(1, 11, 50, 0.5).build();
        TimeRange baseline = new TimeRange(START, START + 10);
        TimeRange examined = new TimeRange(START + 9, START + 11);
        FindingSet found = detect(new DetectorInput(frame, baseline, examined, Map.of()));
        assertThat(found.asList()).extracting(Finding::runIndex).containsExactly(9, 10);
        assertThat(found.get(1).typical()).isCloseTo(11, within(1e-12));
    }

    @Test
    void missingValuesAreNeitherBaselineNorFinding() {
        FleetFixture fleet = nineAndOne();
        for (int i = 0; i < 5; i++) {
            fleet.run(1, 20 + i, Double.NaN, Double.NaN);
        }
        FindingSet found = detect(DetectorInput.of(fleet.build()));
        assertThat(found.asList()).extracting(Finding::runIndex).containsExactly(9);
        Frame allMissing = new FleetFixture().run(1, 0, Double.NaN, Double.NaN).build();
        assertThat(detect(DetectorInput.of(allMissing)).size()).isZero();
        assertThat(detect(DetectorInput.of(FleetFixture.empty())).size()).isZero();
    }

    @Test
    void expectationIsTheRangeItFlagsBy() {
        Frame frame = nineAndOne().run(2, 0, 5, 0.5).build();
        assertThat(new SigmaDetector().expectations(DetectorInput.of(frame), 1)).isEmpty();
        Expectation latency =
                new SigmaDetector().expectations(DetectorInput.of(frame), 0).getFirst();
        assertThat(latency.metric()).isEqualTo("latency_ms");
        assertThat(latency.hourly()).isFalse();
        assertThat(latency.upper())
                .containsExactly(new double[] {11 + 2 * Math.sqrt(10)}, within(1e-12));
        assertThat(latency.lower())
                .containsExactly(new double[] {11 - 2 * Math.sqrt(10)}, within(1e-12));
    }

    /** The query of the data structure document on the same rows, by another engine. */
    @Test
    void sameRunsAsTheQueryInH2() throws SQLException {
        Frame frame = FleetFixture.random(6000, 9, 42);
        TimeRange baseline = new TimeRange(START, START + 16 * Times.HOUR);
        TimeRange examined = new TimeRange(START + 8 * Times.HOUR, START + Times.DAY);
        Set<String> expected = query(frame, baseline, examined);
        FindingSet found = detect(new DetectorInput(frame, baseline, examined, Map.of()));
        Set<String> actual = new TreeSet<>();
        found.asList().forEach(f -> actual.add(f.metric() + " " + f.runIndex()));
        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(actual).isEqualTo(expected).hasSize(found.size());
    }

    private static Set<String> query(Frame frame, TimeRange baseline, TimeRange examined)
            throws SQLException {
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:mem:")) {
            h2.createStatement()
                    .execute(
                            "CREATE TABLE kpi_reports(id INT, agent_id UUID, recorded_at BIGINT,"
                                    + " latency_ms DOUBLE PRECISION, accuracy DOUBLE PRECISION)");
            try (PreparedStatement insert =
                    h2.prepareStatement("INSERT INTO kpi_reports VALUES(?, ?, ?, ?, ?)")) {
                for (int row = 0; row < frame.rows(); row++) {
                    insert.setInt(1, row);
                    insert.setObject(2, frame.agents().get(frame.agent()[row]));
                    insert.setLong(3, frame.recordedAt()[row]);
                    insert.setObject(4, orNull(frame.latencyMs()[row]));
                    insert.setObject(5, orNull(frame.accuracy()[row]));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            // The view is a table here, because H2 would evaluate it again for every row.
            try (PreparedStatement create =
                    h2.prepareStatement(
                            "CREATE TABLE agent_baseline AS SELECT agent_id,"
                                    + " AVG(latency_ms) AS baseline_latency, STDDEV_SAMP(latency_ms) AS latency_stddev,"
                                    + " AVG(accuracy) AS baseline_accuracy, STDDEV_SAMP(accuracy) AS accuracy_stddev"
                                    + " FROM kpi_reports WHERE recorded_at BETWEEN ? AND ? GROUP BY agent_id")) {
                create.setLong(1, baseline.from());
                create.setLong(2, baseline.to() - 1);
                create.execute();
            }
            Set<String> flagged = new TreeSet<>();
            for (String metric : new String[] {"latency", "accuracy"}) {
                String column = metric.equals("latency") ? "latency_ms" : metric;
                try (PreparedStatement select =
                        h2.prepareStatement(
                                "SELECT k.id FROM kpi_reports k JOIN"
                                        + " agent_baseline b ON k.agent_id = b.agent_id WHERE k.recorded_at BETWEEN ? AND ? AND"
                                        + " ABS(k."
                                        + column
                                        + " - b.baseline_"
                                        + metric
                                        + ") > 2 * b."
                                        + metric
                                        + "_stddev")) {
                    select.setLong(1, examined.from());
                    select.setLong(2, examined.to() - 1);
                    ResultSet rows = select.executeQuery();
                    while (rows.next()) {
                        flagged.add(column + " " + rows.getInt(1));
                    }
                }
            }
            return flagged;
        }
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static DetectorInput input(Frame frame, double k) {
        return new DetectorInput(frame, null, null, FleetFixture.thresholds(k, 3.5));
    }

    private static FindingSet detect(DetectorInput input) {
        return new SigmaDetector().detect(input, JobContext.NONE);
    }
}
