package org.fleetscope.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings the schema of a workspace to this version's. Forward only. H2 commits each DDL statement
 * by itself, so a migration runs on a draft of the database file, which then takes the file's place
 * at once: a process killed meanwhile leaves the file as it was.
 */
final class Migrations {
    private static final String DRAFT = "fleetscope-draft";

    private Migrations() {}

    /**
     * Opens the database of a folder with the schema of this version.
     *
     * @param files prefix of H2's file system
     * @throws IOException when a newer Fleetscope wrote the workspace, or a migration failed
     */
    static Database open(Path folder, String files) throws IOException {
        Path file = folder.resolve(Database.NAME + Database.ENDING);
        Path draft = folder.resolve(DRAFT + Database.ENDING);
        Files.deleteIfExists(draft);
        if (Files.exists(file)) {
            Database database = new Database(folder, Database.NAME, files);
            if (isCurrent(database)) {
                return database;
            }
            database.close();
            Files.copy(file, draft);
        }
        try (Database database = new Database(folder, DRAFT, files)) {
            flyway(database).migrate();
        } catch (FlywayException e) {
            throw failed(folder, e);
        }
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Database(folder, Database.NAME, files);
    }

    /** The schema version of an open database. */
    static String version(Database database) throws IOException {
        try {
            MigrationInfo current = flyway(database).info().current();
            return current == null ? "" : String.valueOf(current.getVersion());
        } catch (FlywayException e) {
            throw failed(database.folder(), e);
        }
    }

    private static boolean isCurrent(Database database) throws IOException {
        try {
            Flyway flyway = flyway(database);
            for (MigrationInfo applied : flyway.info().applied()) {
                if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
                    throw new IOException(
                            "The workspace "
                                    + database.folder()
                                    + " was written by a newer Fleetscope (schema version "
                                    + applied.getVersion()
                                    + "). Open it with that version.");
                }
            }
            return flyway.info().pending().length == 0;
        } catch (IOException | FlywayException e) {
            IOException failure =
                    e instanceof IOException known ? known : failed(database.folder(), e);
            try {
                database.close();
            } catch (IOException suppressed) {
                failure.addSuppressed(suppressed);
            }
            throw failure;
        }
    }

    private static Flyway flyway(Database database) {
        return Flyway.configure()
                .dataSource(database.source())
                .locations("classpath:db/migration")
                .loggers(FlywayLog.class.getName())
                .defaultSchema("kpi")
                .schemas("kpi")
                .createSchemas(true)
                .cleanDisabled(true)
                .load();
    }

    private static IOException failed(Path folder, Exception e) {
        return new IOException(
                "The schema of the workspace "
                        + folder
                        + " could not be brought up to date: "
                        + e.getMessage()
                        + " Keep the folder as it is and report this message.",
                e);
    }
}
