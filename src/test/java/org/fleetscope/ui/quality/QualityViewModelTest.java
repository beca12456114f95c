package org.fleetscope.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.SameThreadRunner;
import org.fleetscope.model.BulkFix;
import org.fleetscope.model.BulkFix.Operation;
import org.fleetscope.model.QuarantineFilter.State;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.model.RowField;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLevel;
import org.fleetscope.model.RuleLimit;
import org.fleetscope.ui.fixture.FakeDialogs;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.ImportListener;
import org.fleetscope.workspace.ImportOptions;
import org.fleetscope.workspace.LocalWorkspace;
import org.fleetscope.workspace.QualityReport;
import org.fleetscope.workspace.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screen without a toolkit, over a real workspace. */
final class QualityViewModelTest {
    @TempDir private Path folder;

    private final JobBoard jobs = new JobBoard(new SameThreadRunner(), System::nanoTime);
    private final Session session = new Session(jobs, new TimeText(ZoneOffset.UTC));
    private RepairModel repair = new RepairModel(session, jobs, new FakeDialogs());
    private QualityViewModel model = new QualityViewModel(session, jobs, repair);
    private final LimitsModel limits = new LimitsModel(session, jobs);

    @BeforeEach
    void open() throws IOException {
        repair = new RepairModel(session, jobs, new FakeDialogs(folder.resolve("out")));
        model = new QualityViewModel(session, jobs, repair);
        session.use(LocalWorkspace.open(folder.resolve("workspace")));
        model.setActive(true);
    }

    @AfterEach
    void close() throws IOException {
        workspace().close();
    }

    @Test
    void anEmptyWorkspaceHasNothing() {
        assertThat(page().rows()).isEmpty();
        assertThat(report().imports()).isEmpty();
        assertThat(repair.canUndo().get()).isFalse();
    }

    @Test
    void nothingRejectedSaysHowManyPassed() throws IOException {
        imports(row(1, "0.5"), row(2, "0.5"));

        assertThat(model.summary().get()).isEqualTo("0 of 2 rows are in quarantine");
        assertThat(report().rules()).allMatch(line -> line.rows() == 0);
    }

    @Test
    void rowsAreListedByRuleAndText() throws IOException {
        imports(row(1, "0.5"), row(2, "7"), "{broken");

        assertThat(model.summary().get()).isEqualTo("2 of 3 rows are in quarantine");
        assertThat(model.list().position().get()).isEqualTo("Rows 1–2 of 2");
        model.rule().set("cpu-range");
        assertThat(page().rows()).hasSize(1);
        model.text().set("nowhere");
        assertThat(page().rows()).isEmpty();
        model.clearFilter();
        assertThat(page().rows()).hasSize(2);
    }

    @Test
    void moreRowsThanAPageAreTurnedOver() throws IOException {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < RowList.PAGE + 5; i++) {
            many.add(row(i, "7"));
        }
        imports(many.toArray(String[]::new));

        assertThat(model.list().hasPrevious().get()).isFalse();
        model.list().next();
        assertThat(model.list().position().get()).isEqualTo("Rows 201–205 of 205");
        assertThat(model.list().hasNext().get()).isFalse();
        model.list().next();
        model.list().previous();
        assertThat(model.list().position().get()).isEqualTo("Rows 1–200 of 205");
    }

    @Test
    void everyKeyIsCheckedAndAGoodRowCanBeReadmittedAndTakenBack() throws IOException {
        imports(row(1, "0.5"), row(2, "7"));
        repair.editor().open(page().rows().getFirst().id());
        assertThat(repair.canReadmit().get()).isFalse();

        repair.editor().text().set(row(2, "0.7"));
        assertThat(repair.canReadmit().get()).isTrue();
        repair.editor().text().set(row(2, "1.7"));
        assertThat(repair.canReadmit().get()).isFalse();
        repair.editor().text().set(row(2, "0.7"));
        repair.readmit();

        assertThat(page().rows()).isEmpty();
        assertThat(session.latest().orElseThrow().totalRuns()).isEqualTo(2);
        assertThat(repair.canUndo().get()).isTrue();
        model.state().set(State.REPAIRED);
        assertThat(page().rows()).hasSize(1);
        repair.undo();
        model.state().set(State.OPEN);
        assertThat(page().rows()).hasSize(1);
        assertThat(session.latest().orElseThrow().totalRuns()).isEqualTo(1);
        assertThat(repair.canUndo().get()).isFalse();
        repair.redo();
        assertThat(page().rows()).isEmpty();
    }

    @Test
    void anEditIsKeptWhileAnotherRowIsInHand() throws IOException {
        imports(row(1, "7"), row(2, "8"));
        List<QuarantinedRow> rows = page().rows();
        repair.editor().open(rows.get(0).id());
        repair.editor().text().set(row(1, "0.7"));
        repair.editor().open(rows.get(1).id());
        repair.editor().open(rows.get(0).id());

        assertThat(repair.editor().text().get()).isEqualTo(row(1, "0.7"));
        assertThat(repair.canReadmit().get()).isTrue();
        repair.editor().reset();
        assertThat(repair.editor().text().get()).isEqualTo(row(1, "7"));
    }

    @Test
    void aFieldIsEditedByItself() throws IOException {
        imports(row(2, "7"));
        repair.editor().open(page().rows().getFirst().id());
        List<RowField> fields = Objects.requireNonNull(repair.editor().check().get()).fields();
        int cpu = fields.indexOf(new RowField("cpu_usage", "7"));
        repair.editor().setField(cpu, "0.07");

        assertThat(repair.editor().text().get()).isEqualTo(row(2, "0.07"));
        assertThat(repair.canReadmit().get()).isTrue();
    }

    @Test
    void aChangeForAllIsTriedBeforeItIsMade() throws IOException {
        imports(row(1, "70"), row(2, "80"), row(3, "8000"));
        BulkFix fix = new BulkFix(Operation.DIVIDE, "cpu_usage", "100");
        repair.trial().start(model.filter(), fix);
        assertThat(repair.trial().tried().get()).isEqualTo("2 of 3 rows would be accepted");
        repair.fix(model.filter(), fix);

        assertThat(page().rows()).hasSize(1);
        assertThat(jobs.message().get())
                .isEqualTo("Divide cpu_usage by 100: 2 re-admitted, 1 still break a rule");
    }

    @Test
    void rowsAreExportedIntoTheFolderChosen() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        imports(row(1, "70"));
        repair.exports().toFile(model.filter(), RejectExports.Format.CSV);
        repair.exports().toFolder(model.filter());

        assertThat(folder.resolve("out/rejects.csv")).exists();
        assertThat(folder.resolve("out/runs-rejected.ndjson"))
                .content()
                .isEqualTo(row(1, "70") + "\n");
    }

    @Test
    void limitsAndSeveritiesAreStoredOrRefused() {
        limits.load();
        limits.limit(RuleLimit.MAX_LATENCY, "5000");
        limits.level(Rule.CPU_RANGE, RuleLevel.WARNING);
        assertThat(workspace().quality().settings().limit(RuleLimit.MAX_LATENCY)).isEqualTo(5000);
        assertThat(workspace().quality().settings().level(Rule.CPU_RANGE))
                .isEqualTo(RuleLevel.WARNING);
        limits.limit(RuleLimit.MAX_LATENCY, "fast");
        assertThat(limits.message().get()).contains("max_latency_ms is \"fast\"");
        assertThat(limits.settings().get().limit(RuleLimit.MAX_LATENCY)).isEqualTo(5000);
    }

    private Workspace workspace() {
        return Objects.requireNonNull(session.workspace().get());
    }

    private RowList.Page page() {
        return ((Load.Ready<RowList.Page>) model.list().page().get()).value();
    }

    private QualityReport report() {
        return ((Load.Ready<QualityReport>) model.report().get()).value();
    }

    private void imports(String... rows) throws IOException {
        Path file = folder.resolve("runs.ndjson");
        Files.writeString(file, String.join("\n", rows) + "\n");
        workspace()
                .importFiles(
                        List.of(file),
                        ImportOptions.DEFAULTS,
                        ImportListener.NONE,
                        JobContext.NONE);
        session.refresh();
    }

    static String row(int id, String cpu) {
        return "{\"task_id\":\"00000000-0000-4000-8000-%012d\",".formatted(id)
                + "\"agent_id\":\"11111111-0000-4000-8000-000000000001\",\"latency_ms\":100,"
                + "\"accuracy\":0.9,\"cpu_usage\":"
                + cpu
                + ",\"memory_mb\":512.5,\"recorded_at\":\"2026-03-01T10:00:00Z\","
                + "\"execution_context\":{\"hostname\":\"n\",\"resources\":{\"cpu_cores\":4}}}";
    }
}
