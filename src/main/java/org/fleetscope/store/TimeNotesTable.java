package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fleetscope.model.TimeNote;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;

/** Notes at times, earliest first. */
final class TimeNotesTable {
    private TimeNotesTable() {}

    static List<TimeNote> read(Connection session) throws SQLException {
        List<TimeNote> notes = new ArrayList<>();
        try (PreparedStatement select =
                        session.prepareStatement(
                                "SELECT note_id, from_time, to_time, subject, note, written_at"
                                        + " FROM kpi.time_notes ORDER BY from_time, note_id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                notes.add(
                        new TimeNote(
                                row.getObject(1, UUID.class),
                                new TimeRange(micros(row, 2), micros(row, 3)),
                                row.getString(4),
                                row.getString(5),
                                micros(row, 6)));
            }
        }
        return List.copyOf(notes);
    }

    static boolean put(Connection session, TimeNote note) throws SQLException {
        try (PreparedStatement merge =
                session.prepareStatement(
                        "MERGE INTO kpi.time_notes (note_id, from_time, to_time, subject, note,"
                                + " written_at) KEY (note_id) VALUES (?, ?, ?, ?, ?, ?)")) {
            merge.setObject(1, note.id());
            merge.setObject(2, H2Values.time(note.range().from()));
            merge.setObject(3, H2Values.time(note.range().to()));
            merge.setString(4, note.subject());
            merge.setString(5, note.text());
            merge.setObject(6, H2Values.time(note.writtenAt()));
            return merge.executeUpdate() == 1;
        }
    }

    static boolean remove(Connection session, UUID id) throws SQLException {
        try (PreparedStatement delete =
                session.prepareStatement("DELETE FROM kpi.time_notes WHERE note_id = ?")) {
            delete.setObject(1, id);
            return delete.executeUpdate() == 1;
        }
    }

    private static long micros(ResultSet row, int column) throws SQLException {
        return Times.ofInstant(
                row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
