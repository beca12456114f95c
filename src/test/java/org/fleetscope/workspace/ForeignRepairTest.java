package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.BulkFix;
import org.fleetscope.model.BulkFix.Operation;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.QuarantineFilter.State;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.model.RowField;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.workspace.Quarantine.EditableRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rejected rows whose values stood on several lines or in several files, repaired with all of them.
 */
class ForeignRepairTest {
    private static final String TASK = "11111111-2222-4333-8444-555555555555";
    private static final String AGENT = "11111111-2222-4333-8444-555555555556";
    private static final String STORED =
            "SELECT latency_ms, accuracy, memory_mb, hostname, recorded_at, line FROM kpi.kpi_reports";

    @TempDir private Path folder;
    private Rejects rejects;

    @BeforeEach
    void open() throws IOException {
        rejects = new Rejects(folder);
    }

    @AfterEach
    void close() throws IOException {
        rejects.close();
    }

    private ImportSummary imports(Path... files) throws IOException {
        return rejects.workspace()
                .importFiles(
                        List.of(files),
                        ImportOptions.DEFAULTS,
                        ImportListener.NONE,
                        JobContext.NONE);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path observations(String ending, String text) throws IOException {
        return file("observations." + ending, text);
    }

    /** A run that ends a second before it starts, and one that is good. */
    private Path observations() throws IOException {
        return observations(
                "jsonl",
                """
                {"id":"o1","traceId":"t1","type":"AGENT","name":"a","startTime":"2026-03-02T08:00:01Z",\
                "endTime":"2026-03-02T08:00:00Z","level":"DEFAULT"}
                {"id":"o2","traceId":"t2","type":"AGENT","name":"a","startTime":"2026-03-02T08:00:00Z",\
                "endTime":"2026-03-02T08:00:03Z","level":"DEFAULT"}
                """);
    }

    /** The mean of the first run's accuracy is 0.5; its trace has a score that does not count. */
    private Path scores() throws IOException {
        return file(
                "scores.jsonl",
                """
                {"id":"s1","traceId":"t1","observationId":"o1","name":"accuracy","value":0.25,"dataType":"NUMERIC","source":"API"}
                {"id":"s2","traceId":"t1","observationId":"o1","name":"accuracy","value":0.75,"dataType":"NUMERIC","source":"API"}
                {"id":"s3","traceId":"t1","observationId":"o1","name":"tone","value":3,"dataType":"NUMERIC","source":"API"}
                {"id":"s4","traceId":"t1","name":"trace","value":9,"dataType":"NUMERIC","source":"API"}
                {"id":"s5","traceId":"t2","observationId":"o2","name":"accuracy","value":1,"dataType":"NUMERIC","source":"API"}
                """);
    }

    private EditableRow only() throws IOException {
        List<QuarantinedRow> open = rejects.open();
        assertThat(open).hasSize(1);
        return rejects.quarantine().open(open.getFirst().id());
    }

    private void readmit(EditableRow row, String text) throws IOException {
        assertThat(
                        rejects.quarantine()
                                .readmit(Map.of(row.row().id(), text), JobContext.NONE)
                                .readmitted())
                .isEqualTo(1);
    }

    private Object repaired(String column) throws IOException {
        return rejects.sql(
                        "SELECT "
                                + column
                                + " FROM kpi.kpi_reports WHERE recorded_at ="
                                + " TIMESTAMP '2026-03-02 08:00:02'")
                .getFirst()
                .getFirst();
    }

    @Test
    void aTraceIsReadmittedWithTheScoresOfItsOtherFile() throws IOException {
        assertThat(imports(observations(), scores()).rejected()).isEqualTo(1);
        List<Object> before = rejects.everything();
        rejects.reopen();
        Files.delete(folder.resolve("scores.jsonl"));
        EditableRow row = only();
        assertThat(row.check().violations())
                .extracting(RuleViolation::ruleId)
                .containsExactly("latency-range");

        readmit(row, row.text().replace("08:00:00Z", "08:00:02Z"));

        assertThat(repaired("latency_ms")).isEqualTo(1000.0);
        assertThat(repaired("accuracy")).isEqualTo(0.5);
        assertThat(String.valueOf(repaired("custom_metrics")))
                .contains("\"score.accuracy\":0.5", "\"score.tone\":3")
                .doesNotContain("score.trace");
        QuarantinedRow kept =
                rejects.rows(QuarantineFilter.OPEN.withState(State.REPAIRED)).getFirst();
        assertThat(kept.raw()).isEqualTo(row.row().raw()).contains("08:00:00Z");
        rejects.quarantine().undo(JobContext.NONE);
        assertThat(rejects.everything()).isEqualTo(before);
    }

    @Test
    void aTraceOfATableToo() throws IOException {
        Path csv =
                observations(
                        "csv",
                        """
                        id,trace_id,type,name,start_time,end_time,level
                        o1,t1,AGENT,a,2026-03-02T08:00:01Z,2026-03-02T08:00:00Z,DEFAULT
                        o2,t2,AGENT,a,2026-03-02T08:00:00Z,2026-03-02T08:00:03Z,DEFAULT
                        """);
        assertThat(imports(csv, scores()).rejected()).isEqualTo(1);
        EditableRow row = only();
        readmit(row, row.text().replace("08:00:00Z", "08:00:02Z"));

        assertThat(repaired("accuracy")).isEqualTo(0.5);
    }

    @Test
    void scoresThatComeWithALaterImportOfTheRowAreKeptToo() throws IOException {
        assertThat(imports(observations()).rejected()).isEqualTo(1);
        assertThat(only().row().joinedScores()).isNull();
        imports(observations(), scores());
        EditableRow row = only();
        readmit(row, row.text().replace("08:00:00Z", "08:00:02Z"));

        assertThat(repaired("accuracy")).isEqualTo(0.5);
    }

    private static String series(String name, String value) {
        return "{\"metric\":{\"__name__\":\"kpi_%s\",\"task_id\":\"%s\",\"agent_id\":\"%s\",\"execution_context.hostname\":\"h1\"},\"values\":[%s],\"timestamps\":[1769850000000]}\n"
                .formatted(name, TASK, AGENT, value);
    }

    @Test
    void aRowOfSeveralSeriesIsEditedAsOneObject() throws IOException {
        Path export =
                file(
                        "export.jsonl",
                        series("latency_ms", "5")
                                + series("accuracy", "1")
                                + series("cpu_usage", "50")
                                + series("memory_mb", "64.5")
                                + series("execution_context.resources.cpu_cores", "2"));
        assertThat(imports(export).rejected()).isEqualTo(1);
        List<Object> before = rejects.everything();
        EditableRow row = only();
        assertThat(row.check().violations())
                .extracting(RuleViolation::ruleId)
                .containsExactly("cpu-range");
        assertThat(row.fields()).contains(new RowField("time", "\"2026-01-31T09:00:00Z\""));

        rejects.quarantine()
                .fix(
                        QuarantineFilter.OPEN,
                        new BulkFix(Operation.DIVIDE, "cpu_usage", "100"),
                        JobContext.NONE);

        assertRepaired(1);
        rejects.quarantine().undo(JobContext.NONE);
        assertThat(rejects.everything()).isEqualTo(before);
    }

    private void assertRepaired(long line) throws IOException {
        assertThat(rejects.sql(STORED).stream().map(r -> r.subList(0, 4)).toList())
                .containsExactly(List.of(5.0, 1.0, 64.5, "h1"));
        assertThat(
                        rejects.sql(
                                "SELECT cpu_usage, line FROM kpi.kpi_reports WHERE recorded_at ="
                                        + " TIMESTAMP '2026-01-31 09:00:00'"))
                .containsExactly(List.of(0.5, line));
    }

    @Test
    void aRowOfAPivotedTableIsEditedAsOneObject() throws IOException {
        String head =
                """
                #group,false,false,false,false,true,true,true,true
                #datatype,string,long,dateTime:RFC3339,double,string,string,string,string
                #default,_result,,,,,,,
                ,result,table,_time,_value,_field,task_id,agent_id,execution_context.hostname
                """;
        String cells =
                Stream.of(
                                "latency_ms=5",
                                "accuracy=1",
                                "cpu_usage=50",
                                "memory_mb=64.5",
                                "execution_context.resources.cpu_cores=2")
                        .map(cell -> cell.split("=", -1))
                        .map(cell ->
                                ",,0,2026-01-31T09:00:00Z,%s,%s,%s,%s,h1\n"
                                        .formatted(cell[1], cell[0], TASK, AGENT))
                        .reduce("", String::concat);
        assertThat(imports(file("query.csv", head + cells)).rejected()).isEqualTo(1);
        EditableRow row = only();
        readmit(row, row.text().replace("\"cpu_usage\":50.0", "\"cpu_usage\":0.5"));

        assertRepaired(5);
    }

    private static String point(String cpu) {
        return "kpi,task_id="
                + TASK
                + ",agent_id="
                + AGENT
                + ",execution_context.hostname=h1 latency_ms=5,accuracy=1,cpu_usage="
                + cpu
                + ",memory_mb=64.5,execution_context.resources.cpu_cores=2i 1769850000";
    }

    @Test
    void aPointIsEditedAsItsLineOrByItsFields() throws IOException {
        assertThat(imports(file("points.lp", "\n" + point("50") + "\n")).rejected()).isEqualTo(1);
        EditableRow row = only();
        assertThat(row.text()).isEqualTo(point("50"));
        assertThat(row.fields()).contains(new RowField("cpu_usage", "50.0"));
        assertThat(row.check().violations())
                .extracting(RuleViolation::ruleId)
                .containsExactly("cpu-range");

        readmit(row, point("0.5"));
        assertRepaired(2);
        rejects.quarantine().undo(JobContext.NONE);

        List<RowField> fields =
                row.fields().stream()
                        .map(field ->
                                field.name().equals("cpu_usage")
                                        ? new RowField("cpu_usage", "0.5")
                                        : field)
                        .toList();
        readmit(row, rejects.quarantine().check(row.row().id(), fields).text());
        assertRepaired(2);
    }

    @Test
    void aHalfPointIsMadeWhole() throws IOException {
        Path file =
                file(
                        "points.lp",
                        point("0.25").replace("850000", "850001") + "\n" + point("x") + "\n");
        assertThat(imports(file).rejected()).isEqualTo(1);
        EditableRow row = only();
        assertThat(row.fields()).isEmpty();
        readmit(row, point("0.5"));

        assertThat(rejects.sql("SELECT cpu_usage FROM kpi.kpi_reports ORDER BY recorded_at"))
                .containsExactly(List.of(0.5), List.of(0.25));
    }

    @Test
    void exportedRowsOfPointsCanBeImported() throws IOException {
        imports(file("points.lp", point("50") + "\n"));
        EditableRow row = only();
        readmit(row, point("0.5"));
        Path exported =
                rejects.quarantine()
                        .exportRows(
                                QuarantineFilter.OPEN.withState(State.ALL),
                                folder.resolve("out"),
                                JobContext.NONE)
                        .getFirst();

        assertThat(exported.getFileName()).hasToString("points-rejected.ndjson");
        assertThat(imports(exported).skippedExisting()).isEqualTo(1);
    }
}
