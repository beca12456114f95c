package org.fleetscope.workspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.job.JobContext;
import org.fleetscope.job.Progress;
import org.fleetscope.model.SqlColumn;
import org.fleetscope.series.TableSink;
import org.fleetscope.store.SqlResult;
import org.fleetscope.store.SqlSink;
import org.fleetscope.store.Store;
import org.jspecify.annotations.Nullable;

/** SQL on the store of a workspace. */
final class LocalSqlConsole implements SqlConsole {
    private static final int PROGRESS_ROWS = 10_000;

    // Only what its user was granted: the tables behind the views are not for reading. The view of
    // runs and that of windows come first, since nearly every question is about them.
    private static final String TABLES =
            """
            SELECT t.table_name, t.table_type = 'VIEW', c.column_name, c.data_type
            FROM information_schema.tables t
            JOIN information_schema.columns c USING (table_schema, table_name)
            WHERE t.table_schema = 'kpi' AND EXISTS (
                SELECT 1 FROM information_schema.table_privileges p
                WHERE p.table_schema = t.table_schema AND p.table_name = t.table_name
                    AND p.grantee = CURRENT_USER AND p.privilege_type = 'SELECT')
            ORDER BY t.table_name <> 'kpi_reports', t.table_type <> 'VIEW', t.table_name, c.ordinal_position
            """;

    private final Opened store;

    /** Gives the store; waits for what a query must not miss. */
    @FunctionalInterface
    interface Opened {
        Store get() throws IOException;
    }

    LocalSqlConsole(Opened store) {
        this.store = store;
    }

    @Override
    public SqlAnswer ask(String sql, int maxRows, JobContext job) throws IOException {
        SqlResult result = store.get().query(sql, maxRows, job);
        return new SqlAnswer(result.columns(), result.rows(), result.truncated());
    }

    @Override
    public long write(String sql, TableSink to, JobContext job) throws IOException {
        Counted counted = new Counted(to, job);
        store.get().query(sql, counted, job);
        return counted.rows;
    }

    @Override
    public List<SqlTable> tables(JobContext job) throws IOException {
        Map<String, Boolean> views = new LinkedHashMap<>();
        Map<String, List<SqlColumn>> columns = new LinkedHashMap<>();
        for (List<@Nullable Object> row :
                store.get().query(TABLES, Integer.MAX_VALUE, job).rows()) {
            String table = String.valueOf(row.get(0));
            views.put(table, Boolean.TRUE.equals(row.get(1)));
            columns.computeIfAbsent(table, name -> new ArrayList<>())
                    .add(new SqlColumn(String.valueOf(row.get(2)), String.valueOf(row.get(3))));
        }
        List<SqlTable> tables = new ArrayList<>();
        columns.forEach((table, own) ->
                tables.add(new SqlTable(table, Boolean.TRUE.equals(views.get(table)), own)));
        return tables;
    }

    private static final class Counted implements SqlSink {
        private final TableSink to;
        private final JobContext job;
        private long rows;

        Counted(TableSink to, JobContext job) {
            this.to = to;
            this.job = job;
        }

        @Override
        public void columns(List<SqlColumn> columns) throws IOException {
            to.columns(columns.stream().map(SqlColumn::name).toList());
        }

        @Override
        public boolean row(List<@Nullable Object> cells) throws IOException {
            to.row(cells.toArray());
            rows++;
            if (rows % PROGRESS_ROWS == 0) {
                job.checkCancelled();
                job.progress(new Progress("", rows, 0, "rows", rows));
            }
            return true;
        }
    }
}
