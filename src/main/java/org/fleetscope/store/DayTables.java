package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.Times;
import org.h2.value.ValueUuid;

/**
 * The day tables of one running import: filled without keys, then indexed. Nothing of an earlier
 * import is touched: a day that has a table already gets a further one. Not thread-safe.
 */
final class DayTables implements AutoCloseable {
    private final Connection session;
    private final long importId;
    private final List<String> taken;
    private final Map<Long, RowWriter> writers = new TreeMap<>();
    private final List<long[]> retracted = new ArrayList<>();

    DayTables(Connection session, long importId) throws SQLException {
        this.session = session;
        this.importId = importId;
        this.taken = new ArrayList<>(Catalog.existingTables(session));
    }

    void write(AcceptedRows rows, RowWriter.Shared shared) throws SQLException {
        long[] recordedAt = rows.batch().recordedAt;
        long day = Long.MIN_VALUE;
        RowWriter writer = null;
        for (int i = 0; i < rows.size(); i++) {
            long rowDay = Times.epochDay(recordedAt[rows.rows()[i]]);
            if (writer == null || rowDay != day) {
                day = rowDay;
                writer = writer(day);
            }
            writer.write(rows, i, shared);
        }
    }

    private RowWriter writer(long day) throws SQLException {
        RowWriter writer = writers.get(day);
        if (writer == null) {
            int number = 1;
            while (taken.contains(DayTable.name(day, number))) {
                number++;
            }
            DayTable table = new DayTable(DayTable.name(day, number), day, importId, 0);
            Database.execute(session, table.createSql());
            writer = new RowWriter(session, table);
            writers.put(day, writer);
        }
        return writer;
    }

    /**
     * Notes keys as (recorded_at, hi, lo) for removal; done with the primary key, which finds them.
     */
    void retract(List<long[]> keys) {
        retracted.addAll(keys);
    }

    void index(JobContext job) throws SQLException {
        flush();
        List<DayTable> tables = tables();
        long steps = 5L * tables.size();
        long done = 0;
        for (DayTable table : tables) {
            step(job, table, done++, steps, table.primaryKeySql());
            removeRetracted(table);
            for (String sql : table.indexSql()) {
                step(job, table, done++, steps, sql);
            }
        }
        retracted.clear();
        job.progress(new Progress("Building indexes", steps, steps, "indexes", 0));
    }

    private void step(JobContext job, DayTable table, long done, long steps, String sql)
            throws SQLException {
        job.checkCancelled();
        job.progress(new Progress("Building indexes", done, steps, "indexes", table.rows()));
        Database.execute(session, sql);
        session.commit();
    }

    private void removeRetracted(DayTable table) throws SQLException {
        RowWriter writer = writers.get(table.epochDay());
        if (writer == null || retracted.isEmpty()) {
            return;
        }
        try (PreparedStatement delete =
                session.prepareStatement(
                        "DELETE FROM kpi."
                                + table.name()
                                + " WHERE recorded_at = ? AND task_id = ?")) {
            for (long[] key : retracted) {
                if (Times.epochDay(key[0]) == table.epochDay()) {
                    delete.setObject(1, H2Values.time(key[0]));
                    delete.setObject(2, ValueUuid.get(key[1], key[2]));
                    writer.removed(delete.executeUpdate());
                }
            }
        }
        session.commit();
    }

    void flush() throws SQLException {
        for (RowWriter writer : writers.values()) {
            writer.flush();
        }
    }

    List<DayTable> tables() {
        return writers.values().stream().map(RowWriter::table).toList();
    }

    @Override
    public void close() throws SQLException {
        for (RowWriter writer : writers.values()) {
            writer.close();
        }
    }
}
