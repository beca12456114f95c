package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fleetscope.job.JobContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table with 10 000 columns, nearly all of which mean nothing to anyone. */
class WideCsvTest {
    private static final int OTHERS = 9_990;

    @TempDir Path folder;

    @Test
    void tenThousandColumnsAreReadAndABadRowAmongThemIsRejectedAlone() throws IOException {
        String names =
                IntStream.range(0, OTHERS)
                        .mapToObj(i -> ",metric_" + i)
                        .collect(Collectors.joining());
        String cells = ",5".repeat(OTHERS);
        StringBuilder text =
                new StringBuilder(
                                "task_id,agent_id,latency_ms,accuracy,cpu_usage,memory_mb,network_bytes,recorded_at,"
                                        + "execution_context.hostname,execution_context.cpu_cores")
                        .append(names)
                        .append('\n');
        for (int i = 0; i < 5; i++) {
            text.append(
                            "00000000-0000-4000-8000-00000000000%d,11111111-1111-4111-8111-111111111111,100,%s,0.5,100,10,2026-03-01T10:00:0%dZ,h,1"
                                    .formatted(i, i == 3 ? "7" : "0.9", i))
                    .append(cells)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("wide.csv"), text);
        try (Workspace workspace = LocalWorkspace.open(null)) {
            ImportSummary summary =
                    workspace.importFiles(
                            List.of(file),
                            ImportOptions.DEFAULTS,
                            ImportListener.NONE,
                            JobContext.NONE);
            assertThat(summary.rowsRead()).isEqualTo(5);
            assertThat(summary.accepted()).isEqualTo(4);
            assertThat(summary.rules()).containsEntry("accuracy-range", 1L);
        }
    }
}
