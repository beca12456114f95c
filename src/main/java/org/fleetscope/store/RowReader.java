package org.fleetscope.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.TimeRange;
import org.h2.jdbc.JdbcResultSet;
import org.h2.value.Value;
import org.h2.value.ValueUuid;

/**
 * Reads the runs of one day table back into batches, in the order they were stored. Scans the whole
 * table: picking a range by index would be slower and in another order. Not thread-safe.
 */
final class RowReader {
    /** Rows a batch at most. */
    static final int BATCH = 64 * 1024;

    private static final int PRIORITY_COLUMN = 13;
    private static final int NAME_BASED = 5;

    private final DayTable table;
    private final Map<Integer, String> files;
    private final TimeRange range;
    private final Consumer<AcceptedRows> to;
    private final Map<RunMetadata, RunMetadata> shared = new HashMap<>();

    private KpiBatchBuilder batch = new KpiBatchBuilder("", null, 0, 0);
    private List<RunMetadata> metadata = new ArrayList<>();
    private final Set<UUID> named = new HashSet<>();
    private int fileId = Integer.MIN_VALUE;
    private long firstLine;

    RowReader(
            DayTable table,
            Map<Integer, String> files,
            TimeRange range,
            Consumer<AcceptedRows> to) {
        this.table = table;
        this.files = files;
        this.range = range;
        this.to = to;
    }

    void read(Connection session, JobContext job) throws SQLException, IOException {
        long left = table.rows();
        try (PreparedStatement select =
                        session.prepareStatement("SELECT * FROM kpi." + table.name());
                JdbcResultSet row = select.executeQuery().unwrap(JdbcResultSet.class)) {
            while (row.next()) {
                long recordedAt = H2Values.micros(row.getInternal(1));
                if (range.contains(recordedAt)) {
                    startBatch(row, left);
                    add(row, recordedAt);
                }
                left--;
                if ((left & 0xFFF) == 0) {
                    job.checkCancelled();
                }
            }
        }
        deliver();
    }

    private void startBatch(JdbcResultSet row, long left) throws SQLException {
        int file = row.getInternal(16).getInt();
        if (file == fileId && batch.rows < BATCH) {
            return;
        }
        deliver();
        fileId = file;
        firstLine = row.getInternal(17).getLong();
        String path = files.get(file);
        if (path == null) {
            throw new SQLException("file " + file + " of " + table.name() + " is not recorded");
        }
        batch = new KpiBatchBuilder(path, null, 0, (int) Math.min(BATCH, Math.max(1, left)));
        metadata = new ArrayList<>();
    }

    private void add(JdbcResultSet from, long recordedAt) throws SQLException, IOException {
        int row = batch.addRow();
        ValueUuid task = (ValueUuid) from.getInternal(2);
        batch.recordedAt[row] = recordedAt;
        batch.taskHi[row] = task.getHigh();
        batch.taskLo[row] = task.getLow();
        UUID agent = ((ValueUuid) from.getInternal(3)).getUuid();
        batch.agent[row] = batch.agentCode(agent);
        batch.latencyMs[row] = H2Values.real(from.getInternal(4));
        batch.accuracy[row] = H2Values.real(from.getInternal(5));
        batch.cpuUsage[row] = H2Values.real(from.getInternal(6));
        batch.memoryMb[row] = H2Values.real(from.getInternal(7));
        Value network = from.getInternal(8);
        if (!H2Values.isNull(network)) {
            batch.networkBytes[row] = network.getLong();
        }
        Value host = from.getInternal(14);
        if (!H2Values.isNull(host)) {
            batch.host[row] = batch.hostCode(host.getString());
        }
        batch.gpu[row] = H2Values.real(from.getInternal(15));
        batch.lineIndex[row] = Math.toIntExact(from.getInternal(17).getLong() - firstLine);
        batch.offset[row] = from.getInternal(18).getLong();
        batch.contentHash[row] = from.getInternal(19).getLong();
        int flags = from.getInternal(20).getInt();
        batch.flags[row] = StoredFlags.ofBatch(flags);
        addMetadata(from, row, flags);
        addTexts(from, row, flags);
        addName(from, agent);
    }

    /** Ids made of a name are of version 5; the name stands in every run's execution_context. */
    private void addName(JdbcResultSet from, UUID agent) throws SQLException, IOException {
        Value context = from.getInternal(9);
        if (agent.version() == NAME_BASED && named.add(agent) && !H2Values.isNull(context)) {
            String name = ForeignNames.agentName(context.getBytesNoCopy());
            if (name != null) {
                batch.agentName(agent, name);
            }
        }
    }

    private void addMetadata(JdbcResultSet from, int row, int flags) throws SQLException {
        RunMetadata read =
                new RunMetadata(
                        from.getInternal(11).getString(),
                        from.getInternal(12).getString(),
                        from.getInternal(PRIORITY_COLUMN).getInt(),
                        StoredFlags.has(flags, StoredFlags.METADATA_MISSING));
        RunMetadata known = shared.putIfAbsent(read, read);
        RunMetadata own = known == null ? read : known;
        metadata.add(own);
        if (StoredFlags.has(flags, StoredFlags.OWN_LAYER)) {
            batch.layer[row] = batch.layerCode(own.sourceLayer());
        }
        if (StoredFlags.has(flags, StoredFlags.OWN_TYPE)) {
            batch.type[row] = batch.typeCode(own.targetAgentType());
        }
        if (StoredFlags.has(flags, StoredFlags.OWN_PRIORITY)) {
            batch.priority[row] = own.priority();
        }
    }

    private void addTexts(JdbcResultSet from, int row, int flags) throws SQLException, IOException {
        Value context = from.getInternal(9);
        if (!H2Values.isNull(context)) {
            byte[] text = context.getBytesNoCopy();
            batch.context(row, text, 0, text.length);
        }
        Value custom = from.getInternal(10);
        if (!H2Values.isNull(custom)) {
            byte[] text = custom.getBytesNoCopy();
            CustomMetrics.read(text, batch, row);
            if (!StoredFlags.has(flags, StoredFlags.CUSTOM_FROM_COLUMNS)) {
                batch.customText(row, text, 0, text.length);
            }
        }
    }

    private void deliver() {
        if (batch.rows == 0) {
            return;
        }
        KpiBatch built = batch.build();
        built.firstLine(firstLine);
        built.importId(Math.toIntExact(table.importId()));
        int[] rows = new int[built.rows];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        to.accept(new AcceptedRows(built, rows, metadata.toArray(RunMetadata[]::new)));
        batch = new KpiBatchBuilder("", null, 0, 0);
        fileId = Integer.MIN_VALUE;
    }
}
