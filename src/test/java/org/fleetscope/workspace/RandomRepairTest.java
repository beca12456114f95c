package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetscope.workspace.Rejects.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.BulkFix;
import org.fleetscope.model.BulkFix.Operation;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.QuarantinedRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repairs at random, then undoes them all: the store says what it said before. */
class RandomRepairTest {
    private static final BulkFix PERCENT = new BulkFix(Operation.DIVIDE, "cpu_usage", "100");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void undoingAllLeavesNothingBehind(long seed) throws IOException {
        Random random = new Random(seed);
        try (Rejects rejects = new Rejects(folder)) {
            rejects.imports("a.ndjson", rows(random, 0));
            rejects.imports("b.ndjson", rows(random, 100));
            List<List<Object>> states = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                List<Object> before = rejects.everything();
                if (change(rejects, random).repairId() > 0) {
                    states.add(before);
                    assertThat(rejects.everything()).isNotEqualTo(before);
                    assertThat(identity(rejects)).isTrue();
                }
                if (!states.isEmpty() && random.nextInt(3) == 0) {
                    List<Object> after = rejects.everything();
                    rejects.quarantine().undo(JobContext.NONE);
                    assertThat(rejects.everything()).isEqualTo(states.getLast());
                    rejects.quarantine().redo(JobContext.NONE);
                    assertThat(rejects.everything()).isEqualTo(after);
                }
            }
            assertThat(states).isNotEmpty();
            while (!states.isEmpty()) {
                rejects.quarantine().undo(JobContext.NONE);
                assertThat(rejects.everything()).isEqualTo(states.removeLast());
            }
            List<Object> before = rejects.everything();
            rejects.reopen();
            assertThat(rejects.everything()).isEqualTo(before);
        }
    }

    @Test
    void moreRowsThanFitIntoOneTransactionComeAndGoAtOnce() throws IOException {
        try (Rejects rejects = new Rejects(folder)) {
            String[] many = new String[10_050];
            for (int i = 0; i < many.length; i++) {
                many[i] = run(i, "2026-03-0%dT10:00:00Z".formatted(1 + i % 2), "100", "50");
            }
            rejects.imports("a.ndjson", many);
            List<Object> before = rejects.everything();

            RepairOutcome outcome =
                    rejects.quarantine().fix(QuarantineFilter.OPEN, PERCENT, JobContext.NONE);

            assertThat(outcome.readmitted()).isEqualTo(10_050);
            assertThat(rejects.sql("SELECT COUNT(*), SUM(cpu_usage) FROM kpi.kpi_reports"))
                    .containsExactly(List.of(10_050L, 5025.0));
            rejects.quarantine().undo(JobContext.NONE);
            assertThat(rejects.everything()).isEqualTo(before);
        }
    }

    /** Runs in the store are those accepted and those repaired. */
    private static boolean identity(Rejects rejects) throws IOException {
        return rejects.sql(
                        "SELECT (SELECT COUNT(*) FROM kpi.kpi_reports) = (SELECT SUM(accepted) FROM"
                                + " kpi.imports) + (SELECT COUNT(*) FROM kpi.repaired_rows x JOIN"
                                + " kpi.repairs r ON r.repair_id = x.repair_id WHERE r.state ="
                                + " 'active' AND x.stored)")
                .equals(List.of(List.of(true)));
    }

    private static RepairOutcome change(Rejects rejects, Random random) throws IOException {
        if (random.nextInt(4) == 0) {
            QuarantineFilter some =
                    QuarantineFilter.OPEN.withImport(1L + random.nextInt(2)).withRule("cpu-range");
            return rejects.quarantine().fix(some, PERCENT, JobContext.NONE);
        }
        Map<Long, String> texts = new TreeMap<>();
        for (QuarantinedRow row : rejects.open()) {
            if (random.nextInt(3) == 0) {
                String text = row.raw().replace("\"latency_ms\":-", "\"latency_ms\":");
                texts.put(row.id(), text.replace("\"cpu_usage\":9", "\"cpu_usage\":0.9"));
            }
        }
        return rejects.quarantine().readmit(texts, JobContext.NONE);
    }

    /** Good rows and all sorts of bad ones over two days; some rows say what others deny. */
    private static String[] rows(Random random, int from) {
        String[] rows = new String[40];
        for (int i = 0; i < rows.length; i++) {
            int id = from + random.nextInt(30);
            String at = "2026-03-0%dT1%d:00:00Z".formatted(1 + id % 2, random.nextInt(3));
            String latency = (random.nextInt(3) == 0 ? "-" : "") + (1 + random.nextInt(500));
            String cpu = random.nextInt(3) == 0 ? "9" + random.nextInt(10) : "0.5";
            rows[i] = random.nextInt(12) == 0 ? "{broken " + i : run(id, at, latency, cpu);
        }
        return rows;
    }
}
