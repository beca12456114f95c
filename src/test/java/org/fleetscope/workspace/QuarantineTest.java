package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fleetscope.workspace.Rejects.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.BulkFix;
import org.fleetscope.model.BulkFix.Operation;
import org.fleetscope.model.Profile;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.QuarantineFilter.State;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.model.RepairEntry;
import org.fleetscope.model.RowField;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.Scope;
import org.fleetscope.series.RunDetail;
import org.fleetscope.workspace.Quarantine.Check;
import org.fleetscope.workspace.Quarantine.EditableRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rejected rows from file to repair and back, through the real reader and the real store. */
class QuarantineTest {
    private static final String GOOD = run(1, "2026-03-01T10:00:00Z", "100", "0.25");
    private static final String NEGATIVE = run(2, "2026-03-01T10:00:10Z", "-5", "0.5");
    private static final String PERCENT = run(3, "2026-03-01T10:00:20Z", "120", "45.5");
    private static final String PERCENT_LATER = run(4, "2026-03-02T10:00:00Z", "140", "80");
    private static final String BROKEN = "{broken";

    @TempDir private Path folder;
    private Rejects rejects;
    private Quarantine quarantine;

    @BeforeEach
    void open() throws IOException {
        rejects = new Rejects(folder);
        quarantine = rejects.quarantine();
    }

    @AfterEach
    void close() throws IOException {
        rejects.close();
    }

    @Test
    void rowsAreListedWithEveryReasonAndFiltered() throws IOException {
        rejects.imports("a.ndjson", GOOD, run(2, "2026-03-01T10:00:10Z", "-5", "7"), BROKEN);
        rejects.imports("b.ndjson", PERCENT);

        List<QuarantinedRow> rows = rejects.open();
        assertThat(rows).extracting(row -> row.origin().line()).containsExactly(2L, 3L, 1L);
        assertThat(rows.getFirst().violations())
                .extracting(RuleViolation::ruleId)
                .containsExactly("latency-range", "cpu-range");
        assertThat(rows.get(1).raw()).isEqualTo(BROKEN);
        QuarantineFilter open = QuarantineFilter.OPEN;
        assertThat(rejects.rows(open.withRule("cpu-range"))).hasSize(2);
        assertThat(rejects.rows(open.withImport(2L))).hasSize(1);
        assertThat(rejects.rows(open.withFile(rejects.file("a.ndjson").toString()))).hasSize(2);
        assertThat(rejects.rows(open.withText("BROK"))).hasSize(1);
        assertThat(quarantine.page(open, rows.getFirst().id(), 1, JobContext.NONE))
                .containsExactly(rows.get(1));
        assertThat(quarantine.count(open.withRule("cpu-range"), JobContext.NONE)).isEqualTo(2);
        assertThat(quarantine.count(open.withRule("gpu-range"), JobContext.NONE)).isZero();
    }

    @Test
    void anEditIsCheckedAsTheImportChecked() throws IOException {
        rejects.imports("a.ndjson", NEGATIVE);
        EditableRow row = quarantine.open(id(0));

        assertThat(row.text()).isEqualTo(NEGATIVE);
        assertThat(row.check().admissible()).isFalse();
        assertThat(row.check().violations()).isEqualTo(rejects.open().getFirst().violations());
        assertThat(row.fields()).contains(new RowField("latency_ms", "-5"));
        assertThat(quarantine.check(id(0), NEGATIVE.replace("-5", "5")).admissible()).isTrue();
        assertThat(quarantine.check(id(0), NEGATIVE.replace("-5", "0")).violations())
                .extracting(RuleViolation::message)
                .containsExactly("latency_ms is 0, expected more than 0 and below 300000 ms");
        assertThat(quarantine.check(id(0), "{\"task_id\":").violations())
                .extracting(RuleViolation::ruleId)
                .containsExactly("malformed-row");
        assertThat(quarantine.check(id(0), "{\"colour\":\"red\"}").admissible()).isFalse();
        assertThat(rejects.runs()).as("a check changes nothing").isZero();
    }

    @Test
    void fieldsAreEditedWithoutTouchingTheOthers() throws IOException {
        String exact = NEGATIVE.replace("512.5", "512.1234567890123456789");
        rejects.imports("a.ndjson", exact);
        List<RowField> fields =
                quarantine.open(id(0)).fields().stream()
                        .map(field ->
                                field.name().equals("latency_ms")
                                        ? new RowField("latency_ms", "5")
                                        : field)
                        .toList();

        Check check = quarantine.check(id(0), fields);

        assertThat(check.text()).isEqualTo(exact.replace("-5", "5"));
        assertThat(check.admissible()).isTrue();
    }

    @Test
    void readmittedRowIsEverywhereAndSaysWhereItCameFrom() throws IOException {
        rejects.imports("a.ndjson", GOOD, NEGATIVE);
        RepairOutcome outcome = readmit(0, NEGATIVE.replace("-5", "300"));

        assertThat(outcome.readmitted()).isEqualTo(1);
        assertThat(rejects.runs()).isEqualTo(2);
        assertThat(rejects.open()).isEmpty();
        assertThat(rejects.workspace().info().quarantined()).isZero();
        assertThat(
                        rejects.sql(
                                "SELECT latency_ms, line, import_id FROM kpi.kpi_reports ORDER BY line"))
                .containsExactly(List.of(100.0, 1L, 1L), List.of(300.0, 2L, 1L));
        assertThat(
                        rejects.sql(
                                "SELECT task_count, avg_latency_ms FROM kpi.kpi_aggregations WHERE"
                                        + " window_seconds = 86400"))
                .containsExactly(List.of(2L, 200.0));
        RunDetail run = detail(1);
        assertThat(run.origin().line()).isEqualTo(2);
        assertThat(run.repaired()).isTrue();
        assertThat(detail(0).repaired()).isFalse();
        QuarantinedRow kept =
                rejects.rows(QuarantineFilter.OPEN.withState(State.REPAIRED)).getFirst();
        assertThat(kept.raw()).as("the original stays").isEqualTo(NEGATIVE);
        assertThat(kept.repair())
                .isEqualTo(
                        new QuarantinedRow.Repair(
                                outcome.repairId(), NEGATIVE.replace("-5", "300")));
        rejects.reopen();
        assertThat(rejects.runs()).isEqualTo(2);
        assertThat(detail(1).repaired()).isTrue();
    }

    @Test
    void infoAndReportTellOfRepairsAndKeepTheOriginals() throws IOException {
        rejects.imports("a.ndjson", GOOD, NEGATIVE, BROKEN);
        readmit(0, NEGATIVE.replace("-5", "300"));

        WorkspaceInfo info = rejects.workspace().info();
        assertThat(info.quarantined()).isEqualTo(1);
        assertThat(info.repaired()).isEqualTo(1);
        assertThat(info.imports().getFirst().rejected()).as("as it ended").isEqualTo(2);
        assertThat(info.imports().getFirst().repaired()).isEqualTo(1);
        rejects.workspace()
                .report(
                        Scope.ALL,
                        AnalysisSettings.DEFAULTS,
                        new ReportOptions("t", Set.of("csv")),
                        folder.resolve("report"),
                        JobContext.NONE);
        String csv = Files.readString(folder.resolve("report/repaired.csv"));
        assertThat(csv)
                .contains(
                        ",2," + (GOOD.length() + 1) + ",latency-range,",
                        NEGATIVE.replace("\"", "\"\""),
                        NEGATIVE.replace("-5", "300").replace("\"", "\"\""),
                        System.getProperty("user.name"));
    }

    @Test
    void theTrendTellsTheShareOfTheRowsReadThen() throws IOException {
        // In the first of 48 stretches one of two rows is bad, in the last one of one.
        rejects.imports("a.ndjson", GOOD, PERCENT.replace("10:00:20", "10:00:00"), PERCENT_LATER);
        QualityReport.Trend trend =
                Objects.requireNonNull(
                        quarantine
                                .report(QuarantineFilter.OPEN, JobContext.NONE)
                                .rules()
                                .getFirst()
                                .trend());

        assertThat(trend.share(0)).isEqualTo(0.5);
        assertThat(trend.share(20)).isNaN();
        assertThat(trend.share(47)).isEqualTo(1);
    }

    @Test
    void whoAndWhenAreRemembered() throws IOException {
        rejects.imports("a.ndjson", NEGATIVE);
        readmit(0, NEGATIVE.replace("-5", "300"));

        RepairEntry entry = quarantine.history(10).entries().getFirst();
        assertThat(entry.by()).isEqualTo(System.getProperty("user.name"));
        assertThat(entry.rows()).isEqualTo(1);
        assertThat(entry.state()).isEqualTo(RepairEntry.State.ACTIVE);
        assertThat(quarantine.history(10).undoable()).isEqualTo(entry);
        assertThat(quarantine.history(10).redoable()).isNull();
    }

    @Test
    void rowThatStillBreaksARuleStays() throws IOException {
        rejects.imports("a.ndjson", NEGATIVE);
        List<Object> before = rejects.everything();
        RepairOutcome outcome = readmit(0, NEGATIVE.replace("-5", "0"));

        assertThat(outcome.repairId()).isZero();
        assertThat(outcome.refused()).isEqualTo(1);
        assertThat(outcome.rules()).containsOnly(Map.entry("latency-range", 1L));
        assertThat(rejects.everything()).isEqualTo(before);
    }

    @Test
    void undoLeavesEverythingAsItWasAndRedoRepeats() throws IOException {
        rejects.imports("a.ndjson", GOOD, NEGATIVE, PERCENT_LATER, BROKEN);
        List<Object> before = rejects.everything();
        readmit(0, NEGATIVE.replace("-5", "300"));
        List<Object> once = rejects.everything();
        quarantine.fix(
                QuarantineFilter.OPEN,
                new BulkFix(Operation.DIVIDE, "cpu_usage", "100"),
                JobContext.NONE);
        List<Object> twice = rejects.everything();

        quarantine.undo(JobContext.NONE);
        assertThat(rejects.everything()).isEqualTo(once);
        quarantine.undo(JobContext.NONE);
        assertThat(rejects.everything()).isEqualTo(before);
        assertThatThrownBy(() -> quarantine.undo(JobContext.NONE))
                .hasMessageContaining("no repair to undo");
        quarantine.redo(JobContext.NONE);
        assertThat(rejects.everything()).isEqualTo(once);
        quarantine.redo(JobContext.NONE);
        assertThat(rejects.everything()).isEqualTo(twice);
        quarantine.undo(JobContext.NONE);
        quarantine.undo(JobContext.NONE);
        rejects.reopen();
        assertThat(rejects.everything()).isEqualTo(before);
    }

    @Test
    void anotherRepairLeavesNothingToRedo() throws IOException {
        rejects.imports("a.ndjson", NEGATIVE, PERCENT);
        readmit(0, NEGATIVE.replace("-5", "300"));
        quarantine.undo(JobContext.NONE);
        readmit(1, PERCENT.replace("45.5", "0.455"));

        assertThat(quarantine.history(10).redoable()).isNull();
        assertThatThrownBy(() -> quarantine.redo(JobContext.NONE))
                .hasMessageContaining("no repair to redo");
        assertThat(quarantine.history(10).entries())
                .extracting(RepairEntry::state)
                .containsExactly(RepairEntry.State.ACTIVE, RepairEntry.State.REPLACED);
    }

    @Test
    void manyRowsAreFixedAtOnce() throws IOException {
        rejects.imports("a.ndjson", GOOD, NEGATIVE, PERCENT, PERCENT_LATER);
        BulkFix fix = new BulkFix(Operation.DIVIDE, "cpu_usage", "100");
        QuarantineFilter broken = QuarantineFilter.OPEN.withRule("cpu-range");

        RepairOutcome tried = quarantine.tryFix(broken, fix, JobContext.NONE);
        assertThat(rejects.runs()).as("nothing changed yet").isEqualTo(1);
        RepairOutcome done = quarantine.fix(broken, fix, JobContext.NONE);

        assertThat(tried.readmitted()).isEqualTo(2);
        assertThat(done.readmitted()).isEqualTo(2);
        assertThat(done.refused()).isZero();
        assertThat(rejects.sql("SELECT cpu_usage FROM kpi.kpi_reports ORDER BY recorded_at"))
                .containsExactly(List.of(0.25), List.of(0.455), List.of(0.8));
        assertThat(
                        rejects.sql(
                                "SELECT epoch_day, SUM(stored_rows) FROM kpi.partitions GROUP BY epoch_day ORDER BY 1"))
                .containsExactly(List.of(20513L, 2L), List.of(20514L, 1L));
        assertThat(rejects.open()).hasSize(1);
    }

    @Test
    void ofRowsThatContradictEachOtherOneIsChosen() throws IOException {
        rejects.imports("a.ndjson", GOOD, GOOD.replace("100", "101"));
        assertThat(rejects.open()).hasSize(2);

        assertThat(quarantine.fix(QuarantineFilter.OPEN, BulkFix.NONE, JobContext.NONE).rules())
                .as("nothing tells which is right")
                .containsOnly(Map.entry("duplicate-run", 2L));
        int first = rejects.open().getFirst().raw().contains("101") ? 0 : 1;
        assertThat(readmit(first, GOOD.replace("100", "101")).readmitted()).isEqualTo(1);
        assertThat(quarantine.check(id(0), GOOD).violations())
                .extracting(RuleViolation::ruleId)
                .containsExactly("duplicate-run");
        assertThat(readmit(0, GOOD).refused()).isEqualTo(1);
        RepairOutcome same = readmit(0, GOOD.replace("100", "101"));
        assertThat(same.alreadyThere()).isEqualTo(1);
        assertThat(rejects.runs()).isEqualTo(1);
        assertThat(rejects.open()).isEmpty();
    }

    @Test
    void importingTheOriginalAgainCreatesNothingTwice() throws IOException {
        rejects.imports("a.ndjson", GOOD, NEGATIVE, PERCENT);
        readmit(0, NEGATIVE.replace("-5", "300"));
        List<Object> before = List.of(rejects.runs(), rejects.open());
        ImportSummary again = rejects.imports("a.ndjson", GOOD, NEGATIVE, PERCENT);

        assertThat(again.rowsRead()).isEqualTo(3);
        assertThat(again.skippedExisting()).isEqualTo(1);
        assertThat(again.rejected()).as("as they stand in the file").isEqualTo(2);
        assertThat(List.of(rejects.runs(), rejects.open())).isEqualTo(before);
        assertThat(rejects.rows(QuarantineFilter.OPEN.withImport(2L)))
                .as("rows that it read again")
                .isEqualTo(rejects.open());
        quarantine.undo(JobContext.NONE);
        assertThat(rejects.open()).hasSize(2);
    }

    @Test
    void importThatBringsTheRepairedRowKeepsItFromBeingUndone() throws IOException {
        rejects.imports("a.ndjson", GOOD, NEGATIVE);
        readmit(0, NEGATIVE.replace("-5", "300"));
        ImportSummary corrected = rejects.imports("b.ndjson", NEGATIVE.replace("-5", "300"));

        assertThat(corrected.skippedExisting()).isEqualTo(1);
        assertThatThrownBy(() -> quarantine.undo(JobContext.NONE))
                .hasMessageContaining("import 2 brought one of its rows since");
        assertThat(rejects.runs()).isEqualTo(2);
    }

    @Test
    void undoAfterAnotherImportOfTheDayCountsItsRows() throws IOException {
        rejects.imports("a.ndjson", GOOD, NEGATIVE);
        readmit(0, NEGATIVE.replace("-5", "300"));
        rejects.imports("b.ndjson", run(9, "2026-03-01T11:00:00Z", "500", "0.5"));
        quarantine.undo(JobContext.NONE);

        assertThat(
                        rejects.sql(
                                "SELECT task_count, avg_latency_ms FROM kpi.kpi_aggregations WHERE"
                                        + " window_seconds = 86400"))
                .containsExactly(List.of(2L, 300.0));
        assertThat(rejects.runs()).isEqualTo(2);
    }

    @Test
    void recordsOfACsvFileAreCellsUnderItsHeader() throws IOException {
        rejects.imports(
                "a.csv",
                "task_id;agent_id;latency_ms;accuracy;cpu_usage;memory_mb;recorded_at;hostname;execution_context",
                "00000000-0000-4000-8000-000000000001;11111111-0000-4000-8000-000000000001;12,5;0,9;45,5;100;"
                        + "2026-03-01T10:00:00Z;;\"{\"\"hostname\"\":\"\"n;1\"\",\"\"resources\"\":{\"\"cpu_cores\"\":4}}\"");
        Files.delete(rejects.file("a.csv"));
        EditableRow row = quarantine.open(id(0));

        assertThat(row.table()).isTrue();
        assertThat(row.fields()).contains(new RowField("cpu_usage", "45,5"));
        assertThat(row.check().violations())
                .extracting(RuleViolation::ruleId)
                .containsExactly("cpu-range");
        RepairOutcome fixed =
                quarantine.fix(
                        QuarantineFilter.OPEN,
                        new BulkFix(Operation.DIVIDE, "cpu_usage", "100"),
                        JobContext.NONE);
        assertThat(fixed.readmitted()).isEqualTo(1);
        assertThat(rejects.sql("SELECT latency_ms, cpu_usage, hostname, line FROM kpi.kpi_reports"))
                .containsExactly(List.of(12.5, 0.455, "n;1", 2L));
        Path exported =
                quarantine
                        .exportRows(
                                QuarantineFilter.OPEN.withState(State.ALL),
                                folder.resolve("out"),
                                JobContext.NONE)
                        .getFirst();
        assertThat(exported.getFileName()).hasToString("a-rejected.csv");
        assertThat(Files.readAllLines(exported).get(1)).contains(";0,455;");
    }

    @Test
    void mappingAndLimitsAreThoseOfTheImport() throws IOException {
        Files.writeString(
                folder.resolve("m.json"),
                """
                {"name":"seconds","fields":{"latency_ms":{"from":"took","convert":"s->ms"}},
                 "limits":{"max_latency_ms":5000}}
                """);
        Files.writeString(
                rejects.file("a.ndjson"),
                NEGATIVE.replace("\"latency_ms\":-5", "\"took\":6") + "\n");
        rejects.imports("a.ndjson", new ImportOptions(Profile.EXPORT, folder.resolve("m.json")));

        assertThat(quarantine.open(id(0)).check().violations())
                .extracting(RuleViolation::message)
                .containsExactly("latency_ms is 6000, expected more than 0 and below 5000 ms");
        quarantine.fix(
                QuarantineFilter.OPEN,
                new BulkFix(Operation.DIVIDE, "latency_ms", "2"),
                JobContext.NONE);
        assertThat(rejects.sql("SELECT latency_ms FROM kpi.kpi_reports"))
                .containsExactly(List.of(3000.0));
    }

    @Test
    void otherEntitiesAreRepairedToo() throws IOException {
        String result =
                "{\"task_id\":\"00000000-0000-4000-8000-000000000001\",\"success\":\"maybe\",\"output\":{},"
                        + "\"execution_time_ms\":120,\"completed_at\":\"2026-03-01T10:00:00Z\"}";
        rejects.imports("a.ndjson", GOOD, result);
        List<Object> before = rejects.everything();
        assertThat(readmit(0, result.replace("\"maybe\"", "false")).readmitted()).isEqualTo(1);

        assertThat(
                        rejects.sql(
                                "SELECT success_rate, success_basis FROM kpi.kpi_aggregations WHERE"
                                        + " window_seconds = 86400"))
                .containsExactly(List.of(0.0, "results"));
        quarantine.undo(JobContext.NONE);
        assertThat(rejects.everything()).isEqualTo(before);
    }

    @Test
    void reportCountsRuleByRule() throws IOException {
        rejects.imports("a.ndjson", GOOD, NEGATIVE, PERCENT, PERCENT_LATER, BROKEN);

        QualityReport report = quarantine.report(QuarantineFilter.OPEN, JobContext.NONE);

        assertThat(report.rowsRead()).isEqualTo(5);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(4);
        QualityReport.RuleLine cpu = report.rules().getFirst();
        assertThat(cpu.id()).isEqualTo("cpu-range");
        assertThat(cpu.rows()).isEqualTo(2);
        assertThat(cpu.share()).isEqualTo(0.4);
        assertThat(cpu.fields()).containsExactly(new QualityReport.FieldCount("cpu_usage", 2));
        QualityReport.Trend trend = Objects.requireNonNull(cpu.trend());
        assertThat(trend.byTime()).isTrue();
        // From 10:00:10 on the first day to 10:00:00 on the second.
        assertThat(trend.counts()[0]).isEqualTo(1);
        assertThat(trend.counts()[47]).isEqualTo(1);
        assertThat(
                        report.rules().stream()
                                .filter(rule -> rule.id().equals("malformed-row"))
                                .findFirst()
                                .orElseThrow()
                                .trend())
                .satisfies(byLine -> assertThat(byLine.byTime()).isFalse());
        assertThat(report.rulesKept()).isEqualTo(11);
    }

    @Test
    void exportHasTheColumnsOfValidate() throws IOException {
        rejects.imports("a.ndjson", GOOD, run(2, "2026-03-01T10:00:10Z", "-5", "7"), BROKEN);
        Path file = folder.resolve("out.csv");

        assertThat(quarantine.export(QuarantineFilter.OPEN, file, JobContext.NONE)).isEqualTo(3);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.getFirst())
                .isEqualTo("file,line,byte_offset,rule,severity,field,value,message,raw");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).contains(",latency-range,error,latency_ms,-5,");
        assertThatThrownBy(() ->
                        quarantine.export(
                                QuarantineFilter.OPEN, folder.resolve("out.txt"), JobContext.NONE))
                .hasMessageContaining(".csv or .ndjson");
    }

    private long id(int index) throws IOException {
        return rejects.open().get(index).id();
    }

    private RepairOutcome readmit(int index, String text) throws IOException {
        return quarantine.readmit(Map.of(id(index), text), JobContext.NONE);
    }

    private RunDetail detail(int run) {
        return rejects.workspace()
                .view(Scope.ALL, AnalysisSettings.DEFAULTS, JobContext.NONE)
                .run(run, JobContext.NONE);
    }
}
