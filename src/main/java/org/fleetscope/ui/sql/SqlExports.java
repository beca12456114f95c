package org.fleetscope.ui.sql;

import org.fleetscope.report.TableFormat;
import org.fleetscope.report.TableWriter;
import org.fleetscope.ui.session.FileExports;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.Workspace;

/**
 * Writes all rows of a query into a file the person chooses, also those beyond the limit of what is
 * shown: the query runs again for it.
 */
final class SqlExports {
    private final Session session;
    private final FileExports files;

    SqlExports(Session session, FileExports files) {
        this.session = session;
        this.files = files;
    }

    void toFile(String sql, TableFormat format) {
        Workspace open = session.workspace().get();
        if (open == null) {
            return;
        }
        files.export(
                "the rows",
                "query" + format.ending(),
                (to, job) -> {
                    try (TableWriter writer = format.open(to)) {
                        long rows = open.sql().write(sql, writer, job);
                        return Numbers.count(rows) + (rows == 1 ? " row" : " rows");
                    }
                });
    }
}
