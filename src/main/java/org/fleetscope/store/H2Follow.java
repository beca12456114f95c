package org.fleetscope.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.FlagChanges;
import org.fleetscope.model.GroupFlag;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RowFlag;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.Times;
import org.h2.value.Value;

/**
 * A followed import into H2. Its rows go straight into day tables that count already, within one
 * transaction a step that also records how far the files are read. New tables are made before that
 * transaction, since DDL commits by itself; one that stays empty is in no catalog and goes like any
 * other.
 */
final class H2Follow implements FollowedImport {
    private final Database database;
    private final WriteTurn turn;
    private final Connection session;
    private final ImportHeader header;
    private final ImportFiles files;
    private final Map<Long, Day> days = new TreeMap<>();
    private final Map<String, String> severities = new HashMap<>();
    private long importId;

    /** A day's table and what writes into it, key and indexes or not, within a transaction. */
    private final class Day {
        private final Binder insert;
        private final RowWriter writer;

        Day(DayTable table) throws SQLException {
            insert =
                    new Binder(
                            session,
                            "INSERT INTO kpi."
                                    + table.name()
                                    + " VALUES ("
                                    + String.join(
                                            ", ", Collections.nCopies(DayTable.COLUMN_COUNT, "?"))
                                    + ")",
                            false);
            writer = new RowWriter(table, this::append);
        }

        private void append(Value... cells) throws SQLException {
            for (Value cell : cells) {
                insert.value(cell);
            }
            insert.add();
        }
    }

    H2Follow(Database database, WriteTurn turn, ImportHeader header) throws SQLException {
        this.database = database;
        this.turn = turn;
        this.header = header;
        this.files = new ImportFiles(header.files());
        this.session = database.session();
    }

    @Override
    public long importId() {
        return importId;
    }

    @Override
    public void land(Step step) throws IOException {
        if (!turn.beginImport()) {
            throw new IOException(
                    "An import into the workspace "
                            + database.folder()
                            + " is running already. Wait for it, or cancel it.");
        }
        try {
            session.setAutoCommit(true);
            if (importId == 0) {
                importId = Catalog.number(session, "SELECT MAX(import_id) FROM kpi.imports", 0) + 1;
            }
            boolean grew = makeTables(step);
            session.setAutoCommit(false);
            stage(step);
            write(step);
            session.commit();
            // As after any import: from here on a power cut must not lose the step.
            Database.execute(session, "CHECKPOINT SYNC");
            if (grew) {
                KpiView.follow(session, Catalog.dayTables(session));
                session.commit();
            }
        } catch (SQLException e) {
            throw rolledBack(e);
        } finally {
            turn.endImport();
        }
    }

    private IOException rolledBack(SQLException why) {
        try {
            session.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
        return database.failure().of("Writing followed rows", why);
    }

    /** Makes the tables of days that are new; whether there were any. */
    private boolean makeTables(Step step) throws SQLException {
        Set<Long> wanted = new TreeSet<>();
        for (AcceptedRows rows : step.rows()) {
            for (int row : rows.rows()) {
                wanted.add(Times.epochDay(rows.batch().recordedAt[row]));
            }
        }
        wanted.removeAll(days.keySet());
        for (long day : wanted) {
            Set<String> taken = Catalog.existingTables(session);
            int number = 1;
            while (taken.contains(DayTable.name(day, number))) {
                number++;
            }
            DayTable table = new DayTable(DayTable.name(day, number), day, importId, 0);
            Database.execute(session, table.createSql());
            if (step.indexed()) {
                DayIndexes.build(session, List.of(table), JobContext.NONE);
            }
            days.put(day, new Day(table));
        }
        return !wanted.isEmpty();
    }

    /** What is staged counts for nothing yet, so that it may be committed on the way. */
    private void stage(Step step) throws SQLException {
        try (EntityWriter entities = new EntityWriter(session, importId);
                QuarantineWriter quarantine = new QuarantineWriter(session, importId)) {
            for (EntityBatch batch : step.entities()) {
                entities.write(batch);
            }
            entities.flush();
            for (RejectedRow row : step.rejected()) {
                quarantine.write(row, files.pathOf(row.origin().file()));
                for (RuleViolation violation : row.violations()) {
                    severities.put(violation.ruleId(), quarantine.severityOf(violation.ruleId()));
                }
            }
            quarantine.flush();
        }
    }

    private void write(Step step) throws SQLException {
        Set<Long> changed = new TreeSet<>();
        for (AcceptedRows rows : step.rows()) {
            write(rows, changed);
        }
        for (Day day : days.values()) {
            day.insert.flush();
        }
        if (!step.entities().isEmpty()) {
            for (EntityTable table : EntityTable.values()) {
                table.moveStaged(session);
                table.deleteStaged(session);
            }
        }
        if (!step.rejected().isEmpty()) {
            QuarantineWriter.moveStaged(session);
            QuarantineWriter.deleteStaged(session);
        }
        FlagChanges flags = step.flags();
        if (flags != null) {
            write(flags);
        }
        ImportRecord.write(
                session,
                importId,
                new ImportHeader(header.startedAt(), header.files(), step.settings()),
                files,
                step.outcome(),
                rule -> severities.getOrDefault(rule, "warning"));
        for (long day : changed) {
            Catalog.add(session, Objects.requireNonNull(days.get(day)).writer.table());
            AggregatedDays.revoke(session, day);
        }
        if (step.entities().stream().anyMatch(batch -> !batch.results().isEmpty())) {
            AggregatedDays.revokeAll(session);
        }
    }

    private void write(FlagChanges changes) throws SQLException {
        Database.execute(session, "DELETE FROM kpi.group_flags WHERE import_id = " + importId);
        try (FlagWriter flags = new FlagWriter(session, importId)) {
            for (RowFlag flag : changes.raised()) {
                flags.write(flag, files.absolute(flag.origin().file()));
            }
            for (GroupFlag flag : changes.groups()) {
                flags.write(flag);
            }
            flags.lift(changes.lifted());
            flags.flush();
            flags.moveStaged(session);
        }
        Database.execute(session, "DELETE FROM staging.flags");
        Database.execute(session, "DELETE FROM staging.group_flags");
    }

    private void write(AcceptedRows rows, Set<Long> changed) throws SQLException {
        KpiBatch batch = rows.batch();
        RowWriter.Shared shared = new RowWriter.Shared(batch, files.idOf(batch.file));
        for (int i = 0; i < rows.size(); i++) {
            long day = Times.epochDay(batch.recordedAt[rows.rows()[i]]);
            changed.add(day);
            Objects.requireNonNull(days.get(day), "the tables were made before")
                    .writer
                    .write(rows, i, shared);
        }
    }

    @Override
    public void index(JobContext job) throws IOException {
        List<DayTable> tables = days.values().stream().map(day -> day.writer.table()).toList();
        turn.step(
                job,
                () ->
                        database.<Boolean>with(
                                "Building indexes",
                                own -> {
                                    DayIndexes.build(own, tables, job);
                                    return true;
                                }));
    }

    @Override
    public void close() throws IOException {
        try (session) {
            for (Day day : days.values()) {
                day.insert.close();
            }
        } catch (SQLException e) {
            throw database.failure().of("Ending the following of files", e);
        }
    }
}
