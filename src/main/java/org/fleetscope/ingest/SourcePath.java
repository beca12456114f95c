package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Where a value stands in a source row: the first of several places that has one. A place is the
 * name of a member, else a dotted path whose parts may themselves have dots. Null and blank text
 * are no values.
 *
 * @param names at least one
 */
record SourcePath(List<String> names) {
    SourcePath {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a source path has at least one name");
        }
    }

    static SourcePath of(String name) {
        return new SourcePath(List.of(name));
    }

    /** The value; a missing node when no place has one. */
    JsonNode find(ObjectNode row) {
        for (String name : names) {
            JsonNode found = find(row, name);
            if (isValue(found)) {
                return found;
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode find(JsonNode node, String path) {
        JsonNode direct = node.path(path);
        if (!direct.isMissingNode()) {
            return direct;
        }
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            JsonNode inner = node.path(path.substring(0, dot));
            if (inner.isObject()) {
                JsonNode found = find(inner, path.substring(dot + 1));
                if (!found.isMissingNode()) {
                    return found;
                }
            }
        }
        return MissingNode.getInstance();
    }

    private static boolean isValue(JsonNode node) {
        return !NodeKpiRow.isAbsent(node) && !(node.isTextual() && node.textValue().isBlank());
    }
}
