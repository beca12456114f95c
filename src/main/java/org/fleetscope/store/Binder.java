package org.fleetscope.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.value.Value;
import org.h2.value.ValueBigint;
import org.h2.value.ValueInteger;
import org.h2.value.ValueNull;
import org.h2.value.ValueNumeric;
import org.h2.value.ValueUuid;
import org.h2.value.ValueVarbinary;
import org.jspecify.annotations.Nullable;

/**
 * Binds the columns of rows in order and writes them in batches, each committed at once: H2's undo
 * log grows costly with long transactions, and what an import stages counts for nothing before its
 * catalog entry. One that does not commit leaves that to its session.
 */
final class Binder implements AutoCloseable {
    /** Rows a batch; measured as the fastest of 1000 to 32 000. */
    static final int BATCH = 1000;

    private final Connection session;
    private final PreparedStatement statement;
    private final boolean commits;
    private int column;
    private int pending;

    Binder(Connection session, String sql) throws SQLException {
        this(session, sql, true);
    }

    Binder(Connection session, String sql, boolean commits) throws SQLException {
        this.commits = commits;
        this.session = session;
        this.statement = session.prepareStatement(sql);
    }

    Binder value(Value value) throws SQLException {
        statement.setObject(++column, value);
        return this;
    }

    Binder time(long micros) throws SQLException {
        return value(H2Values.time(micros));
    }

    Binder uuid(UUID id) throws SQLException {
        return value(ValueUuid.get(id));
    }

    Binder real(double value) throws SQLException {
        return value(H2Values.real(value));
    }

    Binder integer(int value) throws SQLException {
        return value(ValueInteger.get(value));
    }

    /** An integer of any size. */
    Binder integer(@Nullable BigInteger value) throws SQLException {
        return value(value == null ? ValueNull.INSTANCE : ValueNumeric.get(new BigDecimal(value)));
    }

    Binder bigint(long value) throws SQLException {
        return value(ValueBigint.get(value));
    }

    Binder text(@Nullable String value) throws SQLException {
        return value(H2Values.text(value));
    }

    /** NULL when empty. */
    Binder bytes(byte[] value) throws SQLException {
        return value(value.length == 0 ? ValueNull.INSTANCE : ValueVarbinary.getNoCopy(value));
    }

    Binder json(@Nullable String value) throws SQLException {
        return value(H2Values.json(value));
    }

    /** Ends the row. */
    void add() throws SQLException {
        statement.addBatch();
        column = 0;
        if (++pending == BATCH) {
            flush();
        }
    }

    /** Writes what is pending, and commits it where that is this one's to do. */
    void flush() throws SQLException {
        if (pending > 0) {
            statement.executeBatch();
            pending = 0;
            if (commits) {
                session.commit();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
