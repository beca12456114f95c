package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.RowOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a file is cut must not change what is read, however its quotes stand. */
class CsvChunksTest {
    private static final long SEED = 20260131;
    private static final String[] PIECES = {
        "a", ",", "\"", "\\", "\n", "\r\n", "\r", "\\\"", "\"\"", "ö", ",\"", "\",", " "
    };

    private record Seen(RowOrigin origin, long hash, int flags) {}

    @TempDir Path folder;

    private static List<Seen> read(Path file, int chunkBytes) throws IOException {
        return Rows.read(file, Mapping.identity(), chunkBytes).rows().stream()
                .map(row ->
                        new Seen(
                                row.origin(),
                                row.batch().contentHash[row.row()],
                                row.batch().flags[row.row()]))
                .toList();
    }

    private static String text(Random random) {
        StringBuilder text =
                new StringBuilder("Title\ntask_id,agent_id,accuracy,latency_ms\na,b,1,2\n");
        for (int i = 0; i < 120; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @Test
    void everyCutGivesTheSameRowsAndTheirTexts() throws IOException {
        Random random = new Random(SEED);
        RawRows raw = new RawRows();
        for (int i = 0; i < 150; i++) {
            String text = text(random);
            Path file = Files.writeString(folder.resolve("a.csv"), text);
            List<Seen> whole = read(file, 1 << 20);

            assertThat(read(file, 1)).as(text).isEqualTo(whole);
            assertThat(read(file, 40)).as(text).isEqualTo(whole);
            for (Seen seen : whole) {
                assertThat(text).contains(raw.read(seen.origin, JobContext.NONE));
            }
        }
    }
}
