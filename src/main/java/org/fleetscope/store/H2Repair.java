package org.fleetscope.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.AgentWindow;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.FlagChanges;
import org.fleetscope.model.MetadataUpdate;
import org.fleetscope.model.RowFlag;

/**
 * A re-admission in H2. As with an import, all that is large is written where nobody reads it, and
 * one transaction enters it into the catalog.
 */
final class H2Repair implements StagedRepair {
    private final Database database;
    private final Connection session;
    private final Runnable onClose;
    private final long windows;
    private final RepairTables tables;
    private final RepairedRows repaired;
    private final FlagWriter flags;
    private final MetadataUpdates metadata = new MetadataUpdates();
    private final Map<Long, EntityWriter> entities = new TreeMap<>();
    private boolean committed;
    private boolean closed;

    /**
     * @param onClose run once, when the repair is over in any way
     */
    H2Repair(Database database, Runnable onClose) throws SQLException {
        this.database = database;
        this.onClose = onClose;
        this.session = database.session();
        try {
            Staging.clear(session);
            windows = Catalog.number(session, "SELECT NEXT VALUE FOR kpi.repair_windows", 0);
            session.setAutoCommit(false);
            tables = new RepairTables(session);
            repaired = new RepairedRows(session);
            flags = new FlagWriter(session, 0);
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    @Override
    public void rows(AcceptedRows rows, long importId) throws IOException {
        if (rows.size() > 0) {
            database.run("Writing repaired rows", () -> tables.add(rows, importId));
        }
    }

    @Override
    public void entities(EntityBatch batch, long importId) throws IOException {
        database.run(
                "Writing repaired rows",
                () -> {
                    EntityWriter writer = entities.get(importId);
                    if (writer == null) {
                        writer = new EntityWriter(session, importId);
                        entities.put(importId, writer);
                    }
                    writer.write(batch);
                });
    }

    @Override
    public void flags(FlagChanges changes, long importId) throws IOException {
        database.run(
                "Writing flags",
                () -> {
                    for (RowFlag flag : changes.raised()) {
                        flags.write(flag, ImportFiles.absolutePath(flag.origin().file()), importId);
                    }
                    flags.lift(changes.lifted(), importId);
                });
    }

    @Override
    public void metadata(List<MetadataUpdate> updates) {
        metadata.add(updates);
    }

    @Override
    public void repaired(List<RepairedRow> rows) throws IOException {
        database.run(
                "Writing repaired rows",
                () -> {
                    for (RepairedRow row : rows) {
                        repaired.write(row);
                    }
                });
    }

    @Override
    public void aggregates(List<AgentWindow> rows, long[] epochDays) throws IOException {
        database.run(
                "Writing aggregates",
                () -> AggregateWriter.prepare(session, windows, rows, epochDays));
    }

    @Override
    public long commit(Record record) throws IOException {
        database.run("Writing repaired rows", tables::complete);
        if (!metadata.isEmpty()) {
            database.run(
                    "Building keys", () -> metadata.prepare(session, Catalog.dayTables(session)));
        }
        long[] id = new long[1];
        database.run("Committing the repair", () -> id[0] = enterCatalog(record));
        committed = true;
        database.run("Updating the view of all days", this::publish);
        return id[0];
    }

    private long enterCatalog(Record record) throws SQLException {
        repaired.flush();
        flags.flush();
        for (EntityWriter writer : entities.values()) {
            writer.flush();
        }
        for (EntityTable table : EntityTable.values()) {
            table.indexStaged(session);
        }
        try {
            for (EntityTable table : EntityTable.values()) {
                table.moveStaged(session);
            }
            long id = Repairs.enter(session, record, repaired.rows());
            RepairedRows.moveStaged(session, id);
            flags.moveStaged(session, id);
            if (!metadata.isEmpty()) {
                metadata.apply(session, Catalog.dayTables(session));
            }
            tables.enter(id);
            AggregatedDays.replaceKeeping(session, windows, id);
            session.commit();
            Database.execute(session, "CHECKPOINT SYNC");
            return id;
        } catch (SQLException e) {
            session.rollback();
            throw e;
        }
    }

    private void publish() throws SQLException {
        KpiView.follow(session, Catalog.dayTables(session));
        session.commit();
    }

    @Override
    public void index(JobContext job) throws IOException {
        if (!committed) {
            throw new IllegalStateException("indexes are built after the commit");
        }
        database.run("Building indexes", () -> DayIndexes.build(session, tables.ownTables(), job));
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            database.run("Ending the repair", this::end);
        } finally {
            onClose.run();
        }
    }

    private void end() throws SQLException {
        try (session) {
            if (!committed) {
                session.rollback();
            }
            try (repaired;
                    flags) {
                for (EntityWriter writer : entities.values()) {
                    writer.close();
                }
                session.setAutoCommit(true);
            }
            Staging.dropUnknownTables(session, Catalog.dayTables(session));
            Staging.clear(session);
        }
    }
}
