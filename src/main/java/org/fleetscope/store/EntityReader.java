package org.fleetscope.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.fleetscope.model.Agent;
import org.fleetscope.model.EntityBatch;
import org.fleetscope.model.ExecutionResult;
import org.fleetscope.model.ResourceQuota;
import org.fleetscope.model.ResourceUsage;
import org.fleetscope.model.SystemHealth;
import org.fleetscope.model.Task;
import org.h2.jdbc.JdbcResultSet;
import org.h2.value.Value;
import org.h2.value.ValueUuid;
import org.jspecify.annotations.Nullable;

/** Reads tasks, results, agents and health records in batches. */
final class EntityReader {
    private static final int BATCH = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final Connection session;
    private final Consumer<EntityBatch> to;

    EntityReader(Connection session, Consumer<EntityBatch> to) {
        this.session = session;
        this.to = to;
    }

    /** A row of an entity. */
    @FunctionalInterface
    private interface Row<T> {
        T read(JdbcResultSet row) throws SQLException, IOException;
    }

    void readAll() throws SQLException, IOException {
        Database.execute(session, "SET LAZY_QUERY_EXECUTION 1");
        read(
                EntityTable.TASKS,
                EntityReader::task,
                rows -> new EntityBatch(rows, List.of(), List.of(), List.of()));
        read(
                EntityTable.RESULTS,
                EntityReader::result,
                rows -> new EntityBatch(List.of(), rows, List.of(), List.of()));
        read(
                EntityTable.AGENTS,
                EntityReader::agent,
                rows -> new EntityBatch(List.of(), List.of(), rows, List.of()));
        read(
                EntityTable.HEALTH,
                EntityReader::health,
                rows -> new EntityBatch(List.of(), List.of(), List.of(), rows));
    }

    private <T> void read(EntityTable table, Row<T> row, Function<List<T>, EntityBatch> batch)
            throws SQLException, IOException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement select = session.prepareStatement(table.selectSql());
                JdbcResultSet result = select.executeQuery().unwrap(JdbcResultSet.class)) {
            while (result.next()) {
                rows.add(row.read(result));
                if (rows.size() == BATCH) {
                    to.accept(batch.apply(rows));
                    rows.clear();
                }
            }
        }
        if (!rows.isEmpty()) {
            to.accept(batch.apply(rows));
        }
    }

    private static Task task(JdbcResultSet row) throws SQLException, IOException {
        double[] quota = reals(row, 6, 4);
        return new Task(
                ((ValueUuid) row.getInternal(1)).getUuid(),
                row.getInternal(2).getInt(),
                text(row, 3),
                H2Values.micros(row.getInternal(4)),
                H2Values.micros(row.getInternal(5)),
                allMissing(quota)
                        ? null
                        : new ResourceQuota(quota[0], quota[1], quota[2], quota[3]),
                text(row, 10),
                text(row, 11),
                parse(row, 12, TEXTS));
    }

    private static ExecutionResult result(JdbcResultSet row) throws SQLException {
        double[] usage = reals(row, 5, 6);
        return new ExecutionResult(
                ((ValueUuid) row.getInternal(1)).getUuid(),
                row.getInternal(2).getBoolean(),
                text(row, 3),
                H2Values.real(row.getInternal(4)),
                allMissing(usage)
                        ? null
                        : new ResourceUsage(
                                usage[0], usage[1], usage[2], usage[3], usage[4], usage[5]),
                text(row, 11),
                H2Values.micros(row.getInternal(12)));
    }

    private static Agent agent(JdbcResultSet row) throws SQLException, IOException {
        Value size = row.getInternal(6);
        return new Agent(
                ((ValueUuid) row.getInternal(1)).getUuid(),
                Objects.requireNonNull(text(row, 2)),
                text(row, 3),
                parse(row, 4, NAMES),
                text(row, 5),
                H2Values.isNull(size) ? -1 : size.getLong());
    }

    private static SystemHealth health(JdbcResultSet row) throws SQLException {
        return new SystemHealth(
                H2Values.micros(row.getInternal(1)),
                Objects.requireNonNull(text(row, 2)),
                row.getInternal(3).getInt(),
                H2Values.real(row.getInternal(4)),
                text(row, 5));
    }

    private static <T> T parse(JdbcResultSet row, int column, TypeReference<T> type)
            throws SQLException, JsonProcessingException {
        return JSON.readValue(row.getInternal(column).getString(), type);
    }

    private static @Nullable String text(JdbcResultSet row, int column) throws SQLException {
        return H2Values.textOf(row.getInternal(column));
    }

    private static double[] reals(JdbcResultSet row, int column, int count) throws SQLException {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = H2Values.real(row.getInternal(column + i));
        }
        return values;
    }

    private static boolean allMissing(double[] values) {
        return DoubleStream.of(values).allMatch(Double::isNaN);
    }
}
