package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.fleetscope.model.Times;

/** Hash of everything a KPI row says: ids, time and priority by their meaning, all else as JSON. */
final class RowHash {
    private RowHash() {}

    static long of(ObjectNode row) {
        long sum = 0;
        for (Map.Entry<String, JsonNode> member : row.properties()) {
            if (!member.getValue().isNull()) {
                sum +=
                        ContentHash.mix(
                                ContentHash.ofText(member.getKey()),
                                value(member.getKey(), member.getValue()));
            }
        }
        return ContentHash.mix(sum, ContentHash.OBJECT);
    }

    private static long value(String field, JsonNode value) {
        switch (field) {
            case KpiFields.TASK_ID, KpiFields.AGENT_ID -> {
                UUID id = value.isTextual() ? UuidText.parse(value.textValue()) : null;
                if (id != null) {
                    return ContentHash.ofUuid(
                            id.getMostSignificantBits(), id.getLeastSignificantBits());
                }
            }
            case KpiFields.RECORDED_AT -> {
                long micros = TimeText.of(value);
                if (micros != Times.MISSING) {
                    return ContentHash.ofLong(micros);
                }
            }
            case KpiFields.PRIORITY -> {
                OptionalInt level = NodeKpiRow.priority(value);
                if (level.isPresent()) {
                    return ContentHash.ofLong(level.getAsInt());
                }
            }
            default -> {}
        }
        return ContentHash.of(value);
    }
}
