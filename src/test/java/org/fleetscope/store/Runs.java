package org.fleetscope.store;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.AgentWindow;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.Times;
import org.fleetscope.store.StagedImport.ImportOutcome;

/** Runs to be stored, made by plain arithmetic. */
final class Runs {
    static final String FILE = "/data/fleet.ndjson";
    static final long DAY1 = Times.ofInstant(Instant.parse("2026-01-31T00:00:00Z"));
    static final long DAY2 = DAY1 + Times.DAY;
    static final UUID AGENT = UUID.fromString("00000000-0000-4000-8000-0000000000a1");
    static final RunMetadata METADATA = new RunMetadata("layer2", "vision", 75, false);

    private Runs() {}

    static UUID task(long number) {
        return new UUID(0x4000, number);
    }

    static ImportHeader header() {
        return new ImportHeader(
                DAY1, List.of(new ImportHeader.SourceFile(FILE, "NDJSON", 1234)), "{}");
    }

    static ImportOutcome outcome(long rows) {
        return new ImportOutcome(
                rows, rows, 0, 0, Map.of(), Map.of(FILE, rows), Map.of(FILE, "ab"));
    }

    /**
     * Runs of one agent, one a second from {@code start}, with tasks numbered from {@code
     * firstTask}.
     */
    static AcceptedRows batch(long start, int count, long firstTask) {
        KpiBatchBuilder to = new KpiBatchBuilder(FILE, null, 0, count);
        for (int i = 0; i < count; i++) {
            int row = to.addRow();
            to.recordedAt[row] = start + i * Times.SECOND;
            to.taskHi[row] = task(firstTask + i).getMostSignificantBits();
            to.taskLo[row] = task(firstTask + i).getLeastSignificantBits();
            to.agent[row] = to.agentCode(AGENT);
            to.flags[row] = KpiBatch.HAS_TASK | KpiBatch.HAS_AGENT;
            to.latencyMs[row] = 100 + i % 100;
            to.accuracy[row] = 0.5 + (i % 50) / 100.0;
            to.cpuUsage[row] = 0.25;
            to.memoryMb[row] = 512;
            to.networkBytes[row] = 1000L + i;
            to.host[row] = to.hostCode("node-" + i % 3);
            to.lineIndex[row] = i;
            to.offset[row] = 500L * i;
            to.contentHash[row] = firstTask + i;
            byte[] context = "{\"hostname\":\"node\"}".getBytes(StandardCharsets.UTF_8);
            to.context(row, context, 0, context.length);
        }
        return accept(to.build());
    }

    static AcceptedRows accept(KpiBatch batch) {
        RunMetadata[] metadata = new RunMetadata[batch.rows];
        Arrays.fill(metadata, METADATA);
        return new AcceptedRows(batch, IntStream.range(0, batch.rows).toArray(), metadata);
    }

    /** A minute of the one agent, with {@code count} runs in it. */
    static AgentWindow window(long start, int count) {
        return window(start, count, BigInteger.valueOf(7));
    }

    static AgentWindow window(long start, int count, BigInteger networkBytes) {
        return new AgentWindow(
                start,
                start + Times.MINUTE,
                AGENT,
                count,
                new AgentWindow.Spread(count, 100.0 * count, 10_000.0 * count, Double.NaN),
                new AgentWindow.LatencyQuantiles(40, 50, 95.5, 99, 100, new byte[0]),
                new AgentWindow.Spread(count, 0.5 * count, 0.25 * count, Double.NaN),
                new AgentWindow.Average(count, 0.25 * count),
                new AgentWindow.Average(count, 512.0 * count),
                networkBytes,
                new AgentWindow.Outcomes(count, count, "accuracy"),
                new AgentWindow.Average(count, 80.0 * count),
                new AgentWindow.Average(0, 0));
    }

    /** Everything a stored run says, for comparison. */
    static List<String> describe(AcceptedRows rows) {
        List<String> lines = new ArrayList<>();
        KpiBatch b = rows.batch();
        for (int i = 0; i < rows.size(); i++) {
            int r = rows.rows()[i];
            StringBuilder custom = new StringBuilder();
            b.custom.entrySet().stream()
                    .filter(e -> !Double.isNaN(e.getValue()[r]))
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(e -> custom.append(e.getKey()).append('=').append(e.getValue()[r]));
            lines.add(
                    String.join(
                            "|",
                            Times.iso(b.recordedAt[r]),
                            String.valueOf(b.taskId(r)),
                            String.valueOf(b.agentId(r)),
                            b.latencyMs[r] + "," + b.accuracy[r] + "," + b.cpuUsage[r],
                            b.memoryMb[r] + "," + b.networkBytes[r] + "," + b.gpu[r],
                            String.valueOf(b.context(r)),
                            String.valueOf(b.customText(r)),
                            custom,
                            b.host[r] < 0 ? "no host" : b.hosts.get(b.host[r]),
                            b.type[r] < 0 ? "no type" : b.types.get(b.type[r]),
                            b.layer[r] < 0 ? "no layer" : b.layers.get(b.layer[r]),
                            b.priority[r] + "," + b.flags[r] + "," + b.contentHash[r],
                            b.origin(r).toString(),
                            rows.metadata()[i].toString()));
        }
        return lines;
    }

    /** Opens the database of a workspace that no store has open, past the store. */
    static Connection administrator(Path folder) throws SQLException {
        String url =
                "jdbc:h2:file:"
                        + folder.resolve("fleetscope")
                        + ";DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
        return DriverManager.getConnection(url, "sa", "");
    }

    /** First cells of a query past the store. */
    static List<String> select(Path folder, String sql) throws SQLException {
        List<String> cells = new ArrayList<>();
        try (Connection connection = administrator(folder);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                cells.add(rows.getString(1));
            }
        }
        return cells;
    }
}
