package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Profile;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.series.AgentRow;
import org.fleetscope.series.FleetTimeline;
import org.fleetscope.series.Overview;
import org.fleetscope.series.Tile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Live views of a workspace that rows are followed into, against views that compute everything. */
class LiveViewTest {
    private static final int BUCKETS = 60;
    private static final FollowOptions OPTIONS =
            new FollowOptions(Profile.EXPORT, ImportOptions.DEFAULTS);

    @TempDir private Path folder;
    private Path in;
    private Path file;
    private final Random random = new Random(5);
    private final long start = Times.floor(now() - Times.DAY, Times.HOUR);
    private int tasks;
    private int sent;

    @BeforeEach
    void name() throws IOException {
        in = Files.createDirectories(folder.resolve("in"));
        file = in.resolve("runs.ndjson");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "types", "sliding"})
    void afterAnyNumberOfStepsItSaysWhatAViewSays(String kind) throws Exception {
        send(200, 0);
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("workspace"));
                FollowRun run = new FollowRun(workspace, List.of(in), OPTIONS)) {
            run.awaitRead(sent);
            for (int step = 1; step <= 12; step++) {
                long minutes = 4L * step * step;
                send(random.nextInt(60), minutes);
                if (step == 6) {
                    sendResults(15);
                }
                run.awaitRead(sent);
                Scope scope = scope(kind, start + minutes * Times.MINUTE);
                FleetView exact = view(workspace, scope);
                FleetView live = live(workspace, scope);
                assertThat(live.runs()).isEqualTo(exact.runs());
                assertThat(live.dimensions()).isEqualTo(exact.dimensions());
                if (step != 6) {
                    // Outcomes of runs that came before their results follow with the examination.
                    same(overview(live), overview(exact), false);
                    sameAgents(live, exact, false);
                }
                if (step % 3 == 0) {
                    live.examine(JobContext.NONE);
                    FleetView next = live(workspace, scope);
                    same(overview(next), overview(exact), true);
                    sameAgents(next, exact, true);
                }
            }
        }
    }

    @Test
    void findingsStayThoseOfTheLastExaminationUntilTheNext() throws Exception {
        send(300, 0);
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("workspace"));
                FollowRun run = new FollowRun(workspace, List.of(in), OPTIONS)) {
            run.awaitRead(sent);
            long before = overview(live(workspace, Scope.ALL)).findingCount();
            assertThat(before).isEqualTo(overview(view(workspace, Scope.ALL)).findingCount());
            append(row(start, 200_000) + row(start, 200_001));
            sent += 2;
            run.awaitRead(sent);
            FleetView live = live(workspace, Scope.ALL);
            assertThat(overview(live).findingCount()).isEqualTo(before);
            assertThat(overview(live).tiles().getFirst().value()).isEqualTo(302);
            live.examine(JobContext.NONE);
            long after = overview(live(workspace, Scope.ALL)).findingCount();
            assertThat(after).isGreaterThan(before);
            assertThat(after).isEqualTo(overview(view(workspace, Scope.ALL)).findingCount());
        }
    }

    @Test
    void aViewOfAnEarlierStateStillSpeaksOfThat() throws Exception {
        send(10, 0);
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("workspace"));
                FollowRun run = new FollowRun(workspace, List.of(in), OPTIONS)) {
            run.awaitRead(sent);
            FleetView early = live(workspace, Scope.ALL);
            send(5, 1);
            run.awaitRead(sent);
            assertThat(overview(live(workspace, Scope.ALL)).tiles().getFirst().value())
                    .isEqualTo(15);
            assertThat(overview(early).tiles().getFirst().value()).isEqualTo(10);
            assertThat(early.runs()).isEqualTo(10);
        }
    }

    @Test
    void anImportBetweenStepsIsSeen() throws Exception {
        send(50, 0);
        Path other = folder.resolve("other.ndjson");
        Files.writeString(other, row(start, 100) + row(start, 100));
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("workspace"));
                FollowRun run = new FollowRun(workspace, List.of(in), OPTIONS)) {
            run.awaitRead(sent);
            overview(live(workspace, Scope.ALL));
            workspace.importFiles(
                    List.of(other), ImportOptions.DEFAULTS, ImportListener.NONE, JobContext.NONE);
            send(20, 1);
            run.awaitRead(sent);
            same(overview(live(workspace, Scope.ALL)), overview(view(workspace, Scope.ALL)), false);
            assertThat(live(workspace, Scope.ALL).runs()).isEqualTo(72);
        }
    }

    private static Scope scope(String kind, long end) {
        return switch (kind) {
            case "types" -> Scope.ALL.withTypes(Set.of("planner", "coder"));
            case "sliding" -> Scope.ALL.withTime(new TimeRange(end - 2 * Times.HOUR, end));
            default -> Scope.ALL;
        };
    }

    private static void same(Overview live, Overview exact, boolean examined) {
        FleetTimeline a = live.timeline();
        FleetTimeline b = exact.timeline();
        assertThat(a.range()).isEqualTo(b.range());
        assertThat(a.bucket()).isEqualTo(b.bucket());
        assertThat(a.start()).isEqualTo(b.start());
        assertThat(a.runs()).isEqualTo(b.runs());
        assertThat(a.p50()).containsExactly(b.p50(), within(1e-9));
        assertThat(a.p95()).containsExactly(b.p95(), within(1e-9));
        assertThat(a.p99()).containsExactly(b.p99(), within(1e-9));
        assertThat(a.accuracy()).containsExactly(b.accuracy(), within(1e-12));
        for (int i = 0; i < exact.tiles().size(); i++) {
            Tile tile = live.tiles().get(i);
            Tile wanted = exact.tiles().get(i);
            if (examined || !wanted.id().equals("anomalies")) {
                assertThat(tile.id()).isEqualTo(wanted.id());
                assertThat(tile.value()).as(tile.id()).isEqualTo(wanted.value(), within(1e-9));
                assertThat(tile.note()).isEqualTo(wanted.note());
                assertThat(tile.spark()).containsExactly(wanted.spark(), within(1e-12));
            }
            if (examined) {
                assertThat(tile.previous()).isEqualTo(wanted.previous(), within(1e-9));
            }
        }
        if (examined) {
            assertThat(live.findingCount()).isEqualTo(exact.findingCount());
            assertThat(live.top()).isEqualTo(exact.top());
            for (int band = 0; band < b.findings().size(); band++) {
                assertThat(a.findings().get(band)).isEqualTo(b.findings().get(band));
            }
        }
    }

    private static void sameAgents(FleetView liveView, FleetView exactView, boolean examined) {
        List<AgentRow> live = liveView.agents(JobContext.NONE);
        List<AgentRow> exact = exactView.agents(JobContext.NONE);
        assertThat(live).extracting(AgentRow::id).hasSameSizeAs(exact);
        for (AgentRow wanted : exact) {
            AgentRow row =
                    live.stream().filter(r -> r.id().equals(wanted.id())).findFirst().orElseThrow();
            assertThat(row.name()).isEqualTo(wanted.name());
            assertThat(row.type()).isEqualTo(wanted.type());
            assertThat(row.host()).isEqualTo(wanted.host());
            assertThat(row.runs()).isEqualTo(wanted.runs());
            assertThat(row.p50()).isEqualTo(wanted.p50(), within(1e-9));
            assertThat(row.p95()).isEqualTo(wanted.p95(), within(1e-9));
            assertThat(row.accuracy()).isEqualTo(wanted.accuracy(), within(1e-12));
            if (examined) {
                assertThat(row.successRate()).isEqualTo(wanted.successRate(), within(1e-12));
                assertThat(row.findings()).isEqualTo(wanted.findings());
                assertThat(row.worst()).isEqualTo(wanted.worst());
                assertThat(row.score()).isEqualTo(wanted.score(), within(1e-9));
                assertThat(row.latencyChange()).isEqualTo(wanted.latencyChange(), within(1e-9));
                assertThat(row.spark()).containsExactly(wanted.spark(), within(1e-9));
            }
        }
        if (examined) {
            assertThat(live)
                    .extracting(AgentRow::id)
                    .isEqualTo(exact.stream().map(AgentRow::id).toList());
        }
    }

    private static FleetView live(Workspace workspace, Scope scope) {
        return workspace.liveView(scope, AnalysisSettings.DEFAULTS, JobContext.NONE);
    }

    private static FleetView view(Workspace workspace, Scope scope) {
        return workspace.view(scope, AnalysisSettings.DEFAULTS, JobContext.NONE);
    }

    private static Overview overview(FleetView view) {
        return view.overview(BUCKETS, JobContext.NONE);
    }

    private void send(int rows, long minutes) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            long late = random.nextInt(5) == 0 ? random.nextInt(90) : random.nextInt(3);
            long at = start + (minutes - late) * Times.MINUTE + random.nextInt(60_000_000);
            text.append(row(at, 100 + random.nextInt(40) * (random.nextInt(30) == 0 ? 100 : 1)));
        }
        sent += rows;
        append(text.toString());
    }

    private void sendResults(int count) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int task = 0; task < count; task++) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "{\"task_id\":\"%s\",\"success\":%b,\"output\":{},\"execution_time_ms\":120,"
                                    + "\"completed_at\":\"%s\"}%n",
                            id(task * 7),
                            task % 3 > 0,
                            Instant.ofEpochSecond(start / 1_000_000)));
        }
        sent += count;
        Files.writeString(in.resolve("results.ndjson"), text);
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private String row(long at, int latency) {
        int agent = random.nextInt(1 + Math.min(11, tasks / 40));
        return String.format(
                Locale.ROOT,
                "{\"task_id\":\"%s\",\"agent_id\":\"%s\",\"latency_ms\":%d,\"accuracy\":%.3f,"
                        + "\"cpu_usage\":0.25,\"memory_mb\":512,\"network_bytes\":10,\"recorded_at\":"
                        + "\"%s\",\"execution_context\":{\"hostname\":\"node-%d\",\"resources\":"
                        + "{\"cpu_cores\":4}},\"source_layer\":\"l\",\"target_agent_type\":\"%s\","
                        + "\"priority\":\"High\"}%n",
                id(tasks++),
                new UUID(0x1000L, 0x8000000000000000L + agent),
                latency,
                random.nextDouble(),
                Instant.EPOCH.plus(at, ChronoUnit.MICROS),
                agent / 2,
                List.of("planner", "coder", "critic").get(agent % 3));
    }

    private static UUID id(long number) {
        return new UUID(0x4000L, 0x8000000000000000L + number);
    }

    private static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
