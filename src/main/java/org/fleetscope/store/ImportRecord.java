package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fleetscope.store.StagedImport.ImportOutcome;

/**
 * Writes what is recorded of a finished import, or of one that follows files so far, within the
 * session's transaction.
 */
final class ImportRecord {
    private ImportRecord() {}

    static void write(
            Connection session,
            long importId,
            ImportHeader header,
            ImportFiles files,
            ImportOutcome outcome,
            UnaryOperator<String> severityOfRule)
            throws SQLException {
        try (PreparedStatement insert =
                session.prepareStatement(
                        "MERGE INTO kpi.imports KEY (import_id) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, importId);
            insert.setObject(2, H2Values.time(header.startedAt()));
            insert.setString(3, header.settings());
            insert.setLong(4, outcome.rowsRead());
            insert.setLong(5, outcome.accepted());
            insert.setLong(6, outcome.rejected());
            insert.setLong(7, outcome.skippedExisting());
            insert.executeUpdate();
        }
        for (String table : List.of("import_files", "import_rules")) {
            try (PreparedStatement delete =
                    session.prepareStatement("DELETE FROM kpi." + table + " WHERE import_id = ?")) {
                delete.setLong(1, importId);
                delete.executeUpdate();
            }
        }
        writeFiles(session, importId, files, outcome);
        try (PreparedStatement insert =
                session.prepareStatement("INSERT INTO kpi.import_rules VALUES (?, ?, ?, ?)")) {
            for (Map.Entry<String, Long> rule : outcome.rules().entrySet()) {
                insert.setLong(1, importId);
                insert.setString(2, rule.getKey());
                insert.setString(3, severityOfRule.apply(rule.getKey()));
                insert.setLong(4, rule.getValue());
                insert.executeUpdate();
            }
        }
    }

    private static void writeFiles(
            Connection session, long importId, ImportFiles files, ImportOutcome outcome)
            throws SQLException {
        Map<String, Long> rows = new HashMap<>();
        outcome.rowsByFile()
                .forEach((name, count) -> rows.merge(files.pathOf(name), count, Long::sum));
        Map<String, String> hashes = new HashMap<>();
        outcome.sha256().forEach((name, hash) -> hashes.put(files.pathOf(name), hash));
        try (PreparedStatement insert =
                session.prepareStatement(
                        "INSERT INTO kpi.import_files VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            List<ImportHeader.SourceFile> all = files.all();
            for (int i = 0; i < all.size(); i++) {
                ImportHeader.SourceFile file = all.get(i);
                insert.setLong(1, importId);
                insert.setInt(2, i + 1);
                insert.setString(3, file.path());
                insert.setString(4, file.format());
                insert.setLong(5, file.size());
                insert.setString(6, hashes.get(file.path()));
                insert.setLong(7, rows.getOrDefault(file.path(), 0L));
                insert.setString(8, file.reading());
                insert.executeUpdate();
            }
        }
    }
}
