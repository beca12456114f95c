package org.fleetscope.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** The H2 file of a workspace and the sessions on it. Thread-safe. */
final class Database implements AutoCloseable {
    static final String NAME = "fleetscope";

    /** Ending of the database's file. */
    static final String ENDING = ".mv.db";

    /** The file system of H2 that it stands on outside of tests. */
    static final String FILES = "file:";

    /** Name of the user that may only read; made by the first migration. */
    static final String READER = "reader";

    private static final String OBJECT_CACHE = "h2.objectCache";

    static {
        // H2's cache of recent values costs more than it saves where nearly all values differ. H2
        // reads the setting once, when the first of its classes needs one.
        if (System.getProperty(OBJECT_CACHE) == null) {
            System.setProperty(OBJECT_CACHE, "false");
        }
    }

    private final Path folder;
    private final JdbcDataSource source = new JdbcDataSource();
    private final StoreFailure failure;

    /** Keeps the database open between calls. */
    private final Connection keeper;

    /** Work with a session. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run(Connection session) throws SQLException, IOException;
    }

    private boolean closed;

    /**
     * Opens a database in the folder, or creates it.
     *
     * @param name of its file, without the ending
     * @param files prefix of H2's file system
     */
    Database(Path folder, String name, String files) throws IOException {
        this.folder = folder;
        this.failure = new StoreFailure(folder);
        if (folder.toString().contains(";")) {
            throw new IOException(
                    "The workspace folder "
                            + folder
                            + " has a semicolon in its name, which the"
                            + " database can't take. Rename the folder.");
        }
        // Pages are compressed: two thirds of the size. FolderLock stands in for H2's lock file. H2
        // must not close the database from a shutdown hook of its own, under an import that is just
        // being cancelled. Nor may it move what is stored about in the file to make it shorter: it
        // can lose data thereby (see docs/decisions/h2.md).
        String url =
                "jdbc:h2:"
                        + files
                        + folder.resolve(name)
                        + ";DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
                        + ";COMPRESS=TRUE;FILE_LOCK=NO;LOCK_TIMEOUT=60000;DB_CLOSE_ON_EXIT=FALSE"
                        + ";AUTO_COMPACT_FILL_RATE=0";
        source.setUser("sa");
        source.setPassword("");
        // The trace file would tell what the exceptions tell. Only an administrator may set this;
        // it holds for all sessions.
        source.setURL(url + ";TRACE_LEVEL_FILE=0");
        try {
            keeper = source.getConnection();
        } catch (SQLException e) {
            throw failure.of("Opening the database", e);
        }
        source.setURL(url);
    }

    Path folder() {
        return folder;
    }

    StoreFailure failure() {
        return failure;
    }

    /** For the migrations. */
    DataSource source() {
        return source;
    }

    synchronized Connection session() throws SQLException {
        checkOpen();
        return source.getConnection();
    }

    /** H2 would open the file again, without the folder's lock. */
    private void checkOpen() throws SQLException {
        if (closed) {
            throw new SQLException("The database is closed", null, ErrorCode.DATABASE_IS_CLOSED);
        }
    }

    /** A session that may only read, with schema kpi as its default. */
    synchronized Connection readerSession() throws SQLException {
        checkOpen();
        Connection session = source.getConnection(READER, "");
        session.setSchema("kpi");
        // A view is not gathered in memory before its rows are counted or looked at.
        execute(session, "SET LAZY_QUERY_EXECUTION 1");
        return session;
    }

    /**
     * Works with a session of its own.
     *
     * @param doing what is under way, for the message of an error
     */
    <T extends @Nullable Object> T with(String doing, Work<T> work) throws IOException {
        try (Connection session = session()) {
            return work.run(session);
        } catch (SQLException e) {
            throw failure.of(doing, e);
        }
    }

    /** Work on a session that one has already. */
    @FunctionalInterface
    interface Step {
        void run() throws SQLException, IOException;
    }

    /**
     * Does a step, and tells what it was when it fails.
     *
     * @param doing what is under way, for the message of an error
     */
    void run(String doing, Step step) throws IOException {
        try {
            step.run();
        } catch (SQLException e) {
            throw failure.of(doing, e);
        }
    }

    static void execute(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        try (keeper) {
            execute(keeper, "SHUTDOWN");
        } catch (SQLException e) {
            // H2 closes itself when it can't write, and repeats why when it is closed; whoever
            // wrote
            // was told.
            if (e.getErrorCode() != ErrorCode.DATABASE_IS_CLOSED && !failure.brokenTold()) {
                throw failure.of("Closing the database", e);
            }
        }
    }
}
