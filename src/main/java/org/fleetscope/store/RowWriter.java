package org.fleetscope.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RunMetadata;
import org.h2.value.Value;
import org.h2.value.ValueBigint;
import org.h2.value.ValueInteger;
import org.h2.value.ValueJson;
import org.h2.value.ValueNull;
import org.h2.value.ValueUuid;
import org.h2.value.ValueVarchar;

/** Writes runs into one day table, in the order they come. Not thread-safe. */
final class RowWriter {
    private final DayTable table;
    private final Rows to;
    private long rows;

    private RunMetadata lastMetadata = new RunMetadata("", "", 0, false);
    private Value layer = ValueVarchar.get("");
    private Value type = ValueVarchar.get("");

    /** Takes the cells of a row, in the order of the table's columns. */
    interface Rows {
        void add(Value... cells) throws SQLException;
    }

    RowWriter(Connection session, DayTable table) throws SQLException {
        this(table, new TableAppender(session, table.name())::append);
    }

    /**
     * @param to the table, however rows get into it
     */
    RowWriter(DayTable table, Rows to) {
        this.table = table;
        this.to = to;
    }

    /** The table with the rows written so far. */
    DayTable table() {
        return table.withRows(rows);
    }

    /** Cells that many rows of a batch share, made once. */
    static final class Shared {
        private final Value[] agents;
        private final Value[] hosts;
        private final Value fileId;

        Shared(KpiBatch batch, int fileId) {
            this.agents = batch.agents.stream().map(ValueUuid::get).toArray(Value[]::new);
            this.hosts = texts(batch.hosts);
            this.fileId = ValueInteger.get(fileId);
        }

        private static Value[] texts(List<String> names) {
            Value[] values = new Value[names.size()];
            Arrays.setAll(values, i -> ValueVarchar.get(names.get(i)));
            return values;
        }
    }

    /** Writes the row at position {@code i} of the accepted ones. */
    void write(AcceptedRows accepted, int i, Shared shared) throws SQLException {
        KpiBatch batch = accepted.batch();
        int row = accepted.rows()[i];
        RunMetadata metadata = accepted.metadata()[i];
        if (!metadata.equals(lastMetadata)) {
            lastMetadata = metadata;
            layer = ValueVarchar.get(metadata.sourceLayer());
            type = ValueVarchar.get(metadata.targetAgentType());
        }
        long network = batch.networkBytes[row];
        int host = batch.host[row];
        to.add(
                H2Values.time(batch.recordedAt[row]),
                ValueUuid.get(batch.taskHi[row], batch.taskLo[row]),
                shared.agents[batch.agent[row]],
                H2Values.real(batch.latencyMs[row]),
                H2Values.real(batch.accuracy[row]),
                H2Values.real(batch.cpuUsage[row]),
                H2Values.real(batch.memoryMb[row]),
                network == KpiBatch.MISSING_LONG ? ValueNull.INSTANCE : ValueBigint.get(network),
                json(batch, batch.contextStart[row], batch.contextLength[row]),
                custom(batch, row),
                layer,
                type,
                ValueInteger.get(metadata.priority()),
                host < 0 ? ValueNull.INSTANCE : shared.hosts[host],
                H2Values.real(batch.gpu[row]),
                shared.fileId,
                ValueBigint.get(batch.firstLine() + batch.lineIndex[row]),
                ValueBigint.get(batch.offset[row]),
                ValueBigint.get(batch.contentHash[row]),
                ValueInteger.get(StoredFlags.of(batch, row, metadata)));
        rows++;
    }

    private static Value custom(KpiBatch batch, int row) {
        if (batch.customLength[row] >= 0) {
            return json(batch, batch.customStart[row], batch.customLength[row]);
        }
        String text = CustomMetrics.text(batch, row);
        return text == null
                ? ValueNull.INSTANCE
                : ValueJson.getInternal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Value json(KpiBatch batch, int start, int length) {
        return length < 0
                ? ValueNull.INSTANCE
                : ValueJson.getInternal(Arrays.copyOfRange(batch.text, start, start + length));
    }

    /** Takes rows off the count that were deleted from the table. */
    void removed(long count) {
        rows -= count;
    }
}
