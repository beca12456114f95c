package org.fleetscope.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.workspace.AnalysisSettings;
import org.fleetscope.workspace.FleetView;
import org.fleetscope.workspace.FollowListener;
import org.fleetscope.workspace.FollowOptions;
import org.fleetscope.workspace.FollowStatus;
import org.fleetscope.workspace.ImportListener;
import org.fleetscope.workspace.ImportOptions;
import org.fleetscope.workspace.LocalWorkspace;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * From the append of a row to an answer that has it, while rows come into a workspace that holds
 * those of a file: {@code FollowBench FILE.ndjson [SECONDS] [ROWS_A_MINUTE]}. With all time in
 * scope and with the last 15 minutes, of which half an hour is there before; the overview and the
 * table of agents; anomalies are looked for beside it as the window does. Last the CPU that idle
 * following takes.
 */
public final class FollowBench {
    private static final int BUCKETS = 240;
    private static final long WINDOW = Times.HOUR / 4;

    private final Random random = new Random(1);
    private final List<Long> appended = new ArrayList<>();
    private final Semaphore came = new Semaphore(0);
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final Workspace workspace;
    private final Path live;
    private final long pauseNanos;
    private volatile boolean stopped;
    private volatile long newest;
    private volatile @Nullable FleetView shown;

    private FollowBench(Workspace workspace, Path live, int rowsAMinute) {
        this.workspace = workspace;
        this.live = live;
        this.pauseNanos = TimeUnit.MINUTES.toNanos(1) / rowsAMinute;
    }

    /** What a screen asks of a view. */
    private interface Screen {
        void ask(FleetView view);
    }

    public static void main(String[] args) throws Exception {
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 15;
        int rate = args.length > 2 ? Integer.parseInt(args[2]) : 2000;
        Path folder = Files.createTempDirectory("fleetscope-follow-");
        Path live = Files.writeString(folder.resolve("live.ndjson"), "");
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("workspace"))) {
            workspace.importFiles(
                    List.of(Path.of(args[0])),
                    ImportOptions.DEFAULTS,
                    ImportListener.NONE,
                    JobContext.NONE);
            FollowBench bench = new FollowBench(workspace, live, rate);
            bench.writePast(30 * rate);
            Thread following = Thread.ofPlatform().start(bench::follow);
            bench.caughtUp.await();
            Thread examining = Thread.ofPlatform().start(bench::examine);
            Screen overview = view -> view.overview(BUCKETS, JobContext.NONE);
            Screen agents = view -> view.agents(JobContext.NONE);
            bench.measure("overview, all time", seconds, false, overview);
            bench.measure("overview, last 15 min", seconds, true, overview);
            bench.measure("agents, all time", seconds, false, agents);
            bench.measure("agents, last 15 min", seconds, true, agents);
            bench.shown = null;
            bench.idle();
            bench.stopped = true;
            following.join();
            examining.join();
        }
    }

    private void follow() {
        FollowListener listener =
                new FollowListener() {
                    @Override
                    public void rows(FollowStatus now) {
                        newest = now.newest();
                        came.release();
                    }

                    @Override
                    public void changed(FollowStatus now) {
                        if (!now.history()) {
                            caughtUp.countDown();
                        }
                    }
                };
        JobContext job =
                new JobContext() {
                    @Override
                    public void progress(Progress progress) {}

                    @Override
                    public boolean isCancelled() {
                        return stopped;
                    }
                };
        try {
            workspace.follow(List.of(live), FollowOptions.DEFAULTS, listener, job);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the window does: looks at all runs beside the answers, and rests thrice as long. */
    private void examine() {
        while (!stopped) {
            FleetView view = shown;
            long began = System.nanoTime();
            if (view != null) {
                view.examine(JobContext.NONE);
            }
            park(Math.max(TimeUnit.SECONDS.toNanos(1), 3 * (System.nanoTime() - began)));
        }
    }

    private void measure(String name, int seconds, boolean sliding, Screen screen)
            throws Exception {
        long before = runs();
        appended.clear();
        // The window shows the view before the first row comes.
        ask(sliding, screen);
        int rows = (int) (seconds * TimeUnit.SECONDS.toNanos(1) / pauseNanos);
        Thread writer = Thread.ofPlatform().start(() -> write(rows));
        List<Long> latencies = new ArrayList<>();
        List<Long> answers = new ArrayList<>();
        while (latencies.size() < rows) {
            came.acquire();
            came.drainPermits();
            long asked = System.nanoTime();
            long seen = ask(sliding, screen) - before;
            long now = System.nanoTime();
            answers.add(now - asked);
            synchronized (appended) {
                while (latencies.size() < seen) {
                    latencies.add(now - appended.get(latencies.size()));
                }
            }
        }
        writer.join();
        print(name + ", append to answer", latencies);
        print(name + ", one answer", answers);
    }

    /** Asks what a window asks; all runs that were there. */
    private long ask(boolean sliding, Screen screen) {
        long end = Times.floor(newest, Times.SECOND) + Times.SECOND;
        Scope scope = sliding ? Scope.ALL.withTime(new TimeRange(end - WINDOW, end)) : Scope.ALL;
        FleetView view = workspace.liveView(scope, AnalysisSettings.DEFAULTS, JobContext.NONE);
        long runs = view.dimensions().types().stream().mapToLong(type -> type.runs()).sum();
        view.runs();
        screen.ask(view);
        shown = view;
        return runs;
    }

    private long runs() {
        return workspace.view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE).runs();
    }

    private void write(int rows) {
        long due = System.nanoTime();
        for (int i = 0; i < rows; i++) {
            String row = row(Instant.now());
            synchronized (appended) {
                append(row);
                appended.add(System.nanoTime());
            }
            due += pauseNanos;
            park(due - System.nanoTime());
        }
    }

    private void writePast(int rows) {
        Instant now = Instant.now();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            text.append(row(now.minusNanos((rows - i) * pauseNanos)));
        }
        append(text.toString());
    }

    private String row(Instant recordedAt) {
        return String.format(
                Locale.ROOT,
                "{\"task_id\":\"%s\",\"agent_id\":\"%s\",\"latency_ms\":%.3f,\"accuracy\":%.3f,"
                        + "\"cpu_usage\":0.25,\"memory_mb\":512.5,\"network_bytes\":1024,"
                        + "\"custom_metrics\":{\"tokens_in\":12},\"recorded_at\":\"%s\","
                        + "\"execution_context\":{\"hostname\":\"node-1\",\"resources\":"
                        + "{\"cpu_cores\":4}},\"source_layer\":\"layer2\","
                        + "\"target_agent_type\":\"planner\",\"priority\":\"High\"}%n",
                new UUID(random.nextLong(), random.nextLong() | Long.MIN_VALUE),
                new UUID(4096, Long.MIN_VALUE + random.nextInt(20)),
                100 + random.nextDouble() * 400,
                random.nextDouble(),
                recordedAt);
    }

    private void append(String text) {
        try {
            Files.writeString(live, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void park(long nanos) {
        if (nanos > 0) {
            LockSupport.parkNanos(nanos);
        }
    }

    private void idle() throws InterruptedException {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        TimeUnit.SECONDS.sleep(3);
        long cpu = system.getProcessCpuTime();
        TimeUnit.SECONDS.sleep(10);
        System.out.printf(
                Locale.ROOT, "idle: %.2f %% of a core%n", (system.getProcessCpuTime() - cpu) / 1e8);
    }

    private static void print(String name, List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-32s n %5d  p50 %7.1f  p95 %7.1f  max %7.1f ms%n",
                name,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.95)] / 1e6,
                Arrays.stream(sorted).max().orElse(0) / 1e6);
    }
}
