package org.fleetscope.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.AgentWindow;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.RowFlag;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.h2.jdbc.JdbcResultSet;
import org.h2.value.ValueUuid;
import org.jspecify.annotations.Nullable;

/**
 * The store in an embedded H2 database, one file in the workspace folder. Runs stand in one table a
 * UTC day and import; {@code kpi.kpi_reports} is a view over them. One process at a time has it
 * open.
 */
public final class H2Store implements Store {
    private final FolderLock lock;
    private final Database database;
    private final String schemaVersion;
    private final WriteTurn turn = new WriteTurn();
    private final H2Quarantine quarantine;
    private final H2Verdicts verdicts;
    private final AtomicBoolean closed = new AtomicBoolean();

    private H2Store(FolderLock lock, Database database) throws IOException {
        this.lock = lock;
        this.database = database;
        this.schemaVersion = Migrations.version(database);
        this.quarantine = new H2Quarantine(database, turn);
        this.verdicts = new H2Verdicts(database);
        this.<Boolean>with(
                "Clearing what an unfinished import left",
                session -> {
                    List<DayTable> tables = Catalog.dayTables(session);
                    KpiView.follow(session, tables);
                    Staging.dropUnknownTables(session, tables);
                    Staging.clear(session);
                    return true;
                });
    }

    private <T extends @Nullable Object> T with(String doing, Database.Work<T> work)
            throws IOException {
        return database.with(doing, work);
    }

    /**
     * Opens the store of a workspace folder; creates folder and store when there are none.
     *
     * @throws IOException when another Fleetscope has it open, a newer one wrote it, or it can't be
     *     read
     */
    public static H2Store open(Path workspaceFolder) throws IOException {
        return open(workspaceFolder, Database.FILES);
    }

    /** As {@link #open(Path)}, on a file system of H2's. */
    static H2Store open(Path workspaceFolder, String files) throws IOException {
        return open(reserve(workspaceFolder), files);
    }

    /**
     * Takes a workspace folder, made when it is not there, without its store: that of a new one
     * takes a second of work that something else may need first.
     *
     * @throws IOException when another Fleetscope has it open, or it can't be written
     */
    public static Reservation reserve(Path workspaceFolder) throws IOException {
        Path folder = workspaceFolder.toAbsolutePath().normalize();
        return new Reservation(folder, FolderLock.take(folder));
    }

    /** A folder that nobody else can open. Used once: either opened or closed. */
    public static final class Reservation implements AutoCloseable {
        private final Path folder;
        private final FolderLock lock;

        private Reservation(Path folder, FolderLock lock) {
            this.folder = folder;
            this.lock = lock;
        }

        /**
         * Opens the store, which is created when there is none and gives the folder free when it is
         * closed.
         *
         * @throws IOException when a newer Fleetscope wrote it, or it can't be read; the folder is
         *     free then
         */
        public H2Store open() throws IOException {
            return H2Store.open(this, Database.FILES);
        }

        /** Gives the folder free again. */
        @Override
        public void close() throws IOException {
            lock.close();
        }
    }

    private static H2Store open(Reservation reserved, String files) throws IOException {
        try {
            Database database = Migrations.open(reserved.folder, files);
            try {
                return new H2Store(reserved.lock, database);
            } catch (IOException | RuntimeException e) {
                closeAfter(e, database::close);
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            closeAfter(e, reserved::close);
            throw e;
        }
    }

    /** True when the folder holds a store. */
    public static boolean exists(Path workspaceFolder) {
        return Files.exists(workspaceFolder.resolve(Database.NAME + Database.ENDING));
    }

    private interface Closing {
        void close() throws IOException;
    }

    private static void closeAfter(Exception failure, Closing closing) {
        try {
            closing.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public StagedImport begin(ImportHeader header) throws IOException {
        if (!turn.beginImport()) {
            throw new IOException(
                    "An import into the workspace "
                            + database.folder()
                            + " is running already. Wait for it, or cancel it.");
        }
        try {
            return new H2Import(database, header, turn::endImport);
        } catch (SQLException e) {
            turn.endImport();
            throw database.failure().of("Starting an import", e);
        }
    }

    @Override
    public FollowedImport follow(ImportHeader header) throws IOException {
        try {
            return new H2Follow(database, turn, header);
        } catch (SQLException e) {
            throw database.failure().of("Starting to follow", e);
        }
    }

    @Override
    public List<StoredDay> days() throws IOException {
        return with("Reading the days", StoreOverview::days);
    }

    @Override
    public void keys(LongPredicate days, KeyConsumer to) throws IOException {
        this.<Boolean>with(
                "Reading the stored keys",
                session -> {
                    Database.execute(session, "SET LAZY_QUERY_EXECUTION 1");
                    for (DayTable table : Catalog.dayTables(session)) {
                        if (days.test(table.epochDay())) {
                            readKeys(session.prepareStatement(keysSql(table)), to);
                        }
                    }
                    return true;
                });
    }

    @Override
    public OptionalLong contentHash(long recordedAt, UUID taskId) throws IOException {
        return with(
                "Looking for a stored run",
                session -> {
                    for (DayTable table : Catalog.dayTables(session)) {
                        if (table.epochDay() == Times.epochDay(recordedAt)) {
                            OptionalLong hash = contentHash(session, table, recordedAt, taskId);
                            if (hash.isPresent()) {
                                return hash;
                            }
                        }
                    }
                    return OptionalLong.empty();
                });
    }

    private static OptionalLong contentHash(
            Connection session, DayTable table, long recordedAt, UUID taskId) throws SQLException {
        try (PreparedStatement select =
                session.prepareStatement(
                        "SELECT content_hash FROM kpi."
                                + table.name()
                                + " WHERE recorded_at = ? AND task_id = ?")) {
            select.setObject(1, H2Values.time(recordedAt));
            select.setObject(2, ValueUuid.get(taskId));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static String keysSql(DayTable table) {
        return "SELECT recorded_at, task_id, content_hash FROM kpi." + table.name();
    }

    private static void readKeys(PreparedStatement select, KeyConsumer to) throws SQLException {
        try (select;
                JdbcResultSet row = select.executeQuery().unwrap(JdbcResultSet.class)) {
            while (row.next()) {
                ValueUuid task = (ValueUuid) row.getInternal(2);
                to.key(
                        H2Values.micros(row.getInternal(1)),
                        task.getHigh(),
                        task.getLow(),
                        row.getInternal(3).getLong());
            }
        }
    }

    @Override
    public void read(TimeRange range, Consumer<AcceptedRows> to, JobContext job)
            throws IOException {
        this.<Boolean>with(
                "Reading runs",
                session -> {
                    Database.execute(session, "SET LAZY_QUERY_EXECUTION 1");
                    List<DayTable> tables =
                            Catalog.dayTables(session).stream()
                                    .filter(table -> overlaps(table, range))
                                    .toList();
                    long total = tables.stream().mapToLong(DayTable::rows).sum();
                    long done = 0;
                    Map<Long, Map<Integer, String>> files = new HashMap<>();
                    for (DayTable table : tables) {
                        job.progress(new Progress("Reading runs", done, total, "rows", done));
                        Map<Integer, String> names = files.get(table.importId());
                        if (names == null) {
                            names = Catalog.files(session, table.importId());
                            files.put(table.importId(), names);
                        }
                        new RowReader(table, names, range, to).read(session, job);
                        done += table.rows();
                    }
                    job.progress(new Progress("Reading runs", done, total, "rows", done));
                    return true;
                });
    }

    private static boolean overlaps(DayTable table, TimeRange range) {
        long start = table.epochDay() * Times.DAY;
        return start < range.to() && start + Times.DAY > range.from();
    }

    @Override
    public void readEntities(Consumer<EntityBatch> to) throws IOException {
        this.<Boolean>with(
                "Reading entities",
                session -> {
                    new EntityReader(session, to).readAll();
                    return true;
                });
    }

    @Override
    public StoreInfo info() throws IOException {
        return with(
                "Reading the state",
                session -> StoreOverview.read(session, database.folder(), schemaVersion));
    }

    @Override
    public List<RuleCount> ruleCounts() throws IOException {
        return with("Reading the rule counts", StoreOverview::ruleCounts);
    }

    @Override
    public QuarantineStore quarantine() {
        return quarantine;
    }

    @Override
    public VerdictStore verdicts() {
        return verdicts;
    }

    @Override
    public long lastImportId() throws IOException {
        return with("Reading the imports", Catalog::lastImport);
    }

    @Override
    public long[] daysToAggregate() throws IOException {
        return with("Looking for aggregates", AggregatedDays::missing);
    }

    @Override
    public void aggregates(List<AgentWindow> rows, long[] epochDays, JobContext job)
            throws IOException {
        turn.<Boolean>step(
                job,
                () ->
                        with(
                                "Writing aggregates",
                                session -> {
                                    session.setAutoCommit(false);
                                    long last = Catalog.lastImport(session);
                                    // Windows of the same import that were taken back since.
                                    AggregatedDays.clear(session);
                                    AggregateWriter.write(session, last, rows, epochDays);
                                    return true;
                                }));
    }

    @Override
    public void readFlags(FlagConsumer to) throws IOException {
        this.<Boolean>with(
                "Reading flags",
                session -> {
                    StoredFlagRows.readRuns(session, to);
                    return true;
                });
    }

    @Override
    public List<RowFlag> flags(String ruleId, int max) throws IOException {
        return with("Reading flags", session -> StoredFlagRows.first(session, ruleId, max));
    }

    @Override
    public List<StoredGroupFlag> groupFlags() throws IOException {
        return with("Reading flags", StoredFlagRows::readGroups);
    }

    @Override
    public @Nullable String ruleSettings() throws IOException {
        return with("Reading the rule settings", RuleSettingsTable::read);
    }

    @Override
    public void ruleSettings(long changedAt, String json) throws IOException {
        this.<Boolean>with(
                "Storing the rule settings",
                session -> RuleSettingsTable.write(session, changedAt, json));
    }

    @Override
    public boolean isIndexed() throws IOException {
        return with(
                "Looking for indexes",
                session -> DayIndexes.complete(session, Catalog.dayTables(session)));
    }

    @Override
    public void index(JobContext job) throws IOException {
        // Within the turn: an import that runs builds the indexes of its own tables.
        List<DayTable> tables =
                turn.step(job, () -> with("Looking for indexes", Catalog::dayTables));
        int position = 0;
        while (position < tables.size()) {
            if (!indexNext(tables, position, job)) {
                position++;
            }
        }
    }

    private boolean indexNext(List<DayTable> tables, int position, JobContext job)
            throws IOException {
        return turn.step(
                job,
                () ->
                        with(
                                "Building indexes",
                                session -> DayIndexes.buildNext(session, tables, position, job)));
    }

    @Override
    public SqlResult query(String sql, int maxRows, JobContext job) throws IOException {
        return new ReadOnlyQuery(database, sql).rows(maxRows, job);
    }

    @Override
    public void query(String sql, SqlSink sink, JobContext job) throws IOException {
        new ReadOnlyQuery(database, sql).run(sink, job);
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            try (lock) {
                database.close();
            }
        }
    }
}
