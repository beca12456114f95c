package org.fleetscope.ui.timeline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.fleetscope.analysis.Expectation;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.bench.BenchFleet;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.AgentNames;
import org.fleetscope.series.AgentTimeline;
import org.fleetscope.series.TimelineBuilder;
import org.fleetscope.ui.Theme;
import org.fleetscope.ui.chart.ChartTrack;
import org.fleetscope.ui.chart.TimeChart;

/**
 * Tells the CPU time of all threads that a frame of an agent's timeline takes while a person zooms
 * in and out and pans: for the columns of its width from the runs, and for painting them. Argument:
 * runs of the agent. Wants a window system, or {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class ChartBench {
    private static final int FRAMES = 60;
    private static final int ROUNDS = 4;
    private static final int WIDTH = 1800;
    private static final int HEIGHT = 1000;
    private static final List<String> EIGHT =
            List.of(
                    "latency_ms",
                    "accuracy",
                    "cpu_usage",
                    "memory_mb",
                    "network_bytes",
                    "throughput",
                    "latency_ms",
                    "accuracy");

    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Frame frame;
    private final FindingSet none;
    private final AgentNames names;
    private final UUID agent;
    private final TimeRange extent;

    private ChartBench(Frame frame) {
        this.frame = frame;
        none = FindingSet.empty(frame);
        names = AgentNames.of(frame);
        agent = frame.agents().get(0);
        extent = timeline(TimeRange.ALL, EIGHT.subList(0, 1), List.of()).extent();
    }

    public static void main(String[] args) throws InterruptedException {
        ChartBench bench =
                new ChartBench(new BenchFleet(Integer.parseInt(args[0]), 1, 30, 7).frame());
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        bench.run("one track", EIGHT.subList(0, 1), List.of());
        bench.run("eight tracks with bands", EIGHT, bands());
        Platform.exit();
    }

    /** Two detectors for every metric, hour by hour. */
    private static List<Expectation> bands() {
        List<Expectation> bands = new ArrayList<>();
        for (String metric : EIGHT.subList(0, 5)) {
            for (String detector : List.of("sigma", "seasonal")) {
                bands.add(new Expectation(detector, metric, hours(0.3), hours(0.5), hours(0.7)));
            }
        }
        return bands;
    }

    private static double[] hours(double about) {
        double[] values = new double[24];
        Arrays.setAll(values, hour -> about + 0.1 * Math.sin(hour / 4.0));
        return values;
    }

    private AgentTimeline timeline(TimeRange range, List<String> metrics, List<Expectation> bands) {
        return TimelineBuilder.of(frame, agent, range, WIDTH, metrics, none, bands, names);
    }

    private void run(String name, List<String> metrics, List<Expectation> bands)
            throws InterruptedException {
        List<TimeRange> ranges = ranges();
        double[] series = new double[ROUNDS];
        double[] painting = new double[ROUNDS];
        double worst = 0;
        List<List<ChartTrack>> shown = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            shown.clear();
            long start = system.getProcessCpuTime();
            for (TimeRange range : ranges) {
                long from = System.nanoTime();
                AgentTimeline timeline = timeline(range, metrics, bands);
                shown.add(
                        timeline.tracks().stream()
                                .map(track -> TrackLayers.of(track, List.of("sigma", "seasonal")))
                                .toList());
                if (round == ROUNDS - 1) {
                    worst = Math.max(worst, (System.nanoTime() - from) / 1e6);
                }
            }
            series[round] = (system.getProcessCpuTime() - start) / 1e6 / ranges.size();
        }
        Window window = new Window();
        for (int round = 0; round < ROUNDS; round++) {
            long start = system.getProcessCpuTime();
            for (int i = 0; i < ranges.size(); i++) {
                window.paint(shown.get(i), ranges.get(i), extent);
            }
            painting[round] = (system.getProcessCpuTime() - start) / 1e6 / ranges.size();
        }
        window.close();
        System.out.printf(
                Locale.ROOT,
                "%d runs, %s, CPU ms a frame: columns cold %.2f warm %.2f (longest %.1f on the"
                        + " clock), painting cold %.2f warm %.2f%n",
                frame.recordedAt().length,
                name,
                series[0],
                series[ROUNDS - 1],
                worst,
                painting[0],
                painting[ROUNDS - 1]);
    }

    /** Zooms in about a point to a thousandth, pans there, and zooms out again. */
    private List<TimeRange> ranges() {
        List<TimeRange> ranges = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            double share = Math.pow(1000, -Math.min(1, Math.min(i, FRAMES - 1 - i) / 20.0));
            long length = Math.round(extent.length() * share);
            long at = extent.from() + Math.round((extent.length() - length) * (0.37 + i * 0.002));
            ranges.add(new TimeRange(at, at + length));
        }
        return ranges;
    }

    /** A window with nothing but the chart. */
    private static final class Window {
        private final TimeChart chart;
        private final Scene scene;
        private final Stage stage;

        Window() throws InterruptedException {
            TimeChart[] made = new TimeChart[1];
            Stage[] shown = new Stage[1];
            CountDownLatch ready = new CountDownLatch(1);
            Platform.runLater(() -> {
                made[0] = new TimeChart();
                Scene content = new Scene(new StackPane(made[0]), WIDTH + 80, HEIGHT);
                Theme.apply(content, false);
                shown[0] = new Stage();
                shown[0].setScene(content);
                shown[0].show();
                ready.countDown();
            });
            ready.await();
            chart = made[0];
            stage = shown[0];
            scene = stage.getScene();
        }

        /** Returns when the frame is laid out, and its painting handed to the renderer. */
        void paint(List<ChartTrack> tracks, TimeRange range, TimeRange bounds)
                throws InterruptedException {
            CountDownLatch painted = new CountDownLatch(1);
            Platform.runLater(() -> {
                chart.setRange(range, bounds);
                chart.setTracks(tracks);
                Runnable[] listener = new Runnable[1];
                listener[0] =
                        () -> {
                            scene.removePostLayoutPulseListener(listener[0]);
                            painted.countDown();
                        };
                scene.addPostLayoutPulseListener(listener[0]);
                Platform.requestNextPulse();
            });
            painted.await();
        }

        void close() {
            Platform.runLater(stage::close);
        }
    }
}
