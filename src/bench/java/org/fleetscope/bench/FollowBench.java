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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

/**
 * From the append of a row to an answered overview that has it, while 2000 rows a minute come into
 * a workspace that holds those of a file: {@code FollowBench FILE.ndjson [SECONDS]}. First with all
 * time in scope, then with the last 15 minutes; last the CPU that idle following takes.
 */
public final class FollowBench {
    private static final long PAUSE_MILLIS = 30;
    private static final int BUCKETS = 240;

    private final Random random = new Random(1);
    private final List<Long> appended = new ArrayList<>();
    private final Semaphore came = new Semaphore(0);
    private volatile boolean stopped;
    private volatile long newest;

    private FollowBench() {}

    public static void main(String[] args) throws Exception {
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        Path folder = Files.createTempDirectory("fleetscope-follow-");
        Path live = Files.writeString(folder.resolve("live.ndjson"), "");
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("workspace"))) {
            workspace.importFiles(
                    List.of(Path.of(args[0])),
                    ImportOptions.DEFAULTS,
                    ImportListener.NONE,
                    JobContext.NONE);
            FollowBench bench = new FollowBench();
            Thread following = Thread.ofPlatform().start(() -> bench.follow(workspace, live));
            bench.measure("all time", workspace, live, seconds, false);
            bench.measure("last 15 min", workspace, live, seconds, true);
            bench.idle();
            bench.stopped = true;
            following.join();
        }
    }

    private void follow(Workspace workspace, Path live) {
        FollowListener listener =
                new FollowListener() {
                    @Override
                    public void rows(FollowStatus now) {
                        newest = now.newest();
                        came.release();
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

    private void measure(String name, Workspace workspace, Path live, int seconds, boolean sliding)
            throws Exception {
        long before = runs(workspace);
        appended.clear();
        int rows = (int) (seconds * 1000 / PAUSE_MILLIS);
        Thread writer =
                Thread.ofPlatform()
                        .start(() -> {
                            for (int i = 0; i < rows; i++) {
                                append(live);
                                park();
                            }
                        });
        List<Long> latencies = new ArrayList<>();
        List<Long> answers = new ArrayList<>();
        while (latencies.size() < rows) {
            came.acquire();
            came.drainPermits();
            long asked = System.nanoTime();
            Scope scope =
                    sliding
                            ? Scope.ALL.withTime(new TimeRange(newest - Times.HOUR / 4, newest + 1))
                            : Scope.ALL;
            long seen = runs(workspace) - before;
            FleetView view = workspace.view(scope, AnalysisSettings.DEFAULTS, JobContext.NONE);
            view.dimensions();
            view.overview(BUCKETS, JobContext.NONE);
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

    private static long runs(Workspace workspace) {
        return workspace.view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE).runs();
    }

    private void append(Path live) {
        String row =
                String.format(
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
                        Instant.now());
        try {
            synchronized (appended) {
                Files.writeString(live, row, StandardOpenOption.APPEND);
                appended.add(System.nanoTime());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void park() {
        java.util.concurrent.locks.LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
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
