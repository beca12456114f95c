package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeNote;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TimeNotesTest {
    // 2025-11-05T10:00:00Z and 250 µs later, by `date -u -d 2025-11-05T10:00 +%s`
    private static final long TEN = 1_762_336_800_000_000L;

    @TempDir Path folder;

    private static TimeNote note(long from, long to, String subject, String text) {
        return new TimeNote(UUID.randomUUID(), new TimeRange(from, to), subject, text, TEN);
    }

    private static String run(int task, String time) {
        return "{\"task_id\":\"%s\",\"agent_id\":\"%s\",\"latency_ms\":100,\"accuracy\":0.5,"
                        .formatted(new UUID(1, task), new UUID(2, 2))
                + "\"cpu_usage\":0.25,\"memory_mb\":512,\"network_bytes\":10,"
                + "\"execution_context\":{\"hostname\":\"n1\",\"resources\":{\"cpu_cores\":4}},"
                + "\"source_layer\":\"l\",\"target_agent_type\":\"coder\",\"priority\":\"High\","
                + "\"recorded_at\":\"2025-11-05T%s:00.000000Z\"}\n".formatted(time);
    }

    @Test
    void notesAreThereAfterReopeningEarliestFirst() throws IOException {
        TimeNote late = note(TEN + 250, TEN + 250, "", "späť \"quoted\"\nsecond line");
        TimeNote early = note(TEN, TEN + Times.HOUR, "coder-03", "slow disk");
        TimeNote gone = note(TEN, TEN, "", "gone");
        try (Workspace workspace = LocalWorkspace.open(folder)) {
            assertThat(workspace.timeNotes().all()).isEmpty();
            workspace.timeNotes().put(late);
            workspace.timeNotes().put(early.withText("before"));
            workspace.timeNotes().put(gone);
            workspace.timeNotes().put(early);
            workspace.timeNotes().remove(gone.id());
            workspace.timeNotes().remove(gone.id());
        }
        try (Workspace workspace = LocalWorkspace.open(folder)) {
            assertThat(workspace.timeNotes().all()).containsExactly(early, late);
        }
    }

    @Test
    void aReportHasTheNotesOfItsTime() throws IOException {
        Path file = folder.resolve("runs.ndjson");
        Files.writeString(file, run(1, "10:00") + run(2, "11:00"));
        Path target = Files.createDirectory(folder.resolve("report"));
        try (Workspace workspace = LocalWorkspace.open(null)) {
            workspace.importFiles(
                    List.of(file), ImportOptions.DEFAULTS, ImportListener.NONE, JobContext.NONE);
            workspace
                    .timeNotes()
                    .put(note(TEN + Times.MINUTE, TEN + Times.MINUTE, "", "<new> disk"));
            workspace.timeNotes().put(note(TEN - Times.DAY, TEN - Times.HOUR, "", "too early"));
            workspace.report(
                    Scope.ALL,
                    AnalysisSettings.DEFAULTS,
                    new ReportOptions("Notes", Set.of("html", "csv")),
                    target,
                    JobContext.NONE);
        }
        assertThat(Files.readAllLines(target.resolve("notes.csv")))
                .hasSize(2)
                .first()
                .isEqualTo("from,to,subject,note,written_at");
        assertThat(Files.readString(target.resolve("notes.csv")))
                .contains(
                        "2025-11-05T10:01:00.000000Z,2025-11-05T10:01:00.000000Z,,<new> disk,2025-11-05T10:00:00.000000Z");
        assertThat(Files.readString(target.resolve("report.html")))
                .contains("&lt;new&gt; disk", "class=\"note\"", "the fleet")
                .doesNotContain("too early");
    }
}
