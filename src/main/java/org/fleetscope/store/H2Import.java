package org.fleetscope.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.FlagChanges;
import org.fleetscope.model.GroupFlag;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RowFlag;

/**
 * An import into H2. All rows are written where nobody reads them, in small committed batches; one
 * transaction then moves the small tables, and enters the large ones (the day tables and the
 * windows) into the catalog. What a dead process left behind is in no catalog and goes when the
 * workspace is opened next. Indexes are built after that transaction, for rows that are safe
 * already.
 */
final class H2Import implements StagedImport {
    private final Database database;
    private final Connection session;
    private final Runnable onClose;
    private final ImportHeader header;
    private final long importId;
    private final ImportFiles files;
    private final DayTables dayTables;
    private final EntityWriter entities;
    private final QuarantineWriter quarantine;
    private final FlagWriter flags;
    private final AggregateWriter aggregates;
    private boolean committed;
    private boolean closed;

    /**
     * @param onClose run once, when the import is over in any way
     */
    H2Import(Database database, ImportHeader header, Runnable onClose) throws SQLException {
        this.database = database;
        this.header = header;
        this.onClose = onClose;
        this.session = database.session();
        try {
            Staging.clear(session);
            importId = Catalog.number(session, "SELECT MAX(import_id) FROM kpi.imports", 0) + 1;
            files = new ImportFiles(header.files());
            dayTables = new DayTables(session, importId);
            entities = new EntityWriter(session, importId);
            quarantine = new QuarantineWriter(session, importId);
            flags = new FlagWriter(session, importId);
            session.setAutoCommit(false);
            aggregates = new AggregateWriter(database, importId);
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    @Override
    public long importId() {
        return importId;
    }

    @Override
    public void rows(AcceptedRows rows) throws IOException {
        if (rows.size() == 0) {
            return;
        }
        int file = files.idOf(rows.batch().file);
        run("Writing rows", () -> dayTables.write(rows, new RowWriter.Shared(rows.batch(), file)));
    }

    @Override
    public void retract(List<long[]> keys) {
        dayTables.retract(keys);
    }

    @Override
    public void entities(EntityBatch batch) throws IOException {
        run("Writing entities", () -> entities.write(batch));
    }

    @Override
    public void quarantine(List<RejectedRow> rows) throws IOException {
        run(
                "Writing rejected rows",
                () -> {
                    for (RejectedRow row : rows) {
                        quarantine.write(row, files.pathOf(row.origin().file()));
                    }
                });
    }

    @Override
    public void flags(FlagChanges changes) throws IOException {
        run(
                "Writing flags",
                () -> {
                    for (RowFlag flag : changes.raised()) {
                        flags.write(flag, files.absolute(flag.origin().file()));
                    }
                    for (GroupFlag flag : changes.groups()) {
                        flags.write(flag);
                    }
                    flags.lift(changes.lifted());
                });
    }

    @Override
    public void aggregates(List<AggregateRow> rows, long[] epochDays) throws IOException {
        run("Writing aggregates", () -> aggregates.write(rows, epochDays));
    }

    @Override
    public void commit(ImportOutcome outcome) throws IOException {
        run("Writing rows", dayTables::complete);
        run("Committing the import", () -> enterCatalog(outcome));
        committed = true;
        run("Updating the view of all days", this::publish);
    }

    private void enterCatalog(ImportOutcome outcome) throws SQLException {
        entities.flush();
        quarantine.flush();
        flags.flush();
        for (EntityTable table : EntityTable.values()) {
            table.indexStaged(session);
        }
        try {
            for (EntityTable table : EntityTable.values()) {
                table.moveStaged(session);
            }
            QuarantineWriter.moveStaged(session);
            flags.moveStaged(session);
            ImportRecord.write(session, importId, header, files, outcome, quarantine::severityOf);
            AggregatedDays.replace(session, importId);
            for (DayTable table : dayTables.tables()) {
                Catalog.add(session, table);
            }
            session.commit();
        } catch (SQLException e) {
            session.rollback();
            throw e;
        }
        // H2 writes commits behind; from here on a power cut must not lose this one.
        Database.execute(session, "CHECKPOINT SYNC");
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
        run("Building indexes", () -> DayIndexes.build(session, dayTables.tables(), job));
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            run("Ending the import", this::end);
        } finally {
            onClose.run();
        }
    }

    private void end() throws SQLException {
        try (session) {
            if (!committed) {
                session.rollback();
            }
            try (dayTables;
                    entities;
                    quarantine;
                    flags;
                    aggregates) {
                session.setAutoCommit(true);
            }
            Staging.dropUnknownTables(session, Catalog.dayTables(session));
            Staging.clear(session);
        }
    }

    private interface Step {
        void run() throws SQLException;
    }

    private void run(String doing, Step step) throws IOException {
        try {
            step.run();
        } catch (SQLException e) {
            throw database.failure().of(doing, e);
        }
    }
}
