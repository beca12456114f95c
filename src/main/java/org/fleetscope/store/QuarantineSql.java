package org.fleetscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fleetscope.model.QuarantineFilter;

/**
 * The statements that pick quarantined rows by a filter. Tables are {@code q} for the rows and,
 * where a rule is wanted or asked for, {@code v} for what they broke.
 */
final class QuarantineSql {
    private static final String REPAIRED =
            "EXISTS (SELECT 1 FROM kpi.repaired_rows x JOIN kpi.repairs r ON r.repair_id ="
                    + " x.repair_id WHERE x.quarantine_id = q.quarantine_id AND r.state = 'active')";

    private final QuarantineFilter filter;
    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** Asks first whether anything is repaired: the question to every row is the costly part. */
    static QuarantineSql of(Connection session, QuarantineFilter filter) throws SQLException {
        return new QuarantineSql(filter, Repairs.undoable(session).isPresent());
    }

    /**
     * @param repairs whether there are active repairs
     */
    private QuarantineSql(QuarantineFilter filter, boolean repairs) {
        this.filter = filter;
        if (filter.importId() != null) {
            and(
                    "(q.import_id = ? OR EXISTS (SELECT 1 FROM kpi.quarantine_seen s WHERE"
                            + " s.import_id = ? AND s.quarantine_id = q.quarantine_id))",
                    filter.importId(),
                    filter.importId());
        }
        if (filter.file() != null) {
            and("q.file = ?", filter.file());
        }
        if (filter.rule() != null) {
            and("v.rule_id = ?", filter.rule());
        }
        if (!filter.text().isEmpty()) {
            and("LOCATE(?, LOWER(q.raw)) > 0", filter.text().toLowerCase(Locale.ROOT));
        }
        switch (filter.state()) {
            case OPEN -> {
                if (repairs) {
                    and("NOT " + REPAIRED);
                }
            }
            case REPAIRED -> and(repairs ? REPAIRED : "FALSE");
            case ALL -> {}
        }
    }

    private void and(String condition, Object... bound) {
        conditions.append(conditions.isEmpty() ? " WHERE " : " AND ").append(condition);
        values.addAll(List.of(bound));
    }

    PreparedStatement count(Connection session) throws SQLException {
        String what = filter.rule() == null ? "*" : "DISTINCT q.quarantine_id";
        return prepare(session, "SELECT COUNT(" + what + ")", filter.rule() != null, "");
    }

    /**
     * The next rows: number, import, file, line, byte offset, time, text, scores from another file.
     *
     * @param text expression for the text
     */
    PreparedStatement next(Connection session, String text, long after, int limit)
            throws SQLException {
        // Driven by the table whose index finds the rows, so that a rare rule is found at once. In
        // the whole order of that index, so that nothing is sorted.
        boolean byRule = filter.rule() != null;
        String id = byRule ? "v.quarantine_id" : "q.quarantine_id";
        and(id + " > ?", after);
        return prepare(
                session,
                "SELECT q.quarantine_id, q.import_id, q.file, q.line, q.byte_offset,"
                        + " q.recorded_at, "
                        + text
                        + ", q.joined_scores",
                byRule,
                " ORDER BY "
                        + (byRule ? "v.rule_id, " : "")
                        + id
                        + " FETCH FIRST "
                        + limit
                        + " ROWS ONLY");
    }

    /** Every rule broken: number, line, time, rule, severity, field. */
    PreparedStatement tally(Connection session) throws SQLException {
        return prepare(
                session,
                "SELECT q.quarantine_id, q.line, q.recorded_at, v.rule_id, v.severity, v.field",
                true,
                "");
    }

    private PreparedStatement prepare(
            Connection session, String select, boolean rules, String order) throws SQLException {
        String tables =
                rules
                        ? " FROM kpi.quarantine_violations v JOIN kpi.quarantine q ON"
                                + " q.quarantine_id = v.quarantine_id"
                        : " FROM kpi.quarantine q";
        PreparedStatement statement =
                session.prepareStatement(select + tables + conditions + order);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }
}
