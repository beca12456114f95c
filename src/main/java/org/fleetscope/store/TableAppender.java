package org.fleetscope.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.db.MVPrimaryIndex;
import org.h2.mvstore.db.MVTable;
import org.h2.mvstore.tx.TransactionMap;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.value.Value;

/**
 * Appends rows to a new table of schema kpi, past SQL and past H2's undo log: an INSERT takes five
 * times as long. The rows are committed at once and can't be rolled back, so this is for a table
 * that no reader knows yet, that has no index, and into which nothing is inserted by SQL. H2 writes
 * them to the disk with all else, in order: a later commit that is durable makes them durable too.
 * Values must have the types of their columns. Not thread-safe.
 */
final class TableAppender {
    private final MVTable table;
    private final TransactionMap<Long, SearchRow> rows;
    private long lastKey;

    /**
     * @param name of a table without rows
     */
    TableAppender(Connection session, String name) throws SQLException {
        SessionLocal local = (SessionLocal) session.unwrap(JdbcConnection.class).getSession();
        table = (MVTable) local.getDatabase().getSchema("kpi").getTableOrView(local, name);
        MVPrimaryIndex rowsById = (MVPrimaryIndex) table.getScanIndex(local);
        rows = local.getTransaction().openMapX(rowsById.getMVMap());
    }

    void append(Value... cells) throws SQLException {
        Row row = table.createRow(cells, SearchRow.MEMORY_CALCULATE);
        lastKey++;
        row.setKey(lastKey);
        try {
            rows.putCommitted(lastKey, row);
        } catch (MVStoreException e) {
            throw new SQLException(e.getMessage(), "HY000", ErrorCode.IO_EXCEPTION_1, e);
        }
    }
}
