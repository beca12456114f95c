package org.fleetscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Unit;
import org.fleetscope.series.Track;
import org.junit.jupiter.api.Test;

class ChartTableTest {
    private static final ChartTrack LATENCY =
            new ChartTrack(
                    "latency_ms",
                    "Latency",
                    Unit.MILLISECONDS,
                    List.of(
                            new ChartLayer.Envelope(
                                    false,
                                    new long[] {0, 2},
                                    new double[] {5, 7},
                                    new double[] {5, 7},
                                    new double[] {5, 7},
                                    0),
                            new ChartLayer.Markers(
                                    List.of(new Track.Marker(2, 7, 80, "sigma", 0, 1)))),
                    1);
    private static final ChartTrack RUNS =
            new ChartTrack(
                    "throughput",
                    "Throughput",
                    Unit.RUNS_PER_MINUTE,
                    List.of(
                            new ChartLayer.Bars(
                                    new long[] {0, 1}, 1, new double[] {3, Double.NaN}, 0)),
                    1);

    @Test
    void aRowIsATimeAndAColumnAValue() {
        assertThat(ChartTable.of(List.of(LATENCY, RUNS), ZoneOffset.UTC).tsv())
                .isEqualTo(
                        "Time (UTC)\tLatency (ms)\tLatency (ms) finding\tThroughput (runs/min)\n"
                                + "1970-01-01T00:00:00.000000Z\t5.0\t\t3.0\n"
                                + "1970-01-01T00:00:00.000002Z\t7.0\tCritical 80 sigma\t\n");
    }

    @Test
    void columnsOfRunsShowLowestMeanAndHighest() {
        ChartTrack track =
                new ChartTrack(
                        "accuracy",
                        "Accuracy",
                        Unit.FRACTION,
                        List.of(
                                new ChartLayer.Envelope(
                                        true,
                                        new long[] {0},
                                        new double[] {0.1},
                                        new double[] {0.9},
                                        new double[] {0.5},
                                        0)),
                        1);
        assertThat(ChartTable.of(List.of(track), ZoneOffset.UTC).data().columns())
                .containsExactly("Time (UTC)", "Accuracy min", "Accuracy mean", "Accuracy max");
        assertThat(ChartTable.of(List.of(track), ZoneOffset.UTC).data().rows().getFirst())
                .containsExactly("1970-01-01T00:00:00.000000Z", 0.1, 0.5, 0.9);
    }

    @Test
    void aReadoutSaysValueAndExpectation() {
        ChartTrack track =
                new ChartTrack(
                        "t",
                        "T",
                        Unit.MILLISECONDS,
                        List.of(
                                new ChartLayer.Band(
                                        "sigma",
                                        new long[] {0, 1000},
                                        new double[] {100, 200},
                                        new double[] {200, 300},
                                        new double[] {300, 400},
                                        0),
                                new ChartLayer.Envelope(
                                        false,
                                        new long[] {490, 510},
                                        new double[] {420, 430},
                                        new double[] {420, 430},
                                        new double[] {420, 430},
                                        0)),
                        1);
        TimeScale time = new TimeScale(new TimeRange(0, 1000), 0, 100);
        TrackFrame frame = TrackFrame.of(track, new Box(0, 20, 100, 100), 20, false, 11);
        Readout readout = Readout.of(frame, time, 500);
        assertThat(readout.text()).isEqualTo("420\u00a0ms   expected 100\u00a0ms to 300\u00a0ms");
        assertThat(readout.value()).isEqualTo(420);
        assertThat(Readout.of(frame, time, 900).value()).isNaN();
    }
}
