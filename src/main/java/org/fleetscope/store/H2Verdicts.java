package org.fleetscope.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fleetscope.model.FindingPattern;
import org.fleetscope.model.FindingPattern.Side;
import org.fleetscope.model.Judgement;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.model.Verdict;
import org.fleetscope.model.VerdictDraft;
import org.fleetscope.model.VerdictEffect;
import org.h2.jdbc.JdbcResultSet;
import org.jspecify.annotations.Nullable;

/** Verdicts in H2. */
final class H2Verdicts implements VerdictStore {
    private final Database database;

    H2Verdicts(Database database) {
        this.database = database;
    }

    @Override
    public List<Verdict> all() throws IOException {
        return database.with(
                "Reading the verdicts",
                session -> {
                    Map<Long, List<Verdict.Evidence>> evidence = evidence(session);
                    List<Verdict> verdicts = new ArrayList<>();
                    try (PreparedStatement select =
                                    session.prepareStatement(
                                            "SELECT verdict_id, made_at, made_by, judgement, note,"
                                                    + " agents, metrics, detectors, from_time,"
                                                    + " to_time, side, effect, threshold_id,"
                                                    + " threshold_value, findings, settings,"
                                                    + " removed_at, removed_by FROM kpi.verdicts"
                                                    + " ORDER BY verdict_id");
                            ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            verdicts.add(
                                    verdict(row, evidence.getOrDefault(row.getLong(1), List.of())));
                        }
                    }
                    return verdicts;
                });
    }

    private static Verdict verdict(ResultSet row, List<Verdict.Evidence> evidence)
            throws SQLException {
        long from = time(row, 9);
        long to = time(row, 10);
        FindingPattern pattern =
                new FindingPattern(
                        set(row, 6, UUID.class),
                        set(row, 7, String.class),
                        set(row, 8, String.class),
                        new TimeRange(
                                from == Times.MISSING ? Long.MIN_VALUE : from,
                                to == Times.MISSING ? Long.MAX_VALUE : to),
                        Side.valueOf(row.getString(11).toUpperCase(Locale.ROOT)));
        VerdictEffect effect =
                switch (row.getString(12)) {
                    case "suppress" -> VerdictEffect.SUPPRESS;
                    case "retune" -> new VerdictEffect.Retune(row.getString(13), row.getDouble(14));
                    default -> VerdictEffect.NONE;
                };
        return new Verdict(
                row.getLong(1),
                time(row, 2),
                row.getString(3),
                new VerdictDraft(
                        Judgement.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                        row.getString(5),
                        pattern,
                        effect),
                row.getLong(15),
                row.getString(16),
                evidence,
                time(row, 17),
                row.getString(18));
    }

    private static Map<Long, List<Verdict.Evidence>> evidence(Connection session)
            throws SQLException {
        Map<Long, List<Verdict.Evidence>> evidence = new HashMap<>();
        try (PreparedStatement select =
                        session.prepareStatement(
                                "SELECT verdict_id, detector, task_id, agent_id, recorded_at, metric,"
                                        + " actual, typical, lower_end, upper_end, severity,"
                                        + " threshold, file, line, byte_offset FROM"
                                        + " kpi.verdict_findings ORDER BY verdict_id, finding_id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                evidence.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(
                                new Verdict.Evidence(
                                        row.getString(2),
                                        row.getObject(3, UUID.class),
                                        row.getObject(4, UUID.class),
                                        time(row, 5),
                                        row.getString(6),
                                        real(row, 7),
                                        real(row, 8),
                                        real(row, 9),
                                        real(row, 10),
                                        row.getDouble(11),
                                        row.getDouble(12),
                                        new RowOrigin(
                                                row.getString(13),
                                                row.getLong(14),
                                                row.getLong(15))));
            }
        }
        return evidence;
    }

    @Override
    public void add(Verdict verdict) throws IOException {
        change(
                "Storing the verdict",
                session -> {
                    insert(session, verdict);
                    insertEvidence(session, verdict);
                    return true;
                });
    }

    private static void insert(Connection session, Verdict verdict) throws SQLException {
        FindingPattern pattern = verdict.draft().pattern();
        VerdictEffect effect = verdict.draft().effect();
        try (PreparedStatement insert =
                session.prepareStatement(
                        "INSERT INTO kpi.verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                                + " ?, NULL, NULL)")) {
            insert.setLong(1, verdict.id());
            insert.setObject(2, H2Values.time(verdict.madeAt()));
            insert.setString(3, verdict.madeBy());
            insert.setString(4, verdict.draft().judgement().word());
            insert.setString(5, verdict.draft().note());
            insert.setArray(6, array(session, "UUID", pattern.agents()));
            insert.setArray(7, array(session, "VARCHAR", pattern.metrics()));
            insert.setArray(8, array(session, "VARCHAR", pattern.detectors()));
            // The smallest long is how time is left open, and what H2Values takes for missing.
            insert.setObject(9, H2Values.time(pattern.time().from()));
            long to = pattern.time().to();
            insert.setObject(10, H2Values.time(to == Long.MAX_VALUE ? Times.MISSING : to));
            insert.setString(11, pattern.side().word());
            insert.setString(12, effect.word());
            boolean tuned = effect instanceof VerdictEffect.Retune;
            insert.setString(13, tuned ? ((VerdictEffect.Retune) effect).threshold() : null);
            insert.setObject(14, tuned ? ((VerdictEffect.Retune) effect).value() : null);
            insert.setLong(15, verdict.findings());
            insert.setString(16, verdict.settings());
            insert.executeUpdate();
        }
    }

    private static void insertEvidence(Connection session, Verdict verdict) throws SQLException {
        try (PreparedStatement insert =
                session.prepareStatement(
                        "INSERT INTO kpi.verdict_findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                                + " ?, ?, ?, ?)")) {
            for (int i = 0; i < verdict.evidence().size(); i++) {
                Verdict.Evidence finding = verdict.evidence().get(i);
                insert.setLong(1, verdict.id());
                insert.setInt(2, i + 1);
                insert.setString(3, finding.detector());
                insert.setObject(4, finding.task());
                insert.setObject(5, finding.agent());
                insert.setObject(6, H2Values.time(finding.recordedAt()));
                insert.setString(7, finding.metric());
                insert.setObject(8, H2Values.real(finding.actual()));
                insert.setObject(9, H2Values.real(finding.typical()));
                insert.setObject(10, H2Values.real(finding.lower()));
                insert.setObject(11, H2Values.real(finding.upper()));
                insert.setDouble(12, finding.severity());
                insert.setDouble(13, finding.threshold());
                insert.setString(14, finding.origin().file());
                insert.setLong(15, finding.origin().line());
                insert.setLong(16, finding.origin().byteOffset());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public boolean remove(long id, long at, String by) throws IOException {
        return change(
                "Taking the verdict back",
                session -> {
                    try (PreparedStatement update =
                            session.prepareStatement(
                                    "UPDATE kpi.verdicts SET removed_at = ?, removed_by = ? WHERE"
                                            + " verdict_id = ? AND removed_at IS NULL")) {
                        update.setObject(1, H2Values.time(at));
                        update.setString(2, by);
                        update.setLong(3, id);
                        return update.executeUpdate() == 1;
                    }
                });
    }

    @Override
    public boolean restore(long id) throws IOException {
        return change(
                "Restoring the verdict",
                session -> {
                    try (PreparedStatement update =
                            session.prepareStatement(
                                    "UPDATE kpi.verdicts SET removed_at = NULL, removed_by = NULL WHERE"
                                            + " verdict_id = ? AND removed_at IS NOT NULL")) {
                        update.setLong(1, id);
                        return update.executeUpdate() == 1;
                    }
                });
    }

    /** One transaction, on the disk when this returns. */
    private boolean change(String doing, Database.Work<Boolean> work) throws IOException {
        return database.with(
                doing,
                session -> {
                    session.setAutoCommit(false);
                    try {
                        boolean done = work.run(session);
                        session.commit();
                        Database.execute(session, "CHECKPOINT SYNC");
                        return done;
                    } catch (SQLException | IOException e) {
                        session.rollback();
                        throw e;
                    }
                });
    }

    private static java.sql.Array array(Connection session, String type, Collection<?> values)
            throws SQLException {
        return session.createArrayOf(type, values.toArray());
    }

    private static <T> Set<T> set(ResultSet row, int column, Class<T> type) throws SQLException {
        Set<T> values = new LinkedHashSet<>();
        for (@Nullable Object value : (Object[]) row.getArray(column).getArray()) {
            values.add(type.cast(value));
        }
        return values;
    }

    private static long time(ResultSet row, int column) throws SQLException {
        return H2Values.micros(row.unwrap(JdbcResultSet.class).getInternal(column));
    }

    private static double real(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
