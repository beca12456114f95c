package org.fleetscope.ui.sql;

import java.util.List;

/**
 * A query to begin with.
 *
 * @param title the question it answers
 */
record SqlExample(String title, String sql) {
    static final List<SqlExample> ALL =
            List.of(
                    new SqlExample(
                            "How do load and mean latency of the fleet go by the hour?",
                            """
                            SELECT time_window_start, SUM(task_count) AS runs,
                                SUM(sum_latency_ms) / NULLIF(SUM(latency_count), 0) AS mean_latency_ms
                            FROM kpi_aggregations
                            WHERE window_seconds = 3600
                            GROUP BY time_window_start
                            ORDER BY time_window_start
                            """),
                    new SqlExample(
                            "Which agents fail most often?",
                            """
                            SELECT agent_id, SUM(task_count) AS runs,
                                ROUND(100.0 * (SUM(outcome_count) - SUM(success_count))
                                    / NULLIF(SUM(outcome_count), 0), 2) AS failed_percent
                            FROM kpi_aggregations
                            WHERE window_seconds = 86400
                            GROUP BY agent_id
                            ORDER BY failed_percent DESC NULLS LAST
                            LIMIT 20
                            """),
                    new SqlExample(
                            "What were the slowest runs?",
                            """
                            SELECT recorded_at, agent_id, latency_ms, accuracy, hostname, task_id
                            FROM kpi_reports
                            WHERE latency_ms IS NOT NULL
                            ORDER BY latency_ms DESC
                            LIMIT 50
                            """),
                    new SqlExample(
                            "Which runs took longer than their task allowed?",
                            """
                            SELECT r.recorded_at, r.agent_id, r.latency_ms,
                                t.max_execution_time_secs * 1000 AS allowed_ms
                            FROM kpi_reports r
                            JOIN tasks t ON t.id = r.task_id
                            WHERE r.latency_ms > t.max_execution_time_secs * 1000
                            ORDER BY r.latency_ms / t.max_execution_time_secs DESC
                            LIMIT 100
                            """));

    SqlExample {
        sql = sql.strip();
    }
}
