package org.fleetscope.store;

import java.io.IOException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings the schema of a workspace to this version's. Forward only. */
final class Migrations {
    private Migrations() {}

    /**
     * Migrates.
     *
     * @return the schema version after it
     * @throws IOException when a newer Fleetscope wrote the workspace, or a migration failed
     */
    static String apply(Database database) throws IOException {
        Flyway flyway =
                Flyway.configure()
                        .dataSource(database.source())
                        .locations("classpath:db/migration")
                        .defaultSchema("kpi")
                        .schemas("kpi")
                        .createSchemas(true)
                        .cleanDisabled(true)
                        .load();
        try {
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
            MigrateResult result = flyway.migrate();
            String version =
                    result.targetSchemaVersion == null
                            ? result.initialSchemaVersion
                            : result.targetSchemaVersion;
            return version == null ? "" : version;
        } catch (FlywayException e) {
            throw new IOException(
                    "The schema of the workspace "
                            + database.folder()
                            + " could not be brought up to date: "
                            + e.getMessage()
                            + " Keep the folder as it is and report this message.",
                    e);
        }
    }
}
