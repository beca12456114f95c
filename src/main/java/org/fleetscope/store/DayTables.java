package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.Times;
import org.h2.value.ValueUuid;

/**
 * The day tables of one running import: filled without indexes. Nothing of an earlier import is
 * touched: a day that has a table already gets a further one. Not thread-safe.
 */
final class DayTables {
    private final Connection session;
    private final long importId;
    private final Map<Long, RowWriter> writers = new TreeMap<>();
    private final List<long[]> retracted = new ArrayList<>();

    DayTables(Connection session, long importId) throws SQLException {
        this.session = session;
        this.importId = importId;
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
            DayTable table = new DayTable(freeName(session, day), day, importId, 0);
            Database.execute(session, table.createSql());
            writer = new RowWriter(session, table);
            writers.put(day, writer);
        }
        return writer;
    }

    /** The first name for a table of a day that no table has. */
    static String freeName(Connection session, long day) throws SQLException {
        Set<String> taken = Catalog.existingTables(session);
        int number = 1;
        while (taken.contains(DayTable.name(day, number))) {
            number++;
        }
        return DayTable.name(day, number);
    }

    /** Notes keys as (recorded_at, hi, lo) for removal. */
    void retract(List<long[]> keys) {
        retracted.addAll(keys);
    }

    /** Removes the rows taken back; their tables get their primary keys for it, which find them. */
    void complete() throws SQLException {
        Map<Long, List<long[]>> byDay =
                retracted.stream().collect(Collectors.groupingBy(key -> Times.epochDay(key[0])));
        for (Map.Entry<Long, List<long[]>> day : byDay.entrySet()) {
            RowWriter writer = writers.get(day.getKey());
            if (writer != null) {
                if (!DayIndexes.hasKey(session, writer.table())) {
                    Database.execute(session, writer.table().primaryKeySql());
                }
                remove(writer, day.getValue());
            }
        }
        retracted.clear();
    }

    private void remove(RowWriter writer, List<long[]> keys) throws SQLException {
        try (PreparedStatement delete =
                session.prepareStatement(
                        "DELETE FROM kpi."
                                + writer.table().name()
                                + " WHERE recorded_at = ? AND task_id = ?")) {
            for (long[] key : keys) {
                delete.setObject(1, H2Values.time(key[0]));
                delete.setObject(2, ValueUuid.get(key[1], key[2]));
                writer.removed(delete.executeUpdate());
            }
        }
        session.commit();
    }

    /** Those with rows. */
    List<DayTable> tables() {
        return writers.values().stream()
                .map(RowWriter::table)
                .filter(table -> table.rows() > 0)
                .toList();
    }
}
