package org.fleetscope.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.fleetscope.model.EntityKind;

/**
 * Makes of a flat row of time series what the same row would be in NDJSON: dotted names become
 * nested members, JSON text in them is read, tags that a number is expected of become one, and the
 * time of the row becomes the time of its entity unless the row has that itself.
 */
record SeriesEntities(Mapping mapping) {
    ObjectNode entity(ObjectNode row) {
        ObjectNode entity = JsonRow.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> member : row.properties()) {
            MemberPath path = MemberPath.of(member.getKey());
            path.set(entity, value(member.getKey(), path, member.getValue()));
        }
        JsonNode time = row.path(SeriesRows.TIME);
        String field = timeField(entity);
        if (!time.isMissingNode() && !field.isEmpty() && !entity.has(field)) {
            entity.set(field, time);
        }
        return entity;
    }

    /** The time that a row of this kind has; empty when it is no row of ours. */
    private String timeField(ObjectNode row) {
        EntityKind kind = mapping.claims(row) ? EntityKind.KPI_REPORT : EntityKinds.of(row::has);
        if (kind == null) {
            return mapping.isIdentity() ? "" : KpiFields.RECORDED_AT;
        }
        return switch (kind) {
            case KPI_REPORT, SYSTEM_HEALTH -> KpiFields.RECORDED_AT;
            case EXECUTION_RESULT -> "completed_at";
            case TASK -> "created_at";
            case AGENT -> "";
        };
    }

    private JsonNode value(String name, MemberPath path, JsonNode value) {
        if (!value.isTextual() || value.textValue().isEmpty()) {
            return value;
        }
        String text = value.textValue();
        if (path.holdsObjects() && (text.startsWith("{") || text.startsWith("["))) {
            try {
                return JsonRow.MAPPER.readTree(text);
            } catch (JsonProcessingException noJson) {
                return value;
            }
        }
        if (Mapping.isNumeric(name)) {
            JsonNode number = CsvNumber.parse(text);
            return number == null ? value : number;
        }
        return value;
    }
}
