package org.fleetscope.ui.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.fleetscope.model.SqlColumn;
import org.fleetscope.model.StatementException;
import org.fleetscope.report.TableFormat;
import org.fleetscope.ui.fixture.FakeDialogs;
import org.fleetscope.ui.fixture.FakeWorkspace;
import org.fleetscope.ui.fixture.MemorySettings;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.support.ManualRunner;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.SqlAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlViewModelTest {
    private static final SqlAnswer TWO_ROWS =
            new SqlAnswer(
                    List.of(new SqlColumn("host", "VARCHAR"), new SqlColumn("runs", "BIGINT")),
                    List.of(Arrays.asList("node-1", 12L), Arrays.asList(null, 3L)),
                    true);

    @TempDir private Path folder;

    private final ManualRunner runner = new ManualRunner();
    private final MemorySettings settings = new MemorySettings();
    private final FakeWorkspace workspace = new FakeWorkspace();
    private final JobBoard jobs = new JobBoard(runner, () -> 0);
    private final Session session = new Session(jobs, new TimeText(ZoneOffset.UTC));
    private long now;

    private SqlViewModel open(FakeDialogs dialogs) {
        // Each look at the clock is 1.5 ms later.
        SqlViewModel model =
                new SqlViewModel(session, jobs, dialogs, settings, () -> now += 1_500_000);
        session.use(workspace);
        runner.finishOldest();
        return model;
    }

    private SqlViewModel open() {
        return open(new FakeDialogs());
    }

    @Test
    void anAnswerTellsRowsAndTimeAndThatThereAreMore() {
        SqlViewModel model = open();
        workspace.sql().answer(TWO_ROWS);
        model.text().set("SELECT 1; SELECT host FROM x;");
        model.caret().set(20);
        model.limit().set(1000);
        model.run();
        assertThat(model.running().get()).isTrue();
        runner.finishNewest();
        assertThat(model.running().get()).isFalse();
        assertThat(workspace.sql().asked).containsExactly("SELECT host FROM x /1000");
        SqlOutcome.Answered answered = (SqlOutcome.Answered) model.outcome().get();
        assertThat(answered.micros()).isEqualTo(1500);
        assertThat(answered.summary()).startsWith("First 2 rows, there are more · ");
    }

    @Test
    void aNewRunStopsTheOneBeforeAndItsAnswerIsDropped() {
        SqlViewModel model = open();
        workspace.sql().answer(TWO_ROWS);
        model.text().set("SELECT 1");
        model.run();
        model.text().set("SELECT 2");
        model.run();
        assertThat(runner.isOldestCancelled()).isTrue();
        runner.finishOldest();
        assertThat(model.outcome().get()).isEqualTo(new SqlOutcome.None());
        assertThat(model.running().get()).isTrue();
        runner.finishNewest();
        assertThat(((SqlOutcome.Answered) model.outcome().get()).sql()).isEqualTo("SELECT 2");
    }

    @Test
    void oneThatWasStoppedSaysSo() {
        SqlViewModel model = open();
        model.text().set("SELECT 1");
        model.run();
        model.stop();
        assertThat(runner.isNewestCancelled()).isTrue();
        runner.stopNewest();
        assertThat(model.outcome().get()).isEqualTo(new SqlOutcome.Stopped());
        assertThat(model.running().get()).isFalse();
    }

    @Test
    void thePlaceOfAnErrorIsThatInTheEditor() {
        SqlViewModel model = open();
        String text = "SELECT 1;\nSELECT\n  foo FROM x";
        model.text().set(text);
        model.caret().set(text.length());
        // The statement at the caret begins at 10; EXPLAIN ANALYZE goes before it, 16 letters.
        workspace
                .sql()
                .fail(new StatementException("no foo", 16 + 9, 16 + 12, new IOException("cause")));
        model.explain();
        runner.finishNewest();
        SqlOutcome.Failed failed = (SqlOutcome.Failed) model.outcome().get();
        assertThat(failed.message()).isEqualTo("no foo");
        assertThat(failed.place()).isEqualTo(new SqlOutcome.Place(19, 22, 3, 3, "  foo FROM x"));
    }

    @Test
    void historyAndDraftComeBackAtTheNextStart() {
        SqlViewModel model = open();
        model.text().set("SELECT 1");
        model.run();
        model.text().set("SELECT 2\n-- größer & =");
        model.run();
        model.text().set("SELECT 1");
        model.run();
        model.text().set("half a stat");
        model.keepDraft();

        SqlViewModel next = new SqlViewModel(session, jobs, new FakeDialogs(), settings, () -> 0);
        assertThat(next.history().statements())
                .containsExactly("SELECT 1", "SELECT 2\n-- größer & =");
        assertThat(next.text().get()).isEqualTo("half a stat");
        next.browse(true);
        assertThat(next.text().get()).isEqualTo("SELECT 1");
        next.browse(true);
        assertThat(next.text().get()).startsWith("SELECT 2");
        next.browse(true);
        assertThat(next.text().get()).startsWith("SELECT 2");
        next.browse(false);
        assertThat(next.text().get()).isEqualTo("SELECT 1");
        next.history().clear();
        assertThat(settings.kept("sql.history")).isEmpty();
    }

    @Test
    void allRowsGoToTheFile() throws IOException {
        SqlViewModel model = open(new FakeDialogs(folder));
        workspace.sql().answer(TWO_ROWS);
        model.exports().toFile("SELECT host, runs FROM x", TableFormat.CSV);
        runner.finishNewest();
        assertThat(Files.readString(folder.resolve("query.csv")))
                .isEqualTo("host,runs\r\nnode-1,12\r\n,3\r\n");
        assertThat(jobs.message().get()).startsWith("Exported 2 rows to ");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void tablesAreListedOnceAVersionWhileInView() {
        SqlViewModel model = open();
        assertThat(runner.waiting()).isZero();
        model.setActive(true);
        runner.finishOldest();
        assertThat(model.tables().get().latest().orElseThrow()).hasSize(2);
        model.setActive(false);
        model.setActive(true);
        assertThat(runner.waiting()).isZero();
    }

    @Test
    void chartsTakeTimeElseNamesAlongX() {
        ChartChoice bars = new ChartChoice(TWO_ROWS);
        assertThat(bars.numbers()).containsExactly(1);
        assertThat(bars.defaultX()).isZero();
        assertThat(bars.bars(0, 1))
                .containsExactly(new ChartChoice.Bar("node-1", 12), new ChartChoice.Bar("NULL", 3));

        ChartChoice timed =
                new ChartChoice(
                        new SqlAnswer(
                                List.of(
                                        new SqlColumn("n", "INTEGER"),
                                        new SqlColumn("at", "TIMESTAMP")),
                                List.of(
                                        List.of(5L, "2026-01-31T00:00:02Z"),
                                        List.of(7L, "2026-01-31T00:00:01Z")),
                                false));
        assertThat(timed.defaultX()).isEqualTo(1);
        assertThat(timed.defaultY()).isZero();
        var layer =
                (org.fleetscope.ui.chart.ChartLayer.Envelope)
                        timed.timed(1, 0).track().layers().getFirst();
        assertThat(layer.mean()).containsExactly(7, 5);
        assertThat(layer.time()[1] - layer.time()[0]).isEqualTo(1_000_000);
        assertThat(new ChartChoice(new SqlAnswer(List.of(), List.of(), false)).isPossible())
                .isFalse();
    }

    @Test
    void cellsShowAllTheirDigits() {
        assertThat(CellText.of(null)).isEqualTo("NULL");
        assertThat(CellText.of(1234567L)).isEqualTo("1234567");
        assertThat(CellText.of(0.1)).isEqualTo("0.1");
        assertThat(CellText.of(12.0)).isEqualTo("12");
        assertThat(CellText.of(0.00001234)).isEqualTo("0.00001234");
        assertThat(CellText.of(1e-9)).isEqualTo("1.0E-9");
        assertThat(CellText.of(Double.NaN)).isEqualTo("NaN");
        assertThat(CellText.tsv(TWO_ROWS, TWO_ROWS.rows()))
                .isEqualTo("host\truns\nnode-1\t12\n\t3\n");
    }
}
