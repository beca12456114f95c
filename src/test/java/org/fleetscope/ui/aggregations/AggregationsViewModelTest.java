package org.fleetscope.ui.aggregations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.SameThreadRunner;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.ui.fixture.FakeDialogs;
import org.fleetscope.ui.session.Fields;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.Navigator;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.ImportListener;
import org.fleetscope.workspace.ImportOptions;
import org.fleetscope.workspace.LocalWorkspace;
import org.fleetscope.workspace.PeriodComparison;
import org.fleetscope.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AggregationsViewModelTest {
    /** 2026-01-05T00:00:00Z, a Monday. */
    private static final long START = 20_458 * Times.DAY;

    /** By name before the other coder, which goes by the name of its host, z. */
    private static final UUID FIRST = UUID.fromString("11111111-0000-4000-8000-000000000002");

    /** Type, agent, host, hours since the start, latency, tokens. */
    private static final Object[][] RUNS = {
        {"coder", 2, "a", 0.5, 100, 10},
        {"coder", 2, "a", 1.5, 300, 20},
        {"coder", 1, "z", 1.6, 500, 990},
        {"vision", 3, "a", 0.1, 40, 1000},
        {"vision", 3, "a", 25.0, 80, 30},
    };

    @TempDir private Path folder;

    private final SameThreadRunner runner = new SameThreadRunner();
    private final JobBoard jobs = new JobBoard(runner, () -> 0);
    private final Session session = new Session(runner, new TimeText(ZoneOffset.UTC));
    private final Went went = new Went();
    private @Nullable AggregationsViewModel made;
    private @Nullable Workspace workspace;

    /** Remembers where it was sent. */
    private static final class Went implements Navigator {
        private @Nullable UUID agent;

        @Override
        public void openAgent(UUID opened, @Nullable TimeRange around) {
            agent = opened;
        }

        @Override
        public void openFinding(Finding finding) {}

        @Override
        public void openAnomalies() {}

        @Override
        public void openRejected(@Nullable Long importId) {}
    }

    @BeforeEach
    void open() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < RUNS.length; i++) {
            rows.append(row(i, RUNS[i])).append('\n');
        }
        Workspace opened = LocalWorkspace.open(folder.resolve("workspace"));
        workspace = opened;
        opened.importFiles(
                List.of(Files.writeString(folder.resolve("runs.ndjson"), rows)),
                ImportOptions.DEFAULTS,
                ImportListener.NONE,
                JobContext.NONE);
        made = new AggregationsViewModel(session, jobs, new FakeDialogs(folder), went);
        session.use(opened);
        model().setActive(true);
    }

    static String row(int i, Object... run) {
        return "{\"task_id\":\"00000000-0000-4000-8000-00000000000"
                + i
                + "\",\"agent_id\":\"11111111-0000-4000-8000-00000000000"
                + run[1]
                + "\",\"latency_ms\":"
                + run[4]
                + ",\"accuracy\":0.9,\"cpu_usage\":0.25,\"memory_mb\":512,\"recorded_at\":\""
                + Times.iso(START + (long) ((Double) run[3] * Times.HOUR))
                + "\",\"custom_metrics\":{\"tokens\":"
                + run[5]
                + "},\"execution_context\":{\"hostname\":\""
                + run[2]
                + "\",\"resources\":{\"cpu_cores\":4}},\"target_agent_type\":\""
                + run[0]
                + "\",\"priority\":50}";
    }

    @AfterEach
    void close() throws IOException {
        if (workspace != null) {
            workspace.close();
        }
    }

    private AggregationsViewModel model() {
        if (made == null) {
            throw new AssertionError("not open");
        }
        return made;
    }

    private PivotGrid grid() {
        return model().state()
                .get()
                .latest()
                .orElseThrow(() -> new AssertionError(model().state().get().toString()));
    }

    private static List<String> lines(PivotGrid grid) {
        return grid.lines().stream().map(line -> line.kind() + " " + line.key()).toList();
    }

    @Test
    void linesAreGroupsSubtotalsAndTheTotal() {
        String agent = "11111111-0000-4000-8000-00000000000";
        assertThat(lines(grid()))
                .containsExactly(
                        "GROUP [coder, " + agent + "2]",
                        "GROUP [coder, " + agent + "1]",
                        "SUBTOTAL [coder]",
                        "GROUP [vision, " + agent + "3]",
                        "SUBTOTAL [vision]",
                        "TOTAL []");
        assertThat(grid().columns())
                .containsExactly("2026-01-05T00:00:00.000000Z", "2026-01-06T00:00:00.000000Z");
        model().subtotals().set(false);
        assertThat(lines(grid())).hasSize(4).noneMatch(line -> line.startsWith("SUBTOTAL"));
    }

    /** p50 of a total is not made of those of its parts. */
    @Test
    void everyCellAndTotalIsTakenFromItsOwnRuns() {
        model().measures().setAll(PivotMeasure.of("p50", Metric.LATENCY), PivotMeasure.COUNT);
        PivotGrid grid = grid();
        double nan = Double.NaN;
        double[][] p50 = {
            {200, nan, 200},
            {500, nan, 500},
            {300, nan, 300},
            {40, 80, 60},
            {40, 80, 60},
            {200, 80, 100}
        };
        double[][] runs = {{2, nan, 2}, {1, nan, 1}, {3, nan, 3}, {1, 1, 2}, {1, 1, 2}, {4, 1, 5}};
        for (int line = 0; line < p50.length; line++) {
            for (int column = 0; column <= grid.total(); column++) {
                assertThat(grid.value(line, column, 0))
                        .isEqualTo(Double.valueOf(p50[line][column]));
                assertThat(grid.value(line, column, 1))
                        .isEqualTo(Double.valueOf(runs[line][column]));
            }
        }
    }

    @Test
    void customMetricsMakeBinsOfARoundWidth() {
        PivotDimension tokens = PivotDimension.all(List.of("tokens")).getLast();
        model().outer().set(tokens);
        model().inner().set(PivotDimension.NONE);
        model().column().set(PivotDimension.NONE);
        model().measures().setAll(PivotMeasure.COUNT);
        // A tenth of 10.4 to 999.6 is 98.9: bins of 100.
        assertThat(lines(grid()))
                .containsExactly("GROUP [0.0]", "GROUP [900.0]", "GROUP [1000.0]", "TOTAL []");
        assertThat(PivotQuestion.roundWidth(98.9)).isEqualTo(100);
        assertThat(PivotQuestion.roundWidth(2.1)).isEqualTo(5);
        assertThat(PivotQuestion.roundWidth(0.0012)).isCloseTo(0.002, within(1e-15));
    }

    @Test
    void cellsAreComparedWithTheWindowBefore() {
        model().column().set(day());
        model().comparison().set(PeriodComparison.PREVIOUS);
        PivotGrid grid = grid();
        int vision = 3;
        assertThat(grid.change(vision, 0, 0)).isNaN();
        assertThat(grid.change(vision, 1, 0)).as("from 40 to 80 ms").isEqualTo(1.0);
        assertThat(grid.change(vision, grid.total(), 0)).as("no window, no period").isNaN();
    }

    private static PivotDimension day() {
        return PivotDimension.all(List.of()).stream()
                .filter(dimension -> dimension.id().equals("day"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatCannotBeComparedSaysWhatIsMissing() {
        model().column().set(PivotDimension.NONE);
        model().comparison().set(PeriodComparison.PREVIOUS);
        assertThat(model().state().get())
                .isInstanceOfSatisfying(
                        Load.Failed.class,
                        failed -> assertThat(failed.message()).contains("both ends"));
        model().comparison().set(PeriodComparison.NONE);
        assertThat(grid().lines()).hasSize(6);
    }

    @Test
    void aCellNarrowsTheScope() {
        model().narrow(grid(), 0, 0);
        assertThat(session.scopes().get())
                .isEqualTo(
                        Scope.ALL
                                .withTypes(Set.of("coder"))
                                .withAgents(Set.of(FIRST))
                                .withTime(new TimeRange(START, START + 6 * Times.HOUR)));
        assertThat(lines(grid())).hasSize(3);
        session.scopes().undo();
        assertThat(lines(grid())).hasSize(6);
        model().narrow(grid(), 4, grid().total());
        assertThat(session.scopes().get()).isEqualTo(Scope.ALL.withTypes(Set.of("vision")));
    }

    @Test
    void aLineOfAnAgentOpensIt() {
        assertThat(model().agent(grid(), 2)).isEmpty();
        model().openAgent(model().agent(grid(), 0).orElseThrow());
        assertThat(went.agent).isEqualTo(FIRST);
    }

    @Test
    void theLastMeasureStays() {
        PivotMeasure p95 = model().measures().getFirst();
        model().toggle(p95);
        assertThat(model().measures()).containsExactly(p95);
        model().toggle(PivotMeasure.COUNT);
        model().toggle(p95);
        assertThat(model().measures()).containsExactly(PivotMeasure.COUNT);
    }

    @Test
    void itComesBackAsItWasLeft() {
        model().outer().set(day());
        model().inner().set(PivotDimension.NONE);
        model().column().set(PivotDimension.TYPE);
        model().measures().setAll(PivotMeasure.SUCCESS, PivotMeasure.of("sd", Metric.ACCURACY));
        model().comparison().set(PeriodComparison.weekday(4));
        model().heat().set(false);
        Fields place = Fields.of(model().place().text());

        AggregationsViewModel later =
                new AggregationsViewModel(session, jobs, new FakeDialogs(), went);
        later.restore(place);
        assertThat(later.place()).isEqualTo(model().place());
        assertThat(later.comparison().get()).isEqualTo(PeriodComparison.weekday(4));
        AggregationsViewModel fresh =
                new AggregationsViewModel(session, jobs, new FakeDialogs(), went);
        Fields usual = fresh.place();
        fresh.restore(Fields.of("rows=moon&rows=sun&columns=stars&compare=never&measure=x"));
        assertThat(fresh.place()).as("what nobody knows any more").isEqualTo(usual);
    }

    @Test
    void whatIsSeenIsExported() throws IOException {
        model().measures().setAll(PivotMeasure.COUNT);
        PivotGrid grid = grid();
        PivotColumns columns =
                new PivotColumns(
                        grid, model().snapshot().orElseThrow(), new TimeText(ZoneOffset.UTC), true);
        List<Integer> shown = new PivotOrder(grid).sorted(null);
        model().export(columns.table(shown), ".csv");

        assertThat(
                        Files.readString(folder.resolve("aggregation.csv"), StandardCharsets.UTF_8)
                                .lines())
                .hasSize(7)
                .first()
                .isEqualTo("Type,Agent,2026-01-05 00:00 count,2026-01-06 00:00 count,All count");
        assertThat(jobs.message().get()).startsWith("Exported the aggregation to ");
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void linesAreSortedWithinTheirGroup() {
        PivotGrid grid = grid();
        List<Integer> sorted = new PivotOrder(grid).sorted((a, b) -> Integer.compare(b, a));
        assertThat(sorted).containsExactly(1, 0, 2, 3, 4, 5);
    }

    @Test
    void heatGoesFromTheLowToTheHighCells() {
        model().measures().setAll(PivotMeasure.of("max", Metric.LATENCY));
        HeatScale scale = HeatScale.of(grid(), 0);
        // Cells of groups: 300, 500, 40, 80.
        assertThat(Arrays.asList(scale.step(40), scale.step(500), scale.step(Double.NaN)))
                .containsExactly(1, 6, 0);
        assertThat(scale.step(1e9)).isEqualTo(6);
        model().measures().setAll(PivotMeasure.of("mean", Metric.ACCURACY));
        assertThat(HeatScale.of(grid(), 0).step(0.9)).as("all alike").isZero();
    }
}
