package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.Times;

/**
 * Where the runs of a repair go. A few go, within the repair's transaction, into a day table that
 * small repairs of an import share: many small tables would make every look-up slow. Many get
 * tables of their own, as an import's do: keys and indexes grow costly row by row. The tables of
 * imports are left alone, since they are filled past SQL. Not thread-safe.
 */
final class RepairTables {
    /** Most runs that are written into tables with indexes, about half a second's worth. */
    static final int IN_PLACE = 10_000;

    private record Part(AcceptedRows rows, long importId) {}

    private record Key(long epochDay, long importId) {}

    private final Connection session;
    private final List<Part> waiting = new ArrayList<>();
    private int waitingRows;
    private final Map<Long, DayTables> own = new TreeMap<>();
    private final Map<Long, Map<String, Integer>> files = new HashMap<>();
    private final Map<DayTable, List<Part>> shared = new LinkedHashMap<>();
    private final Set<DayTable> made = new HashSet<>();

    RepairTables(Connection session) {
        this.session = session;
    }

    void add(AcceptedRows rows, long importId) throws SQLException {
        if (own.isEmpty() && waitingRows + rows.size() <= IN_PLACE) {
            waiting.add(new Part(rows, importId));
            waitingRows += rows.size();
            return;
        }
        for (Part part : waiting) {
            writeOwn(part);
        }
        waiting.clear();
        writeOwn(new Part(rows, importId));
    }

    private void writeOwn(Part part) throws SQLException {
        DayTables tables = own.get(part.importId);
        if (tables == null) {
            tables = new DayTables(session, part.importId);
            own.put(part.importId, tables);
        }
        tables.write(part.rows, sharedCells(part));
    }

    private RowWriter.Shared sharedCells(Part part) throws SQLException {
        Map<String, Integer> ids = files.get(part.importId);
        if (ids == null) {
            ids = new HashMap<>();
            for (Map.Entry<Integer, String> file :
                    Catalog.files(session, part.importId).entrySet()) {
                ids.put(file.getValue(), file.getKey());
            }
            files.put(part.importId, ids);
        }
        Integer id = ids.get(part.rows.batch().file);
        if (id == null) {
            throw new SQLException(
                    "import " + part.importId + " has no file " + part.rows.batch().file);
        }
        return new RowWriter.Shared(part.rows.batch(), id);
    }

    /** Completes the tables of its own, and makes the shared ones that are missing. */
    void complete() throws SQLException {
        Map<Key, DayTable> known = sharedTables();
        for (Part part : waiting) {
            long[] at = part.rows.batch().recordedAt;
            int[] rows = part.rows.rows();
            long[] days =
                    IntStream.of(rows)
                            .mapToLong(row -> Times.epochDay(at[row]))
                            .distinct()
                            .toArray();
            for (long day : days) {
                Part ofDay = select(part, i -> Times.epochDay(at[rows[i]]) == day);
                Key key = new Key(day, part.importId);
                DayTable table = known.get(key);
                if (table == null) {
                    table = create(key);
                    known.put(key, table);
                    made.add(table);
                }
                shared.computeIfAbsent(table, t -> new ArrayList<>()).add(ofDay);
            }
        }
        waiting.clear();
        for (DayTables tables : own.values()) {
            tables.complete();
        }
    }

    private Map<Key, DayTable> sharedTables() throws SQLException {
        Map<Key, DayTable> tables = new HashMap<>();
        try (PreparedStatement select =
                        session.prepareStatement(
                                "SELECT table_name, epoch_day, import_id FROM"
                                        + " kpi.shared_repair_tables");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Key key = new Key(row.getLong(2), row.getLong(3));
                tables.put(key, new DayTable(row.getString(1), key.epochDay, key.importId, 0));
            }
        }
        return tables;
    }

    private DayTable create(Key key) throws SQLException {
        DayTable table =
                new DayTable(
                        DayTables.freeName(session, key.epochDay), key.epochDay, key.importId, 0);
        Database.execute(session, table.createSql());
        DayIndexes.build(session, List.of(table), JobContext.NONE);
        return table;
    }

    private static Part select(Part from, IntPredicate wanted) {
        int[] positions = IntStream.range(0, from.rows.size()).filter(wanted).toArray();
        int[] rows = IntStream.of(positions).map(i -> from.rows.rows()[i]).toArray();
        RunMetadata[] metadata =
                IntStream.of(positions)
                        .mapToObj(i -> from.rows.metadata()[i])
                        .toArray(RunMetadata[]::new);
        return new Part(new AcceptedRows(from.rows.batch(), rows, metadata), from.importId);
    }

    /** Tables made for the repair. */
    List<DayTable> ownTables() {
        return own.values().stream().map(DayTables::tables).flatMap(Collection::stream).toList();
    }

    /** Writes the rest and enters all into the catalog, within the session's transaction. */
    void enter(long repairId) throws SQLException {
        try (PreparedStatement note =
                        session.prepareStatement(
                                "INSERT INTO kpi.repair_tables VALUES (?, ?, ?, ?)");
                PreparedStatement grow =
                        session.prepareStatement(
                                "UPDATE kpi.partitions SET stored_rows = stored_rows + ? WHERE"
                                        + " table_name = ?")) {
            for (DayTable table : ownTables()) {
                Catalog.add(session, table);
                note(note, repairId, table, true);
            }
            for (Map.Entry<DayTable, List<Part>> entry : shared.entrySet()) {
                DayTable grown = write(entry.getKey(), entry.getValue());
                note(note, repairId, grown, false);
                if (made.contains(entry.getKey())) {
                    Catalog.add(session, entry.getKey());
                    enterShared(entry.getKey());
                }
                grow.setLong(1, grown.rows());
                grow.setString(2, grown.name());
                grow.executeUpdate();
            }
        }
    }

    private void enterShared(DayTable table) throws SQLException {
        try (PreparedStatement insert =
                session.prepareStatement("INSERT INTO kpi.shared_repair_tables VALUES (?, ?, ?)")) {
            insert.setString(1, table.name());
            insert.setLong(2, table.epochDay());
            insert.setLong(3, table.importId());
            insert.executeUpdate();
        }
    }

    private DayTable write(DayTable table, List<Part> parts) throws SQLException {
        String columns = String.join(", ", Collections.nCopies(DayTable.COLUMN_COUNT, "?"));
        try (PreparedStatement insert =
                session.prepareStatement(
                        "INSERT INTO kpi." + table.name() + " VALUES (" + columns + ")")) {
            RowWriter writer =
                    new RowWriter(
                            table,
                            cells -> {
                                for (int i = 0; i < cells.length; i++) {
                                    insert.setObject(i + 1, cells[i]);
                                }
                                insert.executeUpdate();
                            });
            for (Part part : parts) {
                RowWriter.Shared cells = sharedCells(part);
                for (int i = 0; i < part.rows.size(); i++) {
                    writer.write(part.rows, i, cells);
                }
            }
            return writer.table();
        }
    }

    private static void note(PreparedStatement insert, long repairId, DayTable table, boolean own)
            throws SQLException {
        insert.setLong(1, repairId);
        insert.setString(2, table.name());
        insert.setBoolean(3, own);
        insert.setLong(4, table.rows());
        insert.executeUpdate();
    }
}
