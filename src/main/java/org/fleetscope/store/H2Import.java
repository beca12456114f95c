package org.fleetscope.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.AgentWindow;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.FlagChanges;
import org.fleetscope.model.GroupFlag;
import org.fleetscope.model.MetadataUpdate;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RowFlag;

/**
 * An import into H2. All rows are written where nobody reads them; one transaction then moves the
 * small tables, enters the day tables into the catalog, and takes back the aggregates that no
 * longer hold. What a dead process left behind is in no catalog and goes when the workspace is
 * opened next. Aggregates and indexes come after that transaction, for rows that are safe already.
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
    private final Set<Long> confirmed = new TreeSet<>();
    private final MetadataUpdates metadata = new MetadataUpdates();
    private boolean resultsCame;
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
            importId = Catalog.lastImport(session) + 1;
            files = new ImportFiles(header.files());
            dayTables = new DayTables(session, importId);
            entities = new EntityWriter(session, importId);
            quarantine = new QuarantineWriter(session, importId);
            flags = new FlagWriter(session, importId);
            session.setAutoCommit(false);
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
        resultsCame |= !batch.results().isEmpty();
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
    public void confirm(Set<Long> repairs) {
        confirmed.addAll(repairs);
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
    public void metadata(List<MetadataUpdate> updates) {
        metadata.add(updates);
    }

    @Override
    public void commit(ImportOutcome outcome) throws IOException {
        run("Writing rows", dayTables::complete);
        if (!metadata.isEmpty()) {
            run("Building keys", () -> metadata.prepare(session, allTables()));
        }
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
            if (!metadata.isEmpty()) {
                metadata.apply(session, allTables());
            }
            ImportRecord.write(session, importId, header, files, outcome, quarantine::severityOf);
            Repairs.confirm(session, confirmed, importId);
            for (DayTable table : dayTables.tables()) {
                Catalog.add(session, table);
                AggregatedDays.revoke(session, table.epochDay());
            }
            for (long day : metadata.days()) {
                AggregatedDays.revoke(session, day);
            }
            if (resultsCame) {
                AggregatedDays.revokeAll(session);
            }
            session.commit();
        } catch (SQLException e) {
            session.rollback();
            throw e;
        }
        // H2 writes commits behind; from here on a power cut must not lose this one.
        Database.execute(session, "CHECKPOINT SYNC");
    }

    private List<DayTable> allTables() throws SQLException {
        return MetadataUpdates.tables(Catalog.dayTables(session), dayTables.tables());
    }

    private void publish() throws SQLException {
        KpiView.follow(session, Catalog.dayTables(session));
        session.commit();
    }

    @Override
    public long[] daysToAggregate() throws IOException {
        checkCommitted("aggregates are written");
        try {
            return AggregatedDays.missing(session);
        } catch (SQLException e) {
            throw database.failure().of("Looking for aggregates", e);
        }
    }

    @Override
    public void aggregates(List<AgentWindow> rows, long[] epochDays) throws IOException {
        checkCommitted("aggregates are written");
        run("Writing aggregates", () -> AggregateWriter.write(session, importId, rows, epochDays));
    }

    private void checkCommitted(String what) {
        if (!committed) {
            throw new IllegalStateException(what + " after the commit");
        }
    }

    @Override
    public void index(JobContext job) throws IOException {
        checkCommitted("indexes are built");
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
            try (entities;
                    quarantine;
                    flags) {
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
