package org.fleetscope.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RepairEntry;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.h2.jdbc.JdbcResultSet;
import org.jspecify.annotations.Nullable;

/** Rejected rows and their repairs in H2. */
final class H2Quarantine implements QuarantineStore {
    /** Rows read at a time, with their whole text of up to 1 MB each. */
    private static final int PORTION = 500;

    private final Database database;
    private final WriteTurn turn;

    H2Quarantine(Database database, WriteTurn turn) {
        this.database = database;
        this.turn = turn;
    }

    @Override
    public long count(QuarantineFilter filter, JobContext job) throws IOException {
        return query(
                "Counting rejected rows",
                job,
                session -> QuarantineSql.of(session, filter).count(session),
                row -> {
                    row.next();
                    return row.getLong(1);
                });
    }

    @Override
    public List<QuarantinedRow> page(QuarantineFilter filter, long after, int limit, JobContext job)
            throws IOException {
        return query(
                "Reading rejected rows",
                job,
                session ->
                        QuarantineSql.of(session, filter)
                                .next(session, "LEFT(q.raw, " + RAW_SHOWN + ")", after, limit),
                QuarantinedRows::read);
    }

    @Override
    public List<QuarantinedRow> rows(List<Long> ids) throws IOException {
        return database.with(
                "Reading rejected rows", session -> QuarantinedRows.byId(session, ids));
    }

    @Override
    public void stream(QuarantineFilter filter, Consumer<List<QuarantinedRow>> to, JobContext job)
            throws IOException {
        long last = 0;
        while (true) {
            long after = last;
            List<QuarantinedRow> rows =
                    query(
                            "Reading rejected rows",
                            job,
                            session ->
                                    QuarantineSql.of(session, filter)
                                            .next(session, "q.raw", after, PORTION),
                            QuarantinedRows::read);
            if (rows.isEmpty()) {
                return;
            }
            to.accept(rows);
            last = rows.getLast().id();
            job.checkCancelled();
        }
    }

    @Override
    public void tally(QuarantineFilter filter, TallyConsumer to, JobContext job)
            throws IOException {
        this.<Boolean>query(
                "Counting broken rules",
                job,
                session -> {
                    Database.execute(session, "SET LAZY_QUERY_EXECUTION 1");
                    return QuarantineSql.of(session, filter).tally(session);
                },
                row -> tally(row, to));
    }

    private static boolean tally(JdbcResultSet row, TallyConsumer to) throws SQLException {
        while (row.next()) {
            to.broken(
                    row.getInternal(1).getLong(),
                    row.getInternal(2).getLong(),
                    H2Values.micros(row.getInternal(3)),
                    row.getInternal(4).getString(),
                    RuleSeverity.valueOf(row.getInternal(5).getString().toUpperCase(Locale.ROOT)),
                    row.getInternal(6).getString());
        }
        return true;
    }

    @Override
    public void tallyFlags(@Nullable Long importId, TallyConsumer to, JobContext job)
            throws IOException {
        this.<Boolean>query(
                "Counting flagged rows",
                job,
                session -> {
                    Database.execute(session, "SET LAZY_QUERY_EXECUTION 1");
                    return session.prepareStatement(
                            "SELECT flag_id, line, recorded_at, rule_id, 'warning', field"
                                    + standing(importId));
                },
                row -> tally(row, to));
    }

    @Override
    public List<RejectedRow> flagged(
            String rule, @Nullable Long importId, int limit, JobContext job) throws IOException {
        return query(
                "Reading flagged rows",
                job,
                session -> {
                    PreparedStatement select =
                            session.prepareStatement(
                                    "SELECT file, line, byte_offset, field, found, message,"
                                            + " recorded_at"
                                            + standing(importId)
                                            + " AND rule_id = ? ORDER BY flag_id FETCH FIRST "
                                            + limit
                                            + " ROWS ONLY");
                    select.setString(1, rule);
                    return select;
                },
                row -> {
                    List<RejectedRow> rows = new ArrayList<>();
                    while (row.next()) {
                        RuleViolation flag =
                                new RuleViolation(
                                        rule,
                                        RuleSeverity.WARNING,
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6));
                        rows.add(
                                new RejectedRow(
                                        new RowOrigin(
                                                row.getString(1), row.getLong(2), row.getLong(3)),
                                        "",
                                        List.of(flag),
                                        H2Values.micros(row.getInternal(7))));
                    }
                    return rows;
                });
    }

    private static String standing(@Nullable Long importId) {
        return " FROM kpi.flags WHERE lifted_by IS NULL"
                + (importId == null ? "" : " AND import_id = " + importId);
    }

    @Override
    public @Nullable ImportReading reading(long importId) throws IOException {
        return database.with(
                        "Reading an import's settings",
                        session -> RecordedImports.reading(session, importId))
                .orElse(null);
    }

    @Override
    public List<ImportTotals> imports() throws IOException {
        return database.with("Reading the imports", RecordedImports::totals);
    }

    @Override
    public List<RepairEntry> repairs(int limit) throws IOException {
        return database.with("Reading the repairs", session -> Repairs.newest(session, limit));
    }

    @Override
    public @Nullable RepairEntry undoable() throws IOException {
        return database.with("Reading the repairs", Repairs::undoable).orElse(null);
    }

    @Override
    public @Nullable RepairEntry redoable() throws IOException {
        return database.with("Reading the repairs", Repairs::redoable).orElse(null);
    }

    @Override
    public void repaired(long repairId, Consumer<List<RepairedRow>> to) throws IOException {
        this.<Boolean>withRows(
                "SELECT quarantine_id, repaired_text, entity, recorded_at, entity_id, stored FROM"
                        + " kpi.repaired_rows WHERE repair_id = "
                        + repairId
                        + " ORDER BY quarantine_id",
                row -> {
                    RepairedRows.read(row, to, PORTION);
                    return true;
                });
    }

    @Override
    public void repairedKeys(KeyConsumer to) throws IOException {
        this.<Boolean>withRows(
                "SELECT x.repair_id, x.entity, x.recorded_at, x.entity_id FROM kpi.repairs r JOIN"
                        + " kpi.repaired_rows x ON x.repair_id = r.repair_id WHERE r.state = 'active'"
                        + " AND r.confirmed_by IS NULL AND x.stored",
                row -> {
                    while (row.next()) {
                        to.key(
                                row.getLong(1),
                                EntityKind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                                H2Values.micros(row.getInternal(3)),
                                row.getObject(4, UUID.class));
                    }
                    return true;
                });
    }

    @Override
    public long[] relatedDays(long[] epochDays, Set<Long> imports) throws IOException {
        return database.with(
                "Reading the days",
                session -> {
                    List<DayTable> tables = Catalog.dayTables(session);
                    Set<Long> days = new TreeSet<>();
                    LongStream.of(epochDays).forEach(days::add);
                    Set<Long> related = new TreeSet<>(imports);
                    tables.stream()
                            .filter(table -> days.contains(table.epochDay()))
                            .forEach(table -> related.add(table.importId()));
                    tables.stream()
                            .filter(table -> related.contains(table.importId()))
                            .forEach(table -> days.add(table.epochDay()));
                    return days.stream().mapToLong(Long::longValue).toArray();
                });
    }

    @Override
    public StagedRepair begin() throws IOException {
        return begin("Starting a repair", () -> new H2Repair(database, turn::endImport));
    }

    @Override
    public StagedUndo beginUndo(long repairId) throws IOException {
        return begin("Starting to undo", () -> new H2Undo(database, repairId, turn::endImport));
    }

    private interface Opening<T> {
        T open() throws SQLException, IOException;
    }

    private <T> T begin(String doing, Opening<T> opening) throws IOException {
        if (!turn.beginImport()) {
            throw new IOException(
                    "An import into the workspace "
                            + database.folder()
                            + " is running. Repeat the repair when it is done.");
        }
        try {
            return opening.open();
        } catch (SQLException e) {
            turn.endImport();
            throw database.failure().of(doing, e);
        } catch (IOException | RuntimeException e) {
            turn.endImport();
            throw e;
        }
    }

    private interface Preparing {
        PreparedStatement prepare(Connection session) throws SQLException;
    }

    private interface Reading<T> {
        T read(JdbcResultSet row) throws SQLException, IOException;
    }

    private <T> T withRows(String sql, Reading<T> reading) throws IOException {
        return query(
                "Reading the repairs",
                JobContext.NONE,
                session -> {
                    Database.execute(session, "SET LAZY_QUERY_EXECUTION 1");
                    return session.prepareStatement(sql);
                },
                reading);
    }

    /**
     * @throws java.util.concurrent.CancellationException when the job was cancelled
     */
    private <T> T query(String doing, JobContext job, Preparing preparing, Reading<T> reading)
            throws IOException {
        return database.with(
                doing,
                session -> {
                    try (PreparedStatement select = preparing.prepare(session);
                            StatementWatch watch = StatementWatch.start(select, job);
                            ResultSet rows = select.executeQuery()) {
                        T read = reading.read(rows.unwrap(JdbcResultSet.class));
                        job.checkCancelled();
                        return read;
                    } catch (SQLException e) {
                        job.checkCancelled();
                        throw e;
                    }
                });
    }
}
