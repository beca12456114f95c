package org.fleetscope.store;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A table of the runs of one UTC day and one import.
 *
 * @param name table name within schema kpi
 * @param rows rows in it
 */
record DayTable(String name, long epochDay, long importId, long rows) {
    static final String PREFIX = "kpi_reports_";

    /** Columns in the order of the table; {@link RowWriter} and {@link RowReader} keep to it. */
    private static final String COLUMNS =
            """
            recorded_at TIMESTAMP(6) NOT NULL,
            task_id UUID NOT NULL,
            agent_id UUID NOT NULL,
            latency_ms DOUBLE PRECISION,
            accuracy DOUBLE PRECISION,
            cpu_usage DOUBLE PRECISION,
            memory_mb DOUBLE PRECISION,
            network_bytes BIGINT,
            execution_context JSON,
            custom_metrics JSON,
            source_layer VARCHAR NOT NULL,
            target_agent_type VARCHAR NOT NULL,
            priority INTEGER NOT NULL,
            hostname VARCHAR,
            gpu_utilization DOUBLE PRECISION,
            file_id INTEGER NOT NULL,
            line BIGINT NOT NULL,
            byte_offset BIGINT NOT NULL,
            content_hash BIGINT NOT NULL,
            flags INTEGER NOT NULL
            """;

    static final int COLUMN_COUNT = columnDefinitions().size();

    /** Each column with its type, "recorded_at TIMESTAMP(6)" for instance. */
    static List<String> columnDefinitions() {
        return COLUMNS.lines()
                .map(line -> line.replace(" NOT NULL", "").replaceAll(",$", ""))
                .toList();
    }

    /** The name of a day's table; the first of a day has number 1. */
    static String name(long epochDay, int number) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        String day =
                "%04d%02d%02d"
                        .formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        return PREFIX + day + (number == 1 ? "" : "_" + number);
    }

    String createSql() {
        return "CREATE TABLE kpi." + name + " (" + COLUMNS + ")";
    }

    String dropSql() {
        return "DROP TABLE IF EXISTS kpi." + name;
    }

    String primaryKeySql() {
        return "ALTER TABLE kpi." + name + " ADD PRIMARY KEY (recorded_at, task_id)";
    }

    /** The four indexes of the source document by their names, with what makes each. */
    SequencedMap<String, String> indexSql() {
        SequencedMap<String, String> indexes = new LinkedHashMap<>();
        index(indexes, "idx_agent_time", "agent_id, recorded_at DESC");
        index(indexes, "idx_task_time", "task_id, recorded_at DESC");
        index(indexes, "idx_performance_time", "accuracy, latency_ms, recorded_at DESC");
        index(indexes, "idx_agent_type_time", "target_agent_type, recorded_at DESC");
        return indexes;
    }

    private void index(Map<String, String> to, String kind, String columns) {
        String index = kind + "_" + name.substring(PREFIX.length());
        to.put(index, "CREATE INDEX kpi.%s ON kpi.%s (%s)".formatted(index, name, columns));
    }

    DayTable withRows(long count) {
        return new DayTable(name, epochDay, importId, count);
    }
}
