package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fleetscope.model.MetadataUpdate;
import org.fleetscope.model.Times;
import org.h2.value.ValueUuid;

/** Changes of layer, type and priority of stored runs, made when the import is committed. */
final class MetadataUpdates {
    private static final int BATCH = 1000;

    /** A day table may be one of several of its import and day. */
    private record Place(long importId, long epochDay) {}

    private final List<MetadataUpdate> updates = new ArrayList<>();

    void add(List<MetadataUpdate> more) {
        updates.addAll(more);
    }

    /**
     * Gives the tables concerned the keys that the rows are found by. DDL, so it comes before the
     * transaction.
     */
    void prepare(Connection session, List<DayTable> tables) throws SQLException {
        for (DayTable table : concerned(tables).values().stream().flatMap(List::stream).toList()) {
            if (!DayIndexes.hasKey(session, table)) {
                Database.execute(session, table.primaryKeySql());
            }
        }
    }

    private Map<Place, List<DayTable>> concerned(List<DayTable> tables) {
        Map<Place, List<DayTable>> places = new HashMap<>();
        for (MetadataUpdate update : updates) {
            places.putIfAbsent(placeOf(update), new ArrayList<>());
        }
        for (DayTable table : tables) {
            List<DayTable> there = places.get(new Place(table.importId(), table.epochDay()));
            if (there != null) {
                there.add(table);
            }
        }
        return places;
    }

    private static Place placeOf(MetadataUpdate update) {
        return new Place(update.importId(), Times.epochDay(update.recordedAt()));
    }

    /** Writes within the session's transaction. */
    void apply(Connection session, List<DayTable> tables) throws SQLException {
        Map<Place, List<MetadataUpdate>> byPlace = new HashMap<>();
        for (MetadataUpdate update : updates) {
            byPlace.computeIfAbsent(placeOf(update), place -> new ArrayList<>()).add(update);
        }
        for (Map.Entry<Place, List<DayTable>> place : concerned(tables).entrySet()) {
            for (DayTable table : place.getValue()) {
                apply(session, table, byPlace.getOrDefault(place.getKey(), List.of()));
            }
        }
    }

    private static void apply(Connection session, DayTable table, List<MetadataUpdate> of)
            throws SQLException {
        String sql =
                "UPDATE kpi."
                        + table.name()
                        + " SET source_layer = ?, target_agent_type = ?, priority = ?, flags ="
                        + " BITOR(BITAND(flags, CAST(? AS INTEGER)), CAST(? AS INTEGER)) WHERE recorded_at = ? AND task_id = ?";
        try (PreparedStatement write = session.prepareStatement(sql)) {
            int pending = 0;
            for (MetadataUpdate update : of) {
                write.setString(1, update.metadata().sourceLayer());
                write.setString(2, update.metadata().targetAgentType());
                write.setInt(3, update.metadata().priority());
                write.setInt(4, ~StoredFlags.METADATA_MISSING);
                write.setInt(5, update.metadata().missing() ? StoredFlags.METADATA_MISSING : 0);
                write.setObject(6, H2Values.time(update.recordedAt()));
                write.setObject(7, ValueUuid.get(update.taskHigh(), update.taskLow()));
                write.addBatch();
                if (++pending % BATCH == 0) {
                    write.executeBatch();
                }
            }
            write.executeBatch();
        }
    }

    /** UTC days of the rows that change. */
    long[] days() {
        return updates.stream()
                .mapToLong(update -> Times.epochDay(update.recordedAt()))
                .distinct()
                .toArray();
    }

    boolean isEmpty() {
        return updates.isEmpty();
    }

    /** Committed tables and those of the import that is being committed. */
    static List<DayTable> tables(List<DayTable> committed, List<DayTable> own) {
        return Stream.concat(committed.stream(), own.stream()).toList();
    }
}
